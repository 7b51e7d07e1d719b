// The numbers of CloudWatch.
// Sources: Amazon CloudWatch User Guide, "Metrics retention", "CloudWatch service quotas"; Amazon
// CloudWatch API Reference, the page of each operation.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::cloudwatch {

// Putting metrics
inline constexpr std::size_t kDataOfCallMax = 1'000;
inline constexpr std::size_t kValuesMax = 150;
inline constexpr std::size_t kDimensionsMax = 30;
inline constexpr double kValueExponentMax = 360;  // values lie between -2^360 and 2^360
inline constexpr std::chrono::hours kOldestPut{14 * 24};
inline constexpr std::chrono::hours kNewestPut{2};

// Keeping them: how long values are kept that stand for so much time.
inline constexpr std::chrono::hours kSecondsKept{3};
inline constexpr std::chrono::hours kMinutesKept{15 * 24};
inline constexpr std::chrono::hours kFiveMinutesKept{63 * 24};
inline constexpr std::chrono::hours kHoursKept{455 * 24};

// AWS has no such bounds; these are ours. Distinct values of a period beyond so many are put into
// classes, for percentiles; metrics beyond so many of an account and region are not taken.
inline constexpr std::size_t kDistinctValuesMax = 256;
inline constexpr std::size_t kMetricsMax = 1'000'000;
// Namespaces, names and dimensions of all of them together.
inline constexpr std::size_t kMetricKeyBytesMax = std::size_t{256} << 20;

// Reading them
inline constexpr std::size_t kStatisticsPointsMax = 1'440;
inline constexpr std::size_t kQueriesMax = 500;
inline constexpr std::size_t kDataPointsMax = 100'800;
// Points that one request may have looked at and worked out; ours. That is some two hundred metrics
// over two weeks by the minute.
inline constexpr std::size_t kPointsOfRequestMax = 5'000'000;
inline constexpr std::size_t kListedMetricsMax = 500;
inline constexpr std::size_t kExpressionDepthMax = 32;
inline constexpr std::chrono::hours kListedFor{14 * 24};
inline constexpr std::chrono::hours kRecently{3};
inline constexpr std::int64_t kPeriodMax = 86'400;

// Alarms
inline constexpr std::size_t kAlarmsMax = 10'000;  // of an account and region
inline constexpr std::int64_t kEvaluatedSecondsMax = 604'800;
inline constexpr std::int64_t kEvaluatedSecondsMaxOfShort = 86'400;  // of periods below an hour
inline constexpr std::size_t kAlarmQueriesMax = 20;
inline constexpr std::size_t kCompositeAlarmsOfDeletion = 1;
inline constexpr std::size_t kRuleElementsMax = 500;
inline constexpr std::size_t kRuleChildrenMax = 100;
inline constexpr std::size_t kAlarmsPageSize = 50;
inline constexpr std::size_t kHistoryPageSize = 100;
inline constexpr std::chrono::hours kHistoryKept{30 * 24};
inline constexpr std::size_t kHistoryMax = 10'000;  // of an account and region; ours
// How many data points beyond the evaluation periods are asked for, in case some are missing.
inline constexpr std::int64_t kExtraPoints = 2;

// Dashboards
inline constexpr std::size_t kDashboardNameMax = 255;
inline constexpr std::size_t kDashboardBytesMax = 1'024 * 1'024;
inline constexpr std::size_t kDashboardsMax = 2'500;  // ours
inline constexpr std::size_t kDashboardsPageSize = 1'000;
inline constexpr std::size_t kWidgetsMax = 500;

inline constexpr std::size_t kTagsMax = 50;

}  // namespace emu::cloudwatch
