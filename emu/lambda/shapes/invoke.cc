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
  describe_function_name(s, 170);
  s.member("InvocationType", &Invoke::invocation_type)
      .header("X-Amz-Invocation-Type")
      .one_of({"Event", "RequestResponse", "DryRun"});
  s.member("LogType", &Invoke::log_type).header("X-Amz-Log-Type").one_of({"None", "Tail"});
  s.member("ClientContext", &Invoke::client_context).header("X-Amz-Client-Context");
  s.member("Payload", &Invoke::payload).payload();
  describe_qualifier(s);
}

void PutFunctionConcurrency::describe(StructureShape<PutFunctionConcurrency>& s) {
  describe_function_name(s);
  s.member("ReservedConcurrentExecutions", &PutFunctionConcurrency::reserved_concurrent_executions)
      .required()
      .at_least(0);
}

void GetFunctionConcurrency::describe(StructureShape<GetFunctionConcurrency>& s) {
  describe_function_name(s);
}

void DeleteFunctionConcurrency::describe(StructureShape<DeleteFunctionConcurrency>& s) {
  describe_function_name(s);
}

void AccountLimit::describe(StructureShape<AccountLimit>& s) {
  s.member("TotalCodeSize", &AccountLimit::total_code_size);
  s.member("CodeSizeUnzipped", &AccountLimit::code_size_unzipped);
  s.member("CodeSizeZipped", &AccountLimit::code_size_zipped);
  s.member("ConcurrentExecutions", &AccountLimit::concurrent_executions);
  s.member("UnreservedConcurrentExecutions", &AccountLimit::unreserved_concurrent_executions);
}

void AccountUsage::describe(StructureShape<AccountUsage>& s) {
  s.member("TotalCodeSize", &AccountUsage::total_code_size);
  s.member("FunctionCount", &AccountUsage::function_count);
}

void GetAccountSettingsResult::describe(StructureShape<GetAccountSettingsResult>& s) {
  s.member("AccountLimit", &GetAccountSettingsResult::account_limit);
  s.member("AccountUsage", &GetAccountSettingsResult::account_usage);
}

void GetAccountSettings::describe(StructureShape<GetAccountSettings>&) {}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::InvokeResult);
EMU_DESCRIBED_OPERATION(lambda::Invoke);
EMU_DESCRIBED_OPERATION(lambda::PutFunctionConcurrency);
EMU_DESCRIBED_OPERATION(lambda::GetFunctionConcurrency);
EMU_DESCRIBED_OPERATION(lambda::DeleteFunctionConcurrency);
EMU_DESCRIBED(lambda::AccountLimit);
EMU_DESCRIBED(lambda::AccountUsage);
EMU_DESCRIBED(lambda::GetAccountSettingsResult);
EMU_DESCRIBED_OPERATION(lambda::GetAccountSettings);
}  // namespace emu
