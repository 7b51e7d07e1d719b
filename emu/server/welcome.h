// The page that a person finds who opens the server's URL in a browser: what this is, and where to
// go from there.
#pragma once

#include <emu/http.h>

#include "core/gate/request_parts.h"
#include "core/gate/world.h"

namespace emu::server {

// Whether a person asks with a browser, and not a program for what lies at "/" in AWS.
bool is_for_people(const RequestParts& parts);

HttpResponse welcome_page(const RequestParts& parts, const World::Options& options);

}  // namespace emu::server
