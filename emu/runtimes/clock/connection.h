// A connection of a process to the emulator in simulated time: its bytes reach whoever serves it
// when the emulator takes them up, and not when they happen to arrive.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>

#include "core/task/scheduler.h"
#include "runtimes/preload/clock_page.h"
#include "wire/http/transport.h"

namespace emu::runtimes {

class SimSandbox;

class ChildConnection final : public wire::Transport {
 public:
  // Has the socket, which does not block.
  ChildConnection(Scheduler& scheduler, int socket, int port);
  ~ChildConnection() override;
  ChildConnection(const ChildConnection&) = delete;
  ChildConnection& operator=(const ChildConnection&) = delete;

  int socket() const { return socket_; }
  int port() const { return port_; }

  // Whose it is, known when its process has written it down.
  void set_owner(SimSandbox& owner, EmuClockConnection& entry);
  SimSandbox* owner() const { return owner_; }
  int route() const;

  // By whoever watches the sockets: bytes come in and go out. True: some have come, or the end.
  bool take_in();
  void flush();
  bool has_unsent() const { return !outgoing_.empty(); }
  bool has_ended() const { return has_ended_ || is_cut_; }

  // Whether nothing is under way on it, in either direction.
  bool is_balanced();

  // What has come and was not taken up yet.
  bool has_news() const { return !is_cut_ && (!arrived_.empty() || (has_ended_ && !knows_end_)); }
  // By which the news of several are put in order.
  std::tuple<std::int64_t, std::int64_t> order() const;
  void take_up();

  // Ends it from here: whoever serves it reads its end.
  void cut();
  // Nobody serves it any more.
  void finish();
  bool is_over() const { return is_finished_ && (has_ended_ || is_cut_); }

  // A Transport. Waits in the scheduler's time, without deadlines: they would be in real time.
  Read read(char* buffer, std::size_t size, wire::Deadline deadline) override;
  bool write(std::string_view head, std::string_view body) override;
  void end_writing() override;
  bool is_open() override { return !knows_end_ && !is_cut_; }

 private:
  Scheduler& scheduler_;
  const int socket_;
  const int port_;
  SimSandbox* owner_ = nullptr;
  EmuClockConnection* entry_ = nullptr;

  std::string arrived_ = {};
  std::string taken_up_ = {};
  std::size_t used_ = 0;  // of what was taken up
  std::string outgoing_ = {};
  std::int64_t received_ = 0;
  std::int64_t sent_ = 0;
  bool has_ended_ = false;  // the process has closed its end
  bool knows_end_ = false;  // and whoever serves it has been told
  bool is_cut_ = false;
  bool is_finished_ = false;
  Waiter* reader_ = nullptr;
};

}  // namespace emu::runtimes
