// The biography of a message: what happened to it, where it is now, and why it is there.
//
// It is read from the trace and from the queues, without a call: looking leaves nothing behind.
#pragma once

#include <emu/cloud.h>
#include <emu/trace.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emu::server {

struct Biography {
  std::vector<TraceEvent> events = {};  // oldest first
  // "visible", "in_flight" or "delayed" in a queue; else "deleted", "expired", "moved" (it goes on
  // under another id), "gone" (with its queue, or purged) or "unknown" (its queue is too long to be
  // looked through).
  std::string state = "gone";
  std::string queue = {};  // ARN, while it lies in one
  std::int64_t receive_count = 0;
  std::string why = {};  // sentences for people
};

Biography read_biography(Cloud& cloud, std::string_view message_id);

}  // namespace emu::server
