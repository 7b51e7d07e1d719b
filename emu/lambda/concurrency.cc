#include "lambda/concurrency.h"

#include <emu/lambda/errors.h>
#include <fmt/format.h>

#include "core/base/assert.h"
#include "lambda/errors.h"
#include "lambda/limits.h"

namespace emu::lambda {

namespace {

Error throttled(std::string reason) {
  Error error = user_error(errors::kTooManyRequestsException, 429, "Rate Exceeded.");
  error.fields.emplace_back("Reason", std::move(reason));
  return error;
}

Error throttled_by_reservation() {
  return throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
}

Error throttled_by_account() { return throttled("ConcurrentInvocationLimitExceeded"); }

// Source: Lambda Developer Guide, "Configuring reserved concurrency for a function".
Error too_much_reserved() {
  return invalid_parameter(
      fmt::format("Specified ReservedConcurrentExecutions for function decreases account's "
                  "UnreservedConcurrentExecution below its minimum value of [{}].",
                  kUnreservedConcurrencyMin));
}

}  // namespace

Status ConcurrencyPool::acquire(ConcurrencyUse& use) {
  if (use.reserved) {
    if (use.running >= *use.reserved) return throttled_by_reservation();
  } else {
    if (unreserved_running_ >= unreserved()) return throttled_by_account();
    ++unreserved_running_;
  }
  ++use.running;
  return {};
}

void ConcurrencyPool::release(ConcurrencyUse& use) {
  EMU_ASSERT(use.running > 0, "only what was acquired is released");
  --use.running;
  if (!use.reserved) --unreserved_running_;
}

Status ConcurrencyPool::reserve(ConcurrencyUse& use, std::optional<std::int32_t> reserved) {
  const std::int32_t others = reserved_ - use.reserved.value_or(0);
  const std::int32_t most = kConcurrencyMax - kUnreservedConcurrencyMin - others;
  if (reserved && *reserved > most) return too_much_reserved();
  // What is running now counts where the function counts from now on.
  if (!use.reserved) unreserved_running_ -= use.running;
  if (!reserved) unreserved_running_ += use.running;
  reserved_ = others + reserved.value_or(0);
  use.reserved = reserved;
  return {};
}

std::int32_t ConcurrencyPool::unreserved() const { return kConcurrencyMax - reserved_; }

}  // namespace emu::lambda
