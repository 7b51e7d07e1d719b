// The ids of requests, in the shapes that each service gives them. May be used from many threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "core/gate/service_profile.h"
#include "core/hash/ids.h"
#include "core/hash/random.h"

namespace emu::server {

class RequestIds {
 public:
  explicit RequestIds(const Random& random) : seed_(random.fork("request ids").next()) {}

  std::string next(const ServiceProfile& service) {
    Random random(seed_ + count_.fetch_add(1, std::memory_order_relaxed));
    const std::size_t letters = service.request_id_letters;
    return letters == 0 ? uuid4(random) : upper_alnum_id(random, letters);
  }

 private:
  std::uint64_t seed_;
  std::atomic<std::uint64_t> count_{0};
};

}  // namespace emu::server
