// Values of any shape, drawn from a seed.
#pragma once

#include <emu/describe.h>

#include "core/hash/random.h"

namespace emu::test {

// Fills most members of a freshly made value. Texts have characters that need care in JSON, XML,
// forms and URIs, and instants are whole seconds, as headers carry them.
void generate(const Shape& shape, void* value, Random& random);

}  // namespace emu::test
