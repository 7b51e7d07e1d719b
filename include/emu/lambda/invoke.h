// Invocation of functions. Include <emu/lambda.h>.
// Sources: AWS Lambda API Reference, "Invoke"; Lambda Developer Guide, "Invoking a Lambda function
// asynchronously".
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>

namespace emu::lambda {

struct InvokeResult {
  std::int32_t status_code = 200;  // 200, 202 for Event, 204 for DryRun
  // "Unhandled" when the function failed; the call itself has then succeeded all the same.
  std::optional<std::string> function_error = {};
  std::optional<std::string> log_result = {};  // base64 of the log's last 4 KB
  Blob payload = {};  // what the function answered, or a JSON that says how it failed
  std::optional<std::string> executed_version = {};
  static void describe(StructureShape<InvokeResult>& s);
};

// Runs a function and waits for its answer, or queues an event for it.
// TooManyRequestsException (429) when no concurrency is left, InvalidRequestContentException when
// the payload is not JSON, RequestEntityTooLargeException (413) over 6 MB, over 1 MB for Event.
struct Invoke {
  static constexpr OperationName kOperation{"lambda", "Invoke", "POST",
                                            "/2015-03-31/functions/{FunctionName}/invocations"};
  using Result = InvokeResult;
  std::string function_name;
  std::optional<std::string> invocation_type = {};  // RequestResponse (default), Event, DryRun
  std::optional<std::string> log_type = {};         // "Tail" gives log_result
  std::optional<std::string> client_context = {};
  Blob payload = {};  // JSON; empty: an empty event
  std::optional<std::string> qualifier = {};
  static void describe(StructureShape<Invoke>& s);
};

}  // namespace emu::lambda
