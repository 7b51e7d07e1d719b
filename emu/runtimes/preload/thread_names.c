/* Every thread has a name that is the same in every run: that of the thread that has made it, and
 * which of that one's threads it is. What several threads do at one instant is put in the order of
 * their names. */
#include <pthread.h>
#include <stdlib.h>

#include "runtimes/preload/preload.h"

enum { kThreadsOfOne = 64 };

static __thread int64_t threads_made = 0;

struct Start {
  void* (*body)(void*);
  void* argument;
  int64_t name;
};

static void* run(void* given) {
  const struct Start start = *(struct Start*)given;
  free(given);
  emu_thread = start.name;
  return start.body(start.argument);
}

EMU_EXPORT int pthread_create(pthread_t* thread, const pthread_attr_t* attributes,
                              void* (*body)(void*), void* argument) {
  EMU_REAL(pthread_create);
  if (emu_page == NULL) return real(thread, attributes, body, argument);
  struct Start* start = malloc(sizeof *start);
  if (start == NULL) return real(thread, attributes, body, argument);
  start->body = body;
  start->argument = argument;
  /* Deep trees of threads may meet names of others, which only makes their order less sure. */
  start->name =
      (int64_t)((uint64_t)emu_thread * kThreadsOfOne + (uint64_t)++threads_made) & INT64_MAX;
  const int error = real(thread, attributes, run, start);
  if (error != 0) free(start);
  return error;
}
