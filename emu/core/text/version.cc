#include <emu/version.h>

namespace emu {

// EMU_VERSION comes from the build, which is the one place that knows the number.
const char* version() { return EMU_VERSION; }

}  // namespace emu
