// Posting to HTTP endpoints.
// Source: Amazon SNS Developer Guide, "Fanout Amazon SNS notifications to HTTPS endpoints",
// "HTTP/HTTPS headers".
#pragma once

#include <emu/result.h>

#include <string>

#include "core/gate/world.h"
#include "sns/message.h"
#include "sns/target.h"

namespace emu::sns {

struct WebPost {
  const Target& target;
  const PublishedMessage& message;
  std::string body;
};

// Waits for the answer. The APIs and websites of this cloud are reached, and what an HttpSender
// reaches, if there is one; any other host is unknown, and fails as one that does not answer.
Status post_to_web(World& world, const WebPost& post);

}  // namespace emu::sns
