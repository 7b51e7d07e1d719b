// How both kinds of fiber run a body.
#pragma once

#include "core/task/fiber.h"

namespace emu {

// Runs the body and destroys it. An exception that comes out of it ends the program with a message
// that names it.
void run_fiber_body(Fiber::Body& body);

}  // namespace emu
