#include "support/paths.h"

namespace emu::test {

std::string source_dir() { return EMU_SOURCE_DIR; }

std::string emu_program() { return EMU_PROGRAM; }

}  // namespace emu::test
