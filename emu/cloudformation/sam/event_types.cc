#include "cloudformation/sam/event_types.h"

namespace emu::cloudformation::sam {

namespace {

// By "EventSource" of "AWS::Serverless::Function", and the pages of its types.
constexpr std::array<EventType, 10> kEvents = {{
    {"SQS",
     "Queue",
     {"BatchSize", "Enabled", "FilterCriteria", "FunctionResponseTypes", "KmsKeyArn",
      "MaximumBatchingWindowInSeconds", "MetricsConfig", "ProvisionedPollerConfig",
      "ScalingConfig"},
     {"Queue"}},
    {"DynamoDB",
     "Stream",
     {"BatchSize", "BisectBatchOnFunctionError", "DestinationConfig", "Enabled", "FilterCriteria",
      "FunctionResponseTypes", "KmsKeyArn", "MaximumBatchingWindowInSeconds",
      "MaximumRecordAgeInSeconds", "MaximumRetryAttempts", "MetricsConfig", "ParallelizationFactor",
      "StartingPosition", "StartingPositionTimestamp", "TumblingWindowInSeconds"},
     {"Stream"}},
    {"SNS", "Topic", {"FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "Region"}, {"Topic"}},
    {"S3", "Bucket", {}, {"Bucket", "Events", "Filter"}},
    {"Schedule",
     "Schedule",
     {"Description", "Name", "State"},
     {"Schedule", "Enabled", "Input", "DeadLetterConfig", "RetryPolicy"}},
    {"ScheduleV2",
     "ScheduleExpression",
     {"Description", "EndDate", "FlexibleTimeWindow", "GroupName", "KmsKeyArn",
      "ScheduleExpression", "ScheduleExpressionTimezone", "StartDate", "State"},
     {"Name", "OmitName", "Input", "DeadLetterConfig", "RetryPolicy", "RoleArn",
      "PermissionsBoundary"}},
    {"EventBridgeRule",
     "Pattern",
     {"EventBusName", "State"},
     {"Pattern", "RuleName", "Input", "InputPath", "InputTransformer", "DeadLetterConfig",
      "RetryPolicy", "Target"}},
    {"CloudWatchEvent",
     "Pattern",
     {"EventBusName", "State"},
     {"Pattern", "RuleName", "Input", "InputPath", "InputTransformer", "DeadLetterConfig",
      "RetryPolicy", "Target"}},
    {"HttpApi",
     "",
     {},
     {"ApiId", "Path", "Method", "PayloadFormatVersion", "TimeoutInMillis", "RouteSettings"}},
    {"Kinesis",
     "Stream",
     {"BatchSize", "BisectBatchOnFunctionError", "DestinationConfig", "Enabled", "FilterCriteria",
      "FunctionResponseTypes", "KmsKeyArn", "MaximumBatchingWindowInSeconds",
      "MaximumRecordAgeInSeconds", "MaximumRetryAttempts", "MetricsConfig", "ParallelizationFactor",
      "StartingPosition", "StartingPositionTimestamp", "TumblingWindowInSeconds"},
     {"Stream"}},
}};

constexpr auto kEventNames = [] {
  std::array<std::string_view, kEvents.size()> names = {};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kEvents[i].name;
  return names;
}();

}  // namespace

const EventType* find_event_type(std::string_view name) {
  for (const EventType& each : kEvents) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

std::span<const std::string_view> event_type_names() { return kEventNames; }

}  // namespace emu::cloudformation::sam
