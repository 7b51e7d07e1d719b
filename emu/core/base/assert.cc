#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace emu {

void assertion_failed(const char* condition, const char* why, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: broken invariant: %s\n  it must hold because: %s\n", file, line,
               condition, why);
  std::fflush(stderr);
  std::abort();
}

}  // namespace emu
