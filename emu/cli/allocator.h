// The program's allocator.
#pragma once

namespace emu::cli {

// What is free goes back to the system at once.
void give_back_memory();

}  // namespace emu::cli
