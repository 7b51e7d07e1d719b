// AWS Lambda: invocation, concurrency, and what becomes of asynchronous events. Include
// <emu/lambda.h>. Sources: AWS Lambda API Reference; Lambda Developer Guide, "Invoking a Lambda
// function asynchronously", "Understanding Lambda function scaling".
#pragma once

#include <emu/blob.h>
#include <emu/lambda/function.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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
// the payload is not JSON, RequestTooLargeException (413) over 6 MB, over 1 MB for Event.
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

// Reserves concurrency: the function always gets that much and never more. 0 stops it. At least 100
// of the account's 1,000 stay unreserved.
struct PutFunctionConcurrency {
  static constexpr OperationName kOperation{"lambda", "PutFunctionConcurrency", "PUT",
                                            "/2017-10-31/functions/{FunctionName}/concurrency"};
  using Result = Concurrency;
  std::string function_name;
  std::optional<std::int32_t> reserved_concurrent_executions;
  static void describe(StructureShape<PutFunctionConcurrency>& s);
};

struct GetFunctionConcurrency {
  static constexpr OperationName kOperation{"lambda", "GetFunctionConcurrency", "GET",
                                            "/2019-09-30/functions/{FunctionName}/concurrency"};
  using Result = Concurrency;
  std::string function_name;
  static void describe(StructureShape<GetFunctionConcurrency>& s);
};

struct DeleteFunctionConcurrency {
  static constexpr OperationName kOperation{"lambda", "DeleteFunctionConcurrency", "DELETE",
                                            "/2017-10-31/functions/{FunctionName}/concurrency",
                                            204};
  using Result = Nothing;
  std::string function_name;
  static void describe(StructureShape<DeleteFunctionConcurrency>& s);
};

struct AccountLimit {
  std::int64_t total_code_size = 0;
  std::int64_t code_size_unzipped = 0;
  std::int64_t code_size_zipped = 0;
  std::int32_t concurrent_executions = 0;
  std::int32_t unreserved_concurrent_executions = 0;
  static void describe(StructureShape<AccountLimit>& s);
};
struct AccountUsage {
  std::int64_t total_code_size = 0;
  std::int64_t function_count = 0;
  static void describe(StructureShape<AccountUsage>& s);
};
struct GetAccountSettingsResult {
  AccountLimit account_limit;
  AccountUsage account_usage;
  static void describe(StructureShape<GetAccountSettingsResult>& s);
};
struct GetAccountSettings {
  static constexpr OperationName kOperation{"lambda", "GetAccountSettings", "GET",
                                            "/2016-08-19/account-settings/"};
  using Result = GetAccountSettingsResult;
  static void describe(StructureShape<GetAccountSettings>& s);
};

// Where a record of an asynchronous event goes once its fate is known: ARN of an SQS queue or of a
// function.
struct OnSuccess {
  std::optional<std::string> destination = {};
  static void describe(StructureShape<OnSuccess>& s);
};
struct OnFailure {
  std::optional<std::string> destination = {};
  static void describe(StructureShape<OnFailure>& s);
};
struct DestinationConfig {
  std::optional<OnSuccess> on_success = {};
  std::optional<OnFailure> on_failure = {};
  static void describe(StructureShape<DestinationConfig>& s);
};

struct FunctionEventInvokeConfig {
  Time last_modified = {};
  std::string function_arn;  // with its qualifier
  std::optional<std::int32_t> maximum_retry_attempts = {};
  std::optional<std::chrono::seconds> maximum_event_age_in_seconds = {};
  std::optional<DestinationConfig> destination_config = {};
  static void describe(StructureShape<FunctionEventInvokeConfig>& s);
};

// Replaces the whole configuration: what is absent is unset.
struct PutFunctionEventInvokeConfig {
  static constexpr OperationName kOperation{
      "lambda", "PutFunctionEventInvokeConfig", "PUT",
      "/2019-09-25/functions/{FunctionName}/event-invoke-config"};
  using Result = FunctionEventInvokeConfig;
  std::string function_name;
  std::optional<std::string> qualifier = {};
  std::optional<std::int32_t> maximum_retry_attempts = {};  // 0–2, default 2
  std::optional<std::chrono::seconds> maximum_event_age_in_seconds =
      {};  // 60–21,600, default 21,600
  std::optional<DestinationConfig> destination_config = {};
  static void describe(StructureShape<PutFunctionEventInvokeConfig>& s);
};

struct GetFunctionEventInvokeConfig {
  static constexpr OperationName kOperation{
      "lambda", "GetFunctionEventInvokeConfig", "GET",
      "/2019-09-25/functions/{FunctionName}/event-invoke-config"};
  using Result = FunctionEventInvokeConfig;
  std::string function_name;
  std::optional<std::string> qualifier = {};
  static void describe(StructureShape<GetFunctionEventInvokeConfig>& s);
};

// Changes what is present.
struct UpdateFunctionEventInvokeConfig {
  static constexpr OperationName kOperation{
      "lambda", "UpdateFunctionEventInvokeConfig", "POST",
      "/2019-09-25/functions/{FunctionName}/event-invoke-config"};
  using Result = FunctionEventInvokeConfig;
  std::string function_name;
  std::optional<std::string> qualifier = {};
  std::optional<std::int32_t> maximum_retry_attempts = {};
  std::optional<std::chrono::seconds> maximum_event_age_in_seconds = {};
  std::optional<DestinationConfig> destination_config = {};
  static void describe(StructureShape<UpdateFunctionEventInvokeConfig>& s);
};

struct DeleteFunctionEventInvokeConfig {
  static constexpr OperationName kOperation{
      "lambda", "DeleteFunctionEventInvokeConfig", "DELETE",
      "/2019-09-25/functions/{FunctionName}/event-invoke-config", 204};
  using Result = Nothing;
  std::string function_name;
  std::optional<std::string> qualifier = {};
  static void describe(StructureShape<DeleteFunctionEventInvokeConfig>& s);
};

struct ListFunctionEventInvokeConfigsResult {
  std::vector<FunctionEventInvokeConfig> function_event_invoke_configs = {};
  std::optional<std::string> next_marker = {};
  static void describe(StructureShape<ListFunctionEventInvokeConfigsResult>& s);
};
struct ListFunctionEventInvokeConfigs {
  static constexpr OperationName kOperation{
      "lambda", "ListFunctionEventInvokeConfigs", "GET",
      "/2019-09-25/functions/{FunctionName}/event-invoke-config/list"};
  using Result = ListFunctionEventInvokeConfigsResult;
  std::string function_name;
  std::optional<std::string> marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListFunctionEventInvokeConfigs>& s);
};

}  // namespace emu::lambda
