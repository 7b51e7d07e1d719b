#pragma once

namespace emu {

// The version of the library, as in "0.1.0".
const char* version();

}  // namespace emu
