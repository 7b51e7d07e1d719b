/* ClockPage: the memory that the emulator shares with the processes of one sandbox. The library
 * that is preloaded into them answers their questions about time from it, and writes down what they
 * wait for and what has passed on their connections to the emulator.
 *
 * C and C++ read it. Every field is read and written by __atomic built-ins. Times are nanoseconds.
 */
#pragma once

#include <stdint.h>

enum {
  kEmuSlots = 512,
  kEmuConnections = 1024,
  kEmuRoutes = 2,
};

/* How a thread waits, and so how it is woken. */
enum EmuWait {
  kEmuSleep = 1,
  kEmuDescriptors = 2,
  kEmuSemaphore = 3,
  kEmuCondition = 4,
};

/* A thread that has waited for a time before. */
struct EmuClockSlot {
  int32_t process; /* 0: nobody's */
  int32_t kind;
  int64_t deadline; /* of the monotonic clock; 0: it does not wait for a time now */
  int64_t thread;   /* its name, the same in every run: see thread_names.c */
  int32_t is_due;   /* the emulator has let its time come */
  int32_t unused[9];
};

enum EmuConnectionState {
  kEmuFree = 0,
  kEmuOpen = 1,
  kEmuClosed = 2, /* by the process; the emulator frees it when it has seen the end */
};

struct EmuClockConnection {
  int32_t state;
  int32_t process;
  int32_t port; /* of the process's end; 0 until it has one */
  int32_t route;
  int64_t sent; /* bytes to the emulator */
  int64_t received;
  int64_t thread; /* that has sent last */
  int64_t number; /* among the connections of the thread that has made it */
  int64_t unused[2];
};

/* A port of 127.0.0.1 that processes know, which does not change from run to run, and where a
 * connection to it really goes. */
struct EmuClockRoute {
  int32_t known_port;
  int32_t real_port;
};

struct EmuClockPage {
  int64_t monotonic;
  int64_t realtime_base; /* the time of day is this and the monotonic time together */
  int64_t seed;          /* of what is drawn at random; 0: the machine draws */
  int32_t readings_max;  /* of the clocks, without a wait, before a millisecond passes; 0: any */
  /* For how many real milliseconds a timed wait for a condition waits, as interpreters hand on
   * their lock by it; 0: such waits are in the emulator's time. */
  int32_t lock_wait_ms;
  int32_t wakes; /* counts; a futex */
  int32_t woken_slot;
  int32_t processes;  /* that have attached themselves */
  int32_t slots_used; /* none behind these */
  int32_t connections_used;
  int32_t unused;
  struct EmuClockRoute routes[kEmuRoutes];
  struct EmuClockSlot slots[kEmuSlots];
  struct EmuClockConnection connections[kEmuConnections];
};
