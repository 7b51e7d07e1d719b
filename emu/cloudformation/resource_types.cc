#include <algorithm>

#include "cloudformation/resource_type.h"

// Every type of resources, by the constant that its file in types/ defines.
// clang-format off
#define EMU_EACH_RESOURCE_TYPE(X) \
  X(kApigatewayv2Api) \
  X(kApigatewayv2Integration) \
  X(kApigatewayv2Route) \
  X(kApigatewayv2Stage) \
  X(kCdkMetadata) \
  X(kCloudwatchAlarm) \
  X(kCloudwatchCompositeAlarm) \
  X(kDynamodbTable) \
  X(kEventsEventBus) \
  X(kEventsRule) \
  X(kIamManagedPolicy) \
  X(kIamPolicy) \
  X(kIamRole) \
  X(kLambdaEventInvokeConfig) \
  X(kLambdaEventSourceMapping) \
  X(kLambdaFunction) \
  X(kLambdaPermission) \
  X(kLogsLogGroup) \
  X(kS3Bucket) \
  X(kS3BucketPolicy) \
  X(kSchedulerSchedule) \
  X(kSchedulerScheduleGroup) \
  X(kSecretsmanagerSecret) \
  X(kSnsSubscription) \
  X(kSnsTopic) \
  X(kSnsTopicPolicy) \
  X(kSqsQueue) \
  X(kSqsQueuePolicy) \
  X(kSsmParameter)
// clang-format on

namespace emu::cloudformation {

#define EMU_DECLARE_RESOURCE_TYPE(type) extern const ResourceType type;
EMU_EACH_RESOURCE_TYPE(EMU_DECLARE_RESOURCE_TYPE)

std::vector<const ResourceType*> all_resource_types() {
#define EMU_LIST_RESOURCE_TYPE(type) &type,
  std::vector<const ResourceType*> all = {EMU_EACH_RESOURCE_TYPE(EMU_LIST_RESOURCE_TYPE)};
  std::sort(all.begin(), all.end(),
            [](const ResourceType* a, const ResourceType* b) { return a->name < b->name; });
  return all;
}

const ResourceType* find_resource_type(std::string_view name) {
  static const std::vector<const ResourceType*> kSorted = all_resource_types();
  const auto found =
      std::lower_bound(kSorted.begin(), kSorted.end(), name,
                       [](const ResourceType* a, std::string_view b) { return a->name < b; });
  return found != kSorted.end() && (*found)->name == name ? *found : nullptr;
}

}  // namespace emu::cloudformation
