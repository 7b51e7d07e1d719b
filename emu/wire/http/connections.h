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
        : socket(open_socket), life{.stopping = stopping} {
      life.begin_waiting();
    }

    int socket;
    ConnectionLife life;
  };
  using Handle = std::list<Open>::iterator;

  Handle add(int socket);
  // Closes the socket too, so that nobody can cut a stranger's that has got its number.
  void remove(Handle handle);
  std::size_t size() const;
  // Those that wait for a request, or for the rest of its head.
  std::size_t waiting() const;

  // Closes the one that has waited the longest for a request, if one waits. False: so many are busy
  // that none more may be.
  bool make_room(std::size_t busy_max);

  // Lets idle connections end, and busy ones after their reply.
  void begin_stopping();
  // Whether all are gone within that time.
  bool wait_until_gone(std::chrono::milliseconds at_most);
  // Cuts those that are left, and waits for them.
  void cut();

 private:
  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::condition_variable removed_;
  std::list<Open> open_;
};

}  // namespace emu::wire
