/* Waiting for descriptors: one more is waited for, which can be read once the time has come. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/select.h>

#include "runtimes/preload/preload.h"

static const int64_t kMillisecond = 1000000;

typedef int Ppoll(struct pollfd*, nfds_t, const struct timespec*, const sigset_t*);

static Ppoll* real_ppoll(void) {
  static Ppoll* real = NULL;
  if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "ppoll");
  return real;
}

/* Waits at most so long; 0 when the time has come. */
static int wait_for(struct pollfd* sources, nfds_t count, int64_t at_most, const sigset_t* mask) {
  const struct timespec at_once = {.tv_sec = 0, .tv_nsec = 0};
  const int ready = real_ppoll()(sources, count, &at_once, mask);
  if (ready != 0) return ready;
  struct pollfd all[count + 1];
  memcpy(all, sources, count * sizeof *all);
  all[count] = (struct pollfd){.fd = emu_bell(), .events = POLLIN, .revents = 0};
  struct EmuClockSlot* slot = emu_begin_wait(kEmuDescriptors, emu_now() + at_most, NULL);
  int found = real_ppoll()(all, count + 1, NULL, mask);
  const int error = errno;
  emu_end_wait(slot);
  errno = error;
  if (found <= 0) return found;
  memcpy(sources, all, count * sizeof *all);
  return all[count].revents != 0 ? found - 1 : found;
}

EMU_EXPORT int poll(struct pollfd* sources, nfds_t count, int milliseconds) {
  EMU_REAL(poll);
  if (milliseconds <= 0 || !emu_is_ours()) return real(sources, count, milliseconds);
  return wait_for(sources, count, milliseconds * kMillisecond, NULL);
}

EMU_EXPORT int __poll_chk(struct pollfd* sources, nfds_t count, int milliseconds, size_t size) {
  (void)size;
  return poll(sources, count, milliseconds);
}

EMU_EXPORT int ppoll(struct pollfd* sources, nfds_t count, const struct timespec* at_most,
                     const sigset_t* mask) {
  if (at_most == NULL || emu_from_timespec(at_most) == 0 || !emu_is_ours()) {
    return real_ppoll()(sources, count, at_most, mask);
  }
  return wait_for(sources, count, emu_from_timespec(at_most), mask);
}

EMU_EXPORT int __ppoll_chk(struct pollfd* sources, nfds_t count, const struct timespec* at_most,
                           const sigset_t* mask, size_t size) {
  (void)size;
  return ppoll(sources, count, at_most, mask);
}

static int real_epoll(int epoll, struct epoll_event* events, int count, int milliseconds,
                      const sigset_t* mask) {
  EMU_REAL(epoll_pwait);
  return real(epoll, events, count, milliseconds, mask);
}

/* A negative time: without a limit. */
static int wait_for_epoll(int epoll, struct epoll_event* events, int count, int64_t at_most,
                          const sigset_t* mask) {
  if (at_most < 0) return real_epoll(epoll, events, count, -1, mask);
  const int ready = real_epoll(epoll, events, count, 0, mask);
  if (ready != 0 || at_most == 0) return ready;
  struct pollfd source = {.fd = epoll, .events = POLLIN, .revents = 0};
  const int found = wait_for(&source, 1, at_most, mask);
  return found <= 0 ? found : real_epoll(epoll, events, count, 0, mask);
}

EMU_EXPORT int epoll_pwait(int epoll, struct epoll_event* events, int count, int milliseconds,
                           const sigset_t* mask) {
  if (!emu_is_ours()) return real_epoll(epoll, events, count, milliseconds, mask);
  return wait_for_epoll(epoll, events, count, milliseconds < 0 ? -1 : milliseconds * kMillisecond,
                        mask);
}

EMU_EXPORT int epoll_wait(int epoll, struct epoll_event* events, int count, int milliseconds) {
  return epoll_pwait(epoll, events, count, milliseconds, NULL);
}

EMU_EXPORT int epoll_pwait2(int epoll, struct epoll_event* events, int count,
                            const struct timespec* at_most, const sigset_t* mask) {
  EMU_REAL(epoll_pwait2);
  if (!emu_is_ours()) return real(epoll, events, count, at_most, mask);
  return wait_for_epoll(epoll, events, count, at_most == NULL ? -1 : emu_from_timespec(at_most),
                        mask);
}

static void add(struct pollfd* sources, nfds_t* count, int limit, const fd_set* set, short events) {
  for (int fd = 0; set != NULL && fd < limit; ++fd) {
    if (!FD_ISSET(fd, set)) continue;
    nfds_t at = 0;
    while (at < *count && sources[at].fd != fd) ++at;
    if (at == *count) sources[(*count)++] = (struct pollfd){.fd = fd, .events = 0, .revents = 0};
    sources[at].events |= events;
  }
}

static int keep(const struct pollfd* sources, nfds_t count, fd_set* set, short asked, short found) {
  if (set == NULL) return 0;
  int kept = 0;
  FD_ZERO(set);
  for (nfds_t i = 0; i < count; ++i) {
    if ((sources[i].events & asked) == 0 || (sources[i].revents & found) == 0) continue;
    FD_SET(sources[i].fd, set);
    ++kept;
  }
  return kept;
}

static int select_until(int limit, fd_set* reading, fd_set* writing, fd_set* failing,
                        int64_t at_most, const sigset_t* mask) {
  struct pollfd sources[limit > 0 ? limit : 1];
  nfds_t count = 0;
  add(sources, &count, limit, reading, POLLIN);
  add(sources, &count, limit, writing, POLLOUT);
  add(sources, &count, limit, failing, POLLPRI);
  if (wait_for(sources, count, at_most, mask) < 0) return -1;
  for (nfds_t i = 0; i < count; ++i) {
    if ((sources[i].revents & POLLNVAL) == 0) continue;
    errno = EBADF;
    return -1;
  }
  return keep(sources, count, reading, POLLIN, POLLIN | POLLHUP | POLLERR) +
         keep(sources, count, writing, POLLOUT, POLLOUT | POLLERR) +
         keep(sources, count, failing, POLLPRI, POLLPRI);
}

EMU_EXPORT int select(int limit, fd_set* reading, fd_set* writing, fd_set* failing,
                      struct timeval* at_most) {
  EMU_REAL(select);
  const int64_t time =
      at_most == NULL ? 0 : at_most->tv_sec * INT64_C(1000000000) + at_most->tv_usec * 1000;
  if (time == 0 || !emu_is_ours()) return real(limit, reading, writing, failing, at_most);
  return select_until(limit, reading, writing, failing, time, NULL);
}

EMU_EXPORT int pselect(int limit, fd_set* reading, fd_set* writing, fd_set* failing,
                       const struct timespec* at_most, const sigset_t* mask) {
  EMU_REAL(pselect);
  const int64_t time = at_most == NULL ? 0 : emu_from_timespec(at_most);
  if (time == 0 || !emu_is_ours()) return real(limit, reading, writing, failing, at_most, mask);
  return select_until(limit, reading, writing, failing, time, mask);
}
