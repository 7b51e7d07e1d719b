// The connections that are open, so that a server can end them.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <list>
#include <mutex>

#include "wire/http/http1_connection.h"

namespace emu::wire {

class Connections {
 public:
  struct Open {
    Open(int open_socket, std::atomic<bool>& stopping)
        : socket(open_socket), life{.stopping = stopping} {}

    int socket;
    ConnectionLife life;
  };
  using Handle = std::list<Open>::iterator;

  Handle add(int socket);
  // Closes the socket too, so that nobody can cut a stranger's that has got its number.
  void remove(Handle handle);
  std::size_t size() const;

  // Lets idle connections end, and busy ones after their reply.
  void begin_stopping();
  // Waits until all are gone; after `grace` the rest is cut, and waited for.
  void finish_stopping(std::chrono::milliseconds grace);

 private:
  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::condition_variable removed_;
  std::list<Open> open_;
};

}  // namespace emu::wire
