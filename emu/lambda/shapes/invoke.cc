#include <emu/lambda/invoke.h>

#include "lambda/shapes/describe.h"

namespace emu::lambda {

void InvokeResult::describe(StructureShape<InvokeResult>& s) {
  s.member("StatusCode", &InvokeResult::status_code).status();
  s.member("FunctionError", &InvokeResult::function_error).header("X-Amz-Function-Error");
  s.member("LogResult", &InvokeResult::log_result).header("X-Amz-Log-Result");
  s.member("Payload", &InvokeResult::payload).payload();
  s.member("ExecutedVersion", &InvokeResult::executed_version).header("X-Amz-Executed-Version");
}

void Invoke::describe(StructureShape<Invoke>& s) {
  describe_function_name(s);
  s.member("InvocationType", &Invoke::invocation_type)
      .header("X-Amz-Invocation-Type")
      .one_of({"Event", "RequestResponse", "DryRun"});
  s.member("LogType", &Invoke::log_type).header("X-Amz-Log-Type").one_of({"None", "Tail"});
  s.member("ClientContext", &Invoke::client_context).header("X-Amz-Client-Context");
  s.member("Payload", &Invoke::payload).payload();
  describe_qualifier(s);
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::InvokeResult);
EMU_DESCRIBED_OPERATION(lambda::Invoke);
}  // namespace emu
