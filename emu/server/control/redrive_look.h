// A queue's redrive policy, looked at past the gate: no call is recorded, refused or delayed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/world.h"

namespace emu::server {

struct RedriveLook {
  std::string target_arn = {};
  std::int64_t max_receive_count = 0;
};

// Nothing when the queue is gone or has none.
std::optional<RedriveLook> look_at_redrive_policy(World& world, std::string_view queue_arn);

}  // namespace emu::server
