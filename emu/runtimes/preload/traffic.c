/* Connections to the emulator: where they really go, and how many bytes have passed each way, so
 * that the emulator knows when none is under way. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "runtimes/preload/preload.h"

enum { kDescriptors = 4096 };

static int connection_of[kDescriptors]; /* one more than its number; 0: none */
static pid_t connections_owner;
static __thread int64_t connections_made = 0;

static struct EmuClockConnection* find(int descriptor) {
  if (descriptor < 0 || descriptor >= kDescriptors) return NULL;
  const int number = emu_get(connection_of[descriptor]);
  /* What a fork has inherited is the parent's. */
  if (number == 0 || !emu_is_ours() || connections_owner != getpid()) return NULL;
  return &emu_page->connections[number - 1];
}

/* The route of an address, or -1. */
static int route_of(const struct sockaddr* address, socklen_t size) {
  if (size < sizeof(struct sockaddr_in) || address->sa_family != AF_INET) return -1;
  const struct sockaddr_in* in = (const struct sockaddr_in*)(const void*)address;
  if (ntohl(in->sin_addr.s_addr) >> 24 != IN_LOOPBACKNET) return -1;
  for (int i = 0; i < kEmuRoutes; ++i) {
    if (emu_get(emu_page->routes[i].known_port) == ntohs(in->sin_port)) return i;
  }
  return -1;
}

static int new_connection(int route) {
  if (connections_owner != getpid()) {
    memset(connection_of, 0, sizeof connection_of);
    connections_owner = getpid();
  }
  for (int i = 0; i < kEmuConnections; ++i) {
    struct EmuClockConnection* each = &emu_page->connections[i];
    int32_t nobody = 0;
    if (!__atomic_compare_exchange_n(&each->process, &nobody, getpid(), false, __ATOMIC_SEQ_CST,
                                     __ATOMIC_SEQ_CST)) {
      continue;
    }
    emu_raise(&emu_page->connections_used, i + 1);
    emu_set(each->port, 0);
    emu_set(each->route, route);
    emu_set(each->sent, 0);
    emu_set(each->received, 0);
    emu_set(each->thread, emu_thread);
    emu_set(each->number, ++connections_made);
    emu_set(each->state, kEmuOpen);
    return i;
  }
  return -1;
}

static int local_port(int descriptor) {
  struct sockaddr_in address;
  socklen_t size = sizeof address;
  if (getsockname(descriptor, (struct sockaddr*)(void*)&address, &size) != 0) return 0;
  return ntohs(address.sin_port);
}

EMU_EXPORT int connect(int descriptor, const struct sockaddr* address, socklen_t size) {
  EMU_REAL(connect);
  const int route = emu_is_ours() ? route_of(address, size) : -1;
  if (route < 0 || descriptor >= kDescriptors) return real(descriptor, address, size);
  const int number = new_connection(route);
  if (number < 0) {
    errno = EAGAIN;
    return -1;
  }
  struct EmuClockConnection* connection = &emu_page->connections[number];
  struct sockaddr_in there = *(const struct sockaddr_in*)(const void*)address;
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  there.sin_port = htons((uint16_t)emu_get(emu_page->routes[route].real_port));
  const int result = real(descriptor, (const struct sockaddr*)(const void*)&there, sizeof there);
  const int error = errno;
  const int port = result == 0 || error == EINPROGRESS ? local_port(descriptor) : 0;
  if (port != 0) {
    emu_set(connection_of[descriptor], number + 1);
    emu_set(connection->port, port);
  } else {
    emu_set(connection->state, kEmuFree);
    emu_set(connection->process, 0);
  }
  errno = error;
  return result;
}

int emu_close(int descriptor) {
  struct EmuClockConnection* connection = find(descriptor);
  if (connection != NULL) {
    emu_set(connection_of[descriptor], 0);
    emu_set(connection->state, kEmuClosed);
  }
  return (int)emu_system_call(SYS_close, descriptor, 0, 0, 0, 0, 0);
}

EMU_EXPORT int close(int descriptor) { return emu_close(descriptor); }

static ssize_t count_sent(int descriptor, ssize_t bytes) {
  emu_readings = 0;
  if (bytes <= 0) return bytes;
  const int error = errno;
  struct EmuClockConnection* connection = find(descriptor);
  if (connection != NULL) {
    emu_set(connection->thread, emu_thread);
    emu_add(connection->sent, bytes);
  }
  errno = error;
  return bytes;
}

static ssize_t count_received(int descriptor, ssize_t bytes) {
  emu_readings = 0;
  if (bytes <= 0) return bytes;
  const int error = errno;
  struct EmuClockConnection* connection = find(descriptor);
  if (connection != NULL) emu_add(connection->received, bytes);
  errno = error;
  return bytes;
}

EMU_EXPORT ssize_t send(int descriptor, const void* bytes, size_t size, int flags) {
  EMU_REAL(send);
  return count_sent(descriptor, real(descriptor, bytes, size, flags));
}

EMU_EXPORT ssize_t sendto(int descriptor, const void* bytes, size_t size, int flags,
                          const struct sockaddr* address, socklen_t address_size) {
  EMU_REAL(sendto);
  return count_sent(descriptor, real(descriptor, bytes, size, flags, address, address_size));
}

EMU_EXPORT ssize_t sendmsg(int descriptor, const struct msghdr* message, int flags) {
  EMU_REAL(sendmsg);
  return count_sent(descriptor, real(descriptor, message, flags));
}

EMU_EXPORT ssize_t write(int descriptor, const void* bytes, size_t size) {
  EMU_REAL(write);
  return count_sent(descriptor, real(descriptor, bytes, size));
}

EMU_EXPORT ssize_t writev(int descriptor, const struct iovec* parts, int count) {
  EMU_REAL(writev);
  return count_sent(descriptor, real(descriptor, parts, count));
}

EMU_EXPORT ssize_t recv(int descriptor, void* bytes, size_t size, int flags) {
  EMU_REAL(recv);
  const ssize_t count = real(descriptor, bytes, size, flags);
  return (flags & MSG_PEEK) != 0 ? count : count_received(descriptor, count);
}

EMU_EXPORT ssize_t __recv_chk(int descriptor, void* bytes, size_t size, size_t room, int flags) {
  (void)room;
  return recv(descriptor, bytes, size, flags);
}

EMU_EXPORT ssize_t recvfrom(int descriptor, void* bytes, size_t size, int flags,
                            struct sockaddr* address, socklen_t* address_size) {
  EMU_REAL(recvfrom);
  const ssize_t count = real(descriptor, bytes, size, flags, address, address_size);
  return (flags & MSG_PEEK) != 0 ? count : count_received(descriptor, count);
}

EMU_EXPORT ssize_t __recvfrom_chk(int descriptor, void* bytes, size_t size, size_t room, int flags,
                                  struct sockaddr* address, socklen_t* address_size) {
  (void)room;
  return recvfrom(descriptor, bytes, size, flags, address, address_size);
}

EMU_EXPORT ssize_t recvmsg(int descriptor, struct msghdr* message, int flags) {
  EMU_REAL(recvmsg);
  const ssize_t count = real(descriptor, message, flags);
  return (flags & MSG_PEEK) != 0 ? count : count_received(descriptor, count);
}

EMU_EXPORT ssize_t read(int descriptor, void* bytes, size_t size) {
  EMU_REAL(read);
  return count_received(descriptor, real(descriptor, bytes, size));
}

EMU_EXPORT ssize_t __read_chk(int descriptor, void* bytes, size_t size, size_t room) {
  (void)room;
  return read(descriptor, bytes, size);
}

EMU_EXPORT ssize_t readv(int descriptor, const struct iovec* parts, int count) {
  EMU_REAL(readv);
  return count_received(descriptor, real(descriptor, parts, count));
}
