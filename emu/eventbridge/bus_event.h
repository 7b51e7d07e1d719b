// An event as it is on a bus.
// Source: Amazon EventBridge User Guide, "AWS service event metadata".
#pragma once

#include <emu/time.h>

#include <memory>
#include <string>
#include <vector>

#include "core/json/json_view.h"

namespace emu::eventbridge {

struct EventFields {
  std::string id;
  std::string source;
  std::string detail_type;
  std::string account;
  std::string region;
  Time time;
  std::vector<std::string> resources = {};
  std::string detail = {};  // JSON
};

// The event as JSON.
std::string event_text(const EventFields& fields);

// "2026-01-01T00:00:00Z"
std::string seconds_text(Time time);

struct BusEvent {
  std::shared_ptr<const std::string> text;
  const JsonView& json;
  // It comes from another bus, and goes on to no third one.
  bool is_forwarded = false;
  // It is one of a schedule, which may never end: nobody waits for what becomes of it.
  bool is_scheduled = false;
};

}  // namespace emu::eventbridge
