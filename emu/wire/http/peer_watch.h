// Watches the clients whose calls wait, with one thread for all of them: a wait that nobody but
// its client wants ends when that has hung up, and every wait when the server stops.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>

#include "core/task/visitor.h"

namespace emu::wire {

class PeerWatch {
 public:
  PeerWatch() = default;
  // Nobody waits any more.
  ~PeerWatch();
  PeerWatch(const PeerWatch&) = delete;
  PeerWatch& operator=(const PeerWatch&) = delete;

  // A wait of the client at the other end of the socket begins; the number to take it back by. 0:
  // it is not to begin. `end` is called from another thread, possibly after remove().
  std::uint64_t add(int socket, Visitor::Wait wait, std::function<void()> end);
  void remove(std::uint64_t number);

  // Ends the waits for events, and lets none begin from now on.
  void end_waits_for_events();
  // Ends all of them.
  void end_all();

 private:
  struct Waiting {
    int socket;
    Visitor::Wait wait;
    std::function<void()> end;
  };

  bool start();  // called with the lock held
  void run();
  void end_some(bool also_for_answers);

  std::mutex mutex_;
  std::unordered_map<std::uint64_t, Waiting> waiting_;
  std::uint64_t last_number_ = 0;
  bool takes_events_ = true;
  bool takes_any_ = true;
  bool closing_ = false;
  int epoll_ = -1;
  int wake_ = -1;
  std::thread thread_;
};

// The client at the other end of a connection.
class PeerVisitor final : public Visitor {
 public:
  PeerVisitor(PeerWatch& watch, int socket) : watch_(watch), socket_(socket) {}

  bool wait_begins(Wait wait, std::function<void()> end) override {
    number_ = watch_.add(socket_, wait, std::move(end));
    return number_ != 0;
  }
  void wait_ends() override { watch_.remove(number_); }

 private:
  PeerWatch& watch_;
  int socket_;
  std::uint64_t number_ = 0;
};

}  // namespace emu::wire
