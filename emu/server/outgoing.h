// Outgoing requests of a cloud that is served: SNS's to HTTP endpoints, and those of handlers.
#pragma once

#include <memory>

#include "core/gate/http_sender.h"
#include "core/gate/world.h"

namespace emu::server {

// Reaches this machine, and hosts whose names have no dot, as those of containers beside it.
// Anything else is refused by its name, so that no test talks to strangers.
std::shared_ptr<HttpSender> make_sender();

// Gives the cloud the sender; null takes it away.
void bring_sender(World& world, const std::shared_ptr<HttpSender>& sender);

}  // namespace emu::server
