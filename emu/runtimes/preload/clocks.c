/* Reading the clocks, and sleeping. */
#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "runtimes/preload/preload.h"

static const int64_t kMillisecond = 1000000;

__thread int32_t emu_readings = 0;

bool emu_sleep_until(int64_t deadline) {
  emu_readings = 0;
  if (deadline <= emu_now()) return true;
  struct EmuClockSlot* slot = emu_begin_wait(kEmuSleep, deadline, NULL);
  bool is_interrupted = false;
  while (!emu_get(slot->is_due) && !is_interrupted) {
    is_interrupted = emu_futex(&slot->is_due, FUTEX_WAIT, 0) != 0 && errno == EINTR;
  }
  emu_end_wait(slot);
  return !is_interrupted;
}

/* A program that reads the clock until a time has come would wait forever: time moves only when
 * everyone waits. */
static void let_readings_pass_time(void) {
  const int32_t most = emu_get(emu_page->readings_max);
  if (most == 0 || ++emu_readings < most || !emu_is_ours()) return;
  const int error = errno;
  emu_sleep_until(emu_now() + kMillisecond);
  errno = error;
}

static int64_t read_clock(clockid_t clock) {
  let_readings_pass_time();
  const int64_t now = emu_now();
  return emu_is_monotonic(clock) ? now : emu_get(emu_page->realtime_base) + now;
}

static int64_t real_clock(clockid_t clock) {
  struct timespec now;
  emu_system_call(SYS_clock_gettime, clock, (long)&now, 0, 0, 0, 0);
  return emu_from_timespec(&now);
}

static int64_t realtime(void) {
  return emu_page == NULL ? real_clock(CLOCK_REALTIME) : read_clock(CLOCK_REALTIME);
}

EMU_EXPORT int clock_gettime(clockid_t clock, struct timespec* out) {
  if (emu_page == NULL || !(emu_is_monotonic(clock) || emu_is_realtime(clock))) {
    EMU_REAL(clock_gettime);
    return real(clock, out);
  }
  emu_to_timespec(read_clock(clock), out);
  return 0;
}

EMU_EXPORT int gettimeofday(struct timeval* out, void* zone) {
  (void)zone;
  const int64_t now = realtime();
  out->tv_sec = now / 1000000000;
  out->tv_usec = now % 1000000000 / 1000;
  return 0;
}

EMU_EXPORT time_t time(time_t* out) {
  const time_t now = realtime() / 1000000000;
  if (out != NULL) *out = now;
  return now;
}

EMU_EXPORT int timespec_get(struct timespec* out, int base) {
  if (base != TIME_UTC) return 0;
  emu_to_timespec(realtime(), out);
  return base;
}

/* What is left of a sleep that a signal has ended. */
static void tell_rest(int64_t deadline, struct timespec* rest) {
  const int64_t now = emu_now();
  if (rest != NULL) emu_to_timespec(deadline > now ? deadline - now : 0, rest);
}

EMU_EXPORT int clock_nanosleep(clockid_t clock, int flags, const struct timespec* wanted,
                               struct timespec* rest) {
  EMU_REAL(clock_nanosleep);
  if (!emu_is_ours()) return real(clock, flags, wanted, rest);
  const bool is_absolute = (flags & TIMER_ABSTIME) != 0;
  const int64_t time = emu_from_timespec(wanted);
  const int64_t deadline = is_absolute ? emu_as_monotonic(clock, time) : emu_now() + time;
  if (emu_sleep_until(deadline)) return 0;
  if (!is_absolute) tell_rest(deadline, rest);
  return EINTR;
}

EMU_EXPORT int nanosleep(const struct timespec* wanted, struct timespec* rest) {
  EMU_REAL(nanosleep);
  if (!emu_is_ours()) return real(wanted, rest);
  const int64_t deadline = emu_now() + emu_from_timespec(wanted);
  if (emu_sleep_until(deadline)) return 0;
  tell_rest(deadline, rest);
  errno = EINTR;
  return -1;
}

EMU_EXPORT int usleep(useconds_t microseconds) {
  struct timespec wanted;
  emu_to_timespec((int64_t)microseconds * 1000, &wanted);
  return nanosleep(&wanted, NULL);
}

EMU_EXPORT unsigned sleep(unsigned seconds) {
  struct timespec wanted = {.tv_sec = seconds, .tv_nsec = 0};
  struct timespec rest = {.tv_sec = 0, .tv_nsec = 0};
  return nanosleep(&wanted, &rest) == 0 ? 0 : (unsigned)rest.tv_sec;
}
