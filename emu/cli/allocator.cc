// How jemalloc allocates in this program, where it is linked with it.
#include "cli/allocator.h"

#include <malloc.h>

#include <cstddef>

extern "C" {
// It reads this variable when it starts. Without a thread of its own it gives memory back only
// while there are calls: a server that a load has left would keep what the load took.
extern const char* const malloc_conf;  // NOLINT(readability-identifier-naming): jemalloc's name
const char* const malloc_conf = "background_thread:true";

// jemalloc's control; not there with another allocator.
int mallctl(const char* name, void* old_value, std::size_t* old_size, void* new_value,
            std::size_t new_size) __attribute__((weak));
}

namespace emu::cli {

void give_back_memory() {
  if (mallctl == nullptr) {
    malloc_trim(0);
    return;
  }
  mallctl("thread.tcache.flush", nullptr, nullptr, nullptr, 0);
  // 4096 stands for all arenas: MALLCTL_ARENAS_ALL.
  mallctl("arena.4096.purge", nullptr, nullptr, nullptr, 0);
}

}  // namespace emu::cli
