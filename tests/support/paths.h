// Where the tests find what they read and start. The build says it to one file alone, so that the
// others compile to the same bytes wherever the project lies.
#pragma once

#include <string>

namespace emu::test {

// The project's root folder.
std::string source_dir();

// The program `emu` of this build; empty when it is not part of it.
std::string emu_program();

}  // namespace emu::test
