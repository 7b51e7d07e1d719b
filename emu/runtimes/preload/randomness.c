/* What a program draws at random comes from the seed of the run: a stream for each thread. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "runtimes/preload/preload.h"

static __thread uint64_t state = 0;

/* SplitMix64, by Guy Steele, Doug Lea and Christine Flood. */
static uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

bool emu_draw(void* buffer, size_t size) {
  const uint64_t seed = emu_page == NULL ? 0 : (uint64_t)emu_get(emu_page->seed);
  if (seed == 0) return false;
  if (state == 0) state = mix(seed + mix((uint64_t)emu_thread));
  unsigned char* out = buffer;
  while (size > 0) {
    state += UINT64_C(0x9E3779B97F4A7C15);
    const uint64_t word = mix(state);
    const size_t count = size < sizeof word ? size : sizeof word;
    memcpy(out, &word, count);
    out += count;
    size -= count;
  }
  return true;
}

EMU_EXPORT ssize_t getrandom(void* buffer, size_t size, unsigned flags) {
  if (emu_draw(buffer, size)) return (ssize_t)size;
  return emu_system_call(SYS_getrandom, (long)buffer, (long)size, flags, 0, 0, 0);
}

EMU_EXPORT int getentropy(void* buffer, size_t size) {
  if (size > 256) {
    errno = EIO;
    return -1;
  }
  return getrandom(buffer, size, 0) == (ssize_t)size ? 0 : -1;
}

/* Programs go around the functions above by this one. */
EMU_EXPORT long syscall(long number, ...) {
  long arguments[6];
  va_list list;
  va_start(list, number);
  for (int i = 0; i < 6; ++i) arguments[i] = va_arg(list, long);
  va_end(list);
  if (number == SYS_getrandom && emu_draw((void*)arguments[0], (size_t)arguments[1])) {
    return arguments[1];
  }
  if (number == SYS_close) return emu_close((int)arguments[0]);
  return emu_system_call(number, arguments[0], arguments[1], arguments[2], arguments[3],
                         arguments[4], arguments[5]);
}
