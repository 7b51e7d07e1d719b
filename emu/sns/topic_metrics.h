// What a topic tells CloudWatch of each minute.
// Source: Amazon SNS Developer Guide, "Monitoring Amazon SNS topics using CloudWatch".
#pragma once

#include <array>
#include <cstddef>
#include <memory>

#include "core/gate/minute_metrics.h"

namespace emu::sns {

namespace topic_metrics {

enum Kind : std::size_t {
  kPublished,
  kPublishSize,
  kDelivered,
  kFailed,
  kFilteredOut,
  kFilteredOutByAttributes,
  kFilteredOutByBody,
  kFilteredOutWithoutAttributes,
  kFilteredOutInvalidBody,
  kRedrivenToDlq,
  kFailedToRedriveToDlq,
};

inline constexpr std::array kKinds = {
    MetricKind{"NumberOfMessagesPublished"},
    MetricKind{"PublishSize", "Bytes"},
    MetricKind{"NumberOfNotificationsDelivered"},
    MetricKind{"NumberOfNotificationsFailed"},
    MetricKind{"NumberOfNotificationsFilteredOut"},
    MetricKind{"NumberOfNotificationsFilteredOut-MessageAttributes"},
    MetricKind{"NumberOfNotificationsFilteredOut-MessageBody"},
    MetricKind{"NumberOfNotificationsFilteredOut-NoMessageAttributes"},
    MetricKind{"NumberOfNotificationsFilteredOut-InvalidMessageBody"},
    MetricKind{"NumberOfNotificationsRedrivenToDlq"},
    MetricKind{"NumberOfNotificationsFailedToRedriveToDlq"}};

}  // namespace topic_metrics

// Beside a topic and the targets of its subscriptions, so that deliveries find it without a search.
using TopicMetrics = std::shared_ptr<ResourceMetrics>;

}  // namespace emu::sns
