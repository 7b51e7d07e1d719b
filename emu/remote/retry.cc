#include "remote/retry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace emu::remote {

namespace {

constexpr std::array<std::string_view, 17> kRetryableCodes = {
    // without an answer, or temporary
    "ConnectionError",
    "RequestTimeout",
    "RequestTimeoutException",
    // throttling
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
};

constexpr std::array<std::string_view, 6> kClockSkewCodes = {
    "AuthFailure",        "InvalidSignatureException", "RequestExpired",
    "RequestInTheFuture", "RequestTimeTooSkewed",      "SignatureDoesNotMatch",
};

template <std::size_t size>
bool is_one_of(const std::string& code, const std::array<std::string_view, size>& codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool is_timeout(const Error& error) { return error.code.starts_with("RequestTimeout"); }

}  // namespace

bool is_retryable(const Error& error) {
  return error.status == 500 || (error.status >= 502 && error.status <= 504) ||
         is_one_of(error.code, kRetryableCodes);
}

bool may_be_clock_skew(const Error& error) { return is_one_of(error.code, kClockSkewCodes); }

Duration backoff(int retry, double jitter) {
  const double longest = std::chrono::duration<double>(kBackoffMax).count();
  const double seconds = std::min(jitter * std::ldexp(1.0, retry - 1), longest);
  return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
}

int RetryBudget::take(const Error& error) {
  const int cost = is_timeout(error) ? kTimeoutRetryCost : kRetryCost;
  const std::lock_guard lock(mutex_);
  if (left_ < cost) return 0;
  left_ -= cost;
  return cost;
}

void RetryBudget::give_back(int cost) {
  const std::lock_guard lock(mutex_);
  left_ = std::min(left_ + (cost == 0 ? kSuccessRefund : cost), kRetryBudget);
}

}  // namespace emu::remote
