// What becomes of asynchronous events: retries, their age, destinations. Include <emu/lambda.h>.
// Sources: AWS Lambda API Reference; Lambda Developer Guide, "Invoking a Lambda function
// asynchronously".
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::lambda {

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
  // 60–21,600, default 21,600.
  std::optional<std::chrono::seconds> maximum_event_age_in_seconds = {};
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
