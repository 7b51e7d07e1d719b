/* What the parts of the preloaded library know of each other. */
#pragma once

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "runtimes/preload/clock_page.h"

#define EMU_EXPORT __attribute__((visibility("default")))

/* The function that the program would have called. */
#define EMU_REAL(name)                  \
  static __typeof__(name)* real = NULL; \
  if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, #name)

#define emu_get(field) __atomic_load_n(&(field), __ATOMIC_SEQ_CST)
#define emu_set(field, value) __atomic_store_n(&(field), (value), __ATOMIC_SEQ_CST)
#define emu_add(field, value) __atomic_fetch_add(&(field), (value), __ATOMIC_SEQ_CST)

/* NULL: this process does not follow the emulator. */
extern struct EmuClockPage* emu_page;

/* False in a child between vfork and exec, which shares this memory and must not change it. */
bool emu_is_ours(void);

/* The running thread's name, and the slot it waits in. */
extern __thread int64_t emu_thread;
struct EmuClockSlot* emu_slot(void);
/* A descriptor that can be read once the time of the slot has come. */
int emu_bell(void);

/* Around a wait for a time: before it, and after it. */
struct EmuClockSlot* emu_begin_wait(enum EmuWait kind, int64_t deadline, void* object);
void emu_end_wait(struct EmuClockSlot* slot);

/* How often the running thread has read a clock since it last waited, read or wrote. */
extern __thread int32_t emu_readings;

/* Waits until the monotonic time; false when a signal came before. */
bool emu_sleep_until(int64_t deadline);

static inline int64_t emu_now(void) { return emu_get(emu_page->monotonic); }
static inline int64_t emu_from_timespec(const struct timespec* t) {
  const int64_t seconds_max = INT64_C(4000000000);
  return (t->tv_sec < seconds_max ? t->tv_sec : seconds_max) * INT64_C(1000000000) + t->tv_nsec;
}
static inline void emu_to_timespec(int64_t time, struct timespec* t) {
  t->tv_sec = time / INT64_C(1000000000);
  t->tv_nsec = time % INT64_C(1000000000);
}
static inline bool emu_is_monotonic(clockid_t clock) {
  return clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_RAW ||
         clock == CLOCK_MONOTONIC_COARSE || clock == CLOCK_BOOTTIME;
}
static inline bool emu_is_realtime(clockid_t clock) {
  return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI;
}
/* A time of that clock as one of the monotonic clock. */
static inline int64_t emu_as_monotonic(clockid_t clock, int64_t time) {
  return emu_is_monotonic(clock) ? time : time - emu_get(emu_page->realtime_base);
}

/* Makes the field at least that. */
static inline void emu_raise(int32_t* field, int32_t value) {
  int32_t seen = emu_get(*field);
  while (seen < value && !__atomic_compare_exchange_n(field, &seen, value, false, __ATOMIC_SEQ_CST,
                                                      __ATOMIC_SEQ_CST)) {
  }
}

/* The kernel's own futex, which takes no time limit here. */
long emu_futex(void* word, int operation, int value);
long emu_system_call(long number, long a, long b, long c, long d, long e, long f);

/* traffic.c */
int emu_close(int descriptor);
/* randomness.c: false when the machine is to draw. */
bool emu_draw(void* buffer, size_t size);
