// The numbers of EventBridge Scheduler.
// Sources: EventBridge Scheduler User Guide, "Quotas for EventBridge Scheduler"; API Reference.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::scheduler {

inline constexpr std::size_t kSchedulesMax = 1'000'000;  // of an account in a region
inline constexpr std::size_t kGroupsMax = 500;
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::int32_t kPageMax = 100;
inline constexpr std::size_t kInputBytesMax = std::size_t{256} * 1024;
inline constexpr std::int32_t kRetriesMax = 185;
inline constexpr std::int32_t kEventAgeMaxSeconds = 86'400;
// How far in the past a start may lie.
inline constexpr std::chrono::minutes kStartInPastMax{5};

}  // namespace emu::scheduler
