/* Waiting for semaphores and conditions with a limit of time. */
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/syscall.h>

#include "runtimes/preload/preload.h"

/* Later than any monotonic time of ours, which begins near zero, and before any time of day. */
static const int64_t kTimeOfDayMin = INT64_C(500000000000000000);
static const int64_t kMillisecond = 1000000;

/* glibc on 64-bit machines: how many may pass, and in the upper half how many wait, for whom
 * sem_post then wakes the futex that the lower half is. */
static const uint64_t kOneWaiter = UINT64_C(1) << 32;

static int wait_for_semaphore(sem_t* semaphore, int64_t deadline) {
  if (sem_trywait(semaphore) == 0) return 0;
  if (deadline <= emu_now()) {
    errno = ETIMEDOUT;
    return -1;
  }
  uint64_t* state = (uint64_t*)(void*)semaphore;
  emu_add(*state, kOneWaiter);
  struct EmuClockSlot* slot = emu_begin_wait(kEmuSemaphore, deadline, semaphore);
  int error = 0;
  bool is_interrupted = false;
  while (true) {
    uint64_t seen = emu_get(*state);
    if ((uint32_t)seen > 0) {
      if (__atomic_compare_exchange_n(state, &seen, seen - 1 - kOneWaiter, false, __ATOMIC_SEQ_CST,
                                      __ATOMIC_SEQ_CST)) {
        break;
      }
      continue;
    }
    const bool is_due = emu_get(slot->is_due) != 0;
    if (is_due || is_interrupted) {
      emu_add(*state, -kOneWaiter);
      error = is_due ? ETIMEDOUT : EINTR;
      break;
    }
    is_interrupted =
        emu_futex(semaphore, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 0) != 0 && errno == EINTR;
  }
  emu_end_wait(slot);
  if (error == 0) return 0;
  errno = error;
  return -1;
}

EMU_EXPORT int sem_clockwait(sem_t* semaphore, clockid_t clock, const struct timespec* deadline) {
  EMU_REAL(sem_clockwait);
  if (!emu_is_ours()) return real(semaphore, clock, deadline);
  return wait_for_semaphore(semaphore, emu_as_monotonic(clock, emu_from_timespec(deadline)));
}

EMU_EXPORT int sem_timedwait(sem_t* semaphore, const struct timespec* deadline) {
  EMU_REAL(sem_timedwait);
  if (!emu_is_ours()) return real(semaphore, deadline);
  return wait_for_semaphore(semaphore,
                            emu_as_monotonic(CLOCK_REALTIME, emu_from_timespec(deadline)));
}

typedef int ClockWait(pthread_cond_t*, pthread_mutex_t*, clockid_t, const struct timespec*);

static ClockWait* real_clockwait(void) {
  static ClockWait* real = NULL;
  if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "pthread_cond_clockwait");
  return real;
}

/* In real time, in which threads of an interpreter take turns. */
static int wait_for_turn(pthread_cond_t* condition, pthread_mutex_t* mutex, int32_t milliseconds) {
  struct timespec deadline;
  emu_system_call(SYS_clock_gettime, CLOCK_MONOTONIC, (long)&deadline, 0, 0, 0, 0);
  emu_to_timespec(emu_from_timespec(&deadline) + milliseconds * kMillisecond, &deadline);
  return real_clockwait()(condition, mutex, CLOCK_MONOTONIC, &deadline);
}

static int wait_for_condition(pthread_cond_t* condition, pthread_mutex_t* mutex, int64_t deadline) {
  const int32_t lock_wait_ms = emu_get(emu_page->lock_wait_ms);
  if (lock_wait_ms > 0) return wait_for_turn(condition, mutex, lock_wait_ms);
  if (deadline <= emu_now()) return ETIMEDOUT;
  struct EmuClockSlot* slot = emu_begin_wait(kEmuCondition, deadline, condition);
  pthread_cond_wait(condition, mutex);
  const bool is_due = emu_get(slot->is_due) != 0;
  emu_end_wait(slot);
  return is_due ? ETIMEDOUT : 0;
}

/* Which clock a condition was made for nobody can ask: the time itself tells. */
EMU_EXPORT int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                      const struct timespec* deadline) {
  EMU_REAL(pthread_cond_timedwait);
  if (!emu_is_ours()) return real(condition, mutex, deadline);
  const int64_t time = emu_from_timespec(deadline);
  const clockid_t clock = time >= kTimeOfDayMin ? CLOCK_REALTIME : CLOCK_MONOTONIC;
  return wait_for_condition(condition, mutex, emu_as_monotonic(clock, time));
}

EMU_EXPORT int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                      clockid_t clock, const struct timespec* deadline) {
  if (!emu_is_ours()) return real_clockwait()(condition, mutex, clock, deadline);
  return wait_for_condition(condition, mutex, emu_as_monotonic(clock, emu_from_timespec(deadline)));
}
