// The events of a function: what SAM makes so that it is invoked.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "cloudformation/sam/building.h"

namespace emu::cloudformation::sam {

// The function as its events name it: itself, or its alias.
struct Invoked {
  Node ref = {};              // Ref of the function or of its alias
  Node arn = {};              // its ARN, which is the Ref of an alias
  std::string uri_name = {};  // within Fn::Sub: "Worker.Arn", "WorkerAliaslive"
};

struct Event {
  std::string name = {};
  std::string id = {};  // of what it makes: the function's id and its name
  Place place = {};
  std::string type = {};
  Node properties = {};
};

// The events of a function, with their types known and their properties in order.
Result<std::vector<Event>> read_events(const Building& building, const Source& source);

Status make_event(Building& building, const Source& source, const Invoked& invoked,
                  const Event& event);
Status make_http_route(Building& building, const Source& source, const Invoked& invoked,
                       const Event& event);

// <event id>Permission
Status make_permission(Building& building, const Source& source, const Invoked& invoked,
                       const Event& event, std::string_view principal, const Node& source_arn);

// In SAM's words that an event of a function is invalid.
Error invalid_event(const Building& building, const Source& source, const Event& event,
                    std::string_view text, std::string_view advice);

}  // namespace emu::cloudformation::sam
