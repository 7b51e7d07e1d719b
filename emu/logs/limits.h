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

inline constexpr std::size_t kBatchBytesMax = 1'048'576;
inline constexpr std::size_t kEventBytesMax = 1'048'576;
inline constexpr std::size_t kEventOverhead = 26;  // counted on top of each message
inline constexpr std::chrono::milliseconds kBatchSpanMax = std::chrono::hours(24);
inline constexpr std::chrono::milliseconds kTooNew = std::chrono::hours(2);
inline constexpr std::chrono::milliseconds kTooOld = std::chrono::hours(24 * 14);

inline constexpr std::size_t kDescribePage = 50;
inline constexpr std::size_t kEventsPage = 10'000;
inline constexpr std::size_t kEventsPageBytes = 1'048'576;

inline constexpr std::array<std::int32_t, 22> kRetentionDays = {
    1,   3,   5,   7,   14,   30,   60,   90,   120,  150,  180,
    365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653};

}  // namespace emu::logs
