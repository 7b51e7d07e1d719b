// The numbers of EventBridge.
// Sources: Amazon EventBridge User Guide, "Amazon EventBridge quotas"; Amazon EventBridge API
// Reference, the page of each operation.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::eventbridge {

inline constexpr std::size_t kBusesMax = 100;
inline constexpr std::size_t kRulesMax = 300;  // of a bus
inline constexpr std::size_t kTargetsMax = 5;  // of a rule
inline constexpr std::size_t kPolicyMax = 10240;
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::int32_t kPageMax = 100;

// Of all entries of a request together; a time counts as so many.
inline constexpr std::size_t kEntriesBytesMax = std::size_t{1024} * 1024;
inline constexpr std::size_t kTimeBytes = 14;
// What a template makes of an event; no target takes more.
inline constexpr std::size_t kInputBytesMax = std::size_t{1024} * 1024;

}  // namespace emu::eventbridge
