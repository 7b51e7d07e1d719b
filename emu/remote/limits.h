// The numbers of the AWS SDKs' standard retry mode, and of their clocks.
// Source: AWS SDKs and Tools Reference Guide, "Retry behavior".
#pragma once

#include <chrono>

namespace emu::remote {

inline constexpr std::chrono::seconds kBackoffMax{20};
inline constexpr int kRetryBudget = 500;
inline constexpr int kRetryCost = 5;
inline constexpr int kTimeoutRetryCost = 10;
inline constexpr int kSuccessRefund = 1;  // of a call that needed no retry

// A difference of clocks below this is not why a signature was refused.
inline constexpr std::chrono::minutes kClockSkewMin{4};

}  // namespace emu::remote
