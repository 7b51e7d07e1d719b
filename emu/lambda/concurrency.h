// How many invocations of an account run at once in a region, and who may start another.
//
// A function with reserved concurrency has that much and never more. All others share what is not
// reserved. Source: Lambda Developer Guide, "Understanding Lambda function scaling".
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <optional>

namespace emu::lambda {

// One function's part.
struct ConcurrencyUse {
  std::optional<std::int32_t> reserved = {};
  std::int32_t running = 0;
};

class ConcurrencyPool {
 public:
  // Counts an invocation that starts, or says why it may not.
  Status acquire(ConcurrencyUse& use);
  void release(ConcurrencyUse& use);

  // Sets or, with nothing, ends a reservation. Fails when too little would stay unreserved.
  Status reserve(ConcurrencyUse& use, std::optional<std::int32_t> reserved);

  // What functions without a reservation share.
  std::int32_t unreserved() const;

 private:
  std::int32_t reserved_ = 0;            // the sum of the reservations
  std::int32_t unreserved_running_ = 0;  // of functions without one
};

}  // namespace emu::lambda
