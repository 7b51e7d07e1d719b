// The numbers of CloudWatch Logs. Sources: CloudWatch Logs User Guide, "CloudWatch Logs quotas";
// API Reference, "PutLogEvents".
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::logs {

inline constexpr std::size_t kLogGroupsMax = 1'000'000;
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::size_t kTagKeyMax = 128;

inline constexpr std::size_t kSubscriptionFiltersMax = 2;  // of a group, as the next two
inline constexpr std::size_t kMetricFiltersMax = 100;
inline constexpr int kExpressionFiltersMax = 5;  // filters with regular expressions
inline constexpr int kPatternExpressionsMax = 2;
inline constexpr std::size_t kMetricDimensionsMax = 3;
inline constexpr std::size_t kSystemFieldsMax = 2;
inline constexpr std::size_t kResourcePoliciesMax = 10;  // of an account, beside those of groups
inline constexpr std::size_t kPolicyNameMax = 256;       // ours

// Ours: what a regular expression may become, so that no event takes long to compare.
inline constexpr std::size_t kExpressionStepsMax = 100;
// Ours: those of all filters of a group together, which are compared with every event that comes.
inline constexpr std::size_t kGroupStepsMax = 250;
// Ours: the work of one page of FilterLogEvents, bytes of events by EventMatcher::cost().
inline constexpr std::size_t kSearchWorkPage = 128 * 1024 * 1024;

inline constexpr std::size_t kBatchBytesMax = 1'048'576;
inline constexpr std::size_t kEventBytesMax = 1'048'576;
inline constexpr std::size_t kEventOverhead = 26;  // counted on top of each message
inline constexpr std::chrono::milliseconds kBatchSpanMax = std::chrono::hours(24);
inline constexpr std::chrono::milliseconds kTooNew = std::chrono::hours(2);
inline constexpr std::chrono::milliseconds kTooOld = std::chrono::hours(24 * 14);

// Ours, of what functions of subscription filters get.
inline constexpr std::size_t kPayloadTextMax = 512 * 1024;  // beyond it another begins
// Two functions whose logs subscribe each other let time go on so.
inline constexpr std::chrono::seconds kDeliveryDelay{1};

inline constexpr std::size_t kDescribePage = 50;
inline constexpr std::size_t kEventsPage = 10'000;
inline constexpr std::size_t kEventsPageBytes = 1'048'576;

inline constexpr std::array<std::int32_t, 22> kRetentionDays = {
    1,   3,   5,   7,   14,   30,   60,   90,   120,  150,  180,
    365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653};

}  // namespace emu::logs
