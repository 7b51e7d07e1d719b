// The ids of requests, in the shapes that each service gives them. May be used from many threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/hash/ids.h"
#include "core/hash/random.h"

namespace emu::server {

class RequestIds {
 public:
  explicit RequestIds(const Random& random) : seed_(random.fork("request ids").next()) {}

  std::string next(std::string_view service) {
    Random random(seed_ + count_.fetch_add(1, std::memory_order_relaxed));
    if (service == "s3") return upper_alnum_id(random, 16);
    if (service == "dynamodb") return upper_alnum_id(random, 52);
    return uuid4(random);
  }

 private:
  std::uint64_t seed_;
  std::atomic<std::uint64_t> count_{0};
};

}  // namespace emu::server
