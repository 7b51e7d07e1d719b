/* How a process begins to follow the emulator, and how its threads wait and are woken.
 *
 * A thread that waits for a time writes the deadline into a slot of the page and then waits without
 * a limit. The emulator, which alone moves the time, names the slot whose time has come; a thread
 * of this library, one in each process, hears it and ends the wait by the means of its kind.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "runtimes/preload/preload.h"

enum {
  kBellsFrom = 700, /* descriptors of our own lie where programs expect none */
  kWakerStackBytes = 65536,
};

struct EmuClockPage* emu_page = NULL;
__thread int64_t emu_thread = 0;

static pid_t owner;
static pthread_key_t slot_key;
static void* objects[kEmuSlots]; /* what is waited for */
static int bells[kEmuSlots];
static __thread int slot_number = -1;
static __thread int bell = -1;

bool emu_is_ours(void) { return emu_page != NULL && getpid() == owner; }

long emu_system_call(long number, long a, long b, long c, long d, long e, long f) {
  static long (*real)(long, ...) = NULL;
  if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "syscall");
  return real(number, a, b, c, d, e, f);
}

long emu_futex(void* word, int operation, int value) {
  return emu_system_call(SYS_futex, (long)word, operation, value, 0, 0, 0);
}

static void free_slot(void* number) {
  struct EmuClockSlot* slot = &emu_page->slots[(intptr_t)number - 1];
  emu_set(slot->deadline, 0);
  emu_set(slot->process, 0);
  if (bell >= 0) close(bell);
  bell = -1;
}

struct EmuClockSlot* emu_slot(void) {
  for (int i = 0; slot_number < 0 && i < kEmuSlots; ++i) {
    int32_t nobody = 0;
    if (__atomic_compare_exchange_n(&emu_page->slots[i].process, &nobody, owner, false,
                                    __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
      slot_number = i;
    }
  }
  if (slot_number < 0) abort(); /* more threads than a function may have */
  emu_raise(&emu_page->slots_used, slot_number + 1);
  emu_set(emu_page->slots[slot_number].thread, emu_thread);
  pthread_setspecific(slot_key, (void*)(intptr_t)(slot_number + 1));
  return &emu_page->slots[slot_number];
}

int emu_bell(void) {
  if (bell < 0) {
    const int low = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    bell = fcntl(low, F_DUPFD_CLOEXEC, kBellsFrom);
    close(low);
  }
  emu_slot();
  bells[slot_number] = bell;
  return bell;
}

struct EmuClockSlot* emu_begin_wait(enum EmuWait kind, int64_t deadline, void* object) {
  struct EmuClockSlot* slot = emu_slot();
  objects[slot_number] = object;
  emu_set(slot->kind, (int32_t)kind);
  emu_set(slot->is_due, 0);
  emu_set(slot->deadline, deadline > 0 ? deadline : 1);
  return slot;
}

void emu_end_wait(struct EmuClockSlot* slot) {
  emu_set(slot->deadline, 0);
  if (emu_get(slot->kind) == kEmuDescriptors && emu_get(slot->is_due)) {
    uint64_t rung = 0;
    emu_system_call(SYS_read, bell, (long)&rung, sizeof rung, 0, 0, 0);
  }
}

static void end_wait_of(int number) {
  struct EmuClockSlot* slot = &emu_page->slots[number];
  if (emu_get(slot->process) != owner || emu_get(slot->deadline) == 0) return;
  emu_set(slot->is_due, 1);
  const uint64_t once = 1;
  switch (emu_get(slot->kind)) {
    case kEmuSleep:
      emu_futex(&slot->is_due, FUTEX_WAKE, 1);
      break;
    case kEmuDescriptors:
      emu_system_call(SYS_write, bells[number], (long)&once, sizeof once, 0, 0, 0);
      break;
    case kEmuSemaphore:
      emu_futex(objects[number], FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1 << 30);
      break;
    case kEmuCondition:
      pthread_cond_broadcast(objects[number]);
      break;
  }
}

static void* wake_threads(void* seen) {
  int32_t last = (int32_t)(intptr_t)seen;
  while (true) {
    emu_futex(&emu_page->wakes, FUTEX_WAIT, last);
    const int32_t now = emu_get(emu_page->wakes);
    if (now == last) continue;
    last = now;
    const int32_t slot = emu_get(emu_page->woken_slot);
    if (slot >= 0 && slot < kEmuSlots) end_wait_of(slot);
  }
  return NULL;
}

/* Signals are for the program's own threads. */
static void start_waker(void) {
  static int (*create)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*) = NULL;
  if (create == NULL) *(void**)&create = dlsym(RTLD_NEXT, "pthread_create");
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kWakerStackBytes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t waker;
  create(&waker, &attributes, wake_threads, (void*)(intptr_t)emu_get(emu_page->wakes));
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* The first thread of each process: no other process of the sandbox has one of that name. */
static void become_process(void) {
  owner = getpid();
  emu_thread = ((int64_t)emu_add(emu_page->processes, 1) + 1) << 40;
  slot_number = -1;
  bell = -1;
  start_waker();
}

__attribute__((constructor)) static void attach(void) {
  const char* path = getenv("EMU_CLOCK_PAGE");
  if (path == NULL) return;
  const int file = open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void* memory =
      mmap(NULL, sizeof(struct EmuClockPage), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (memory == MAP_FAILED) return;
  pthread_key_create(&slot_key, free_slot);
  emu_page = memory;
  become_process();
  pthread_atfork(NULL, NULL, become_process);
}
