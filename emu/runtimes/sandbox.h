// A sandbox as a process: it asks its Runtime API for events and gives it answers.
//
// Three kinds of threads meet here, under one lock: who invokes the function waits for it; the
// keeper starts the process, reads what it writes and knows when it has ended; and those that serve
// the Runtime API. The keeper lives as long as the process: the kernel kills the process with it.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/function_runtimes.h"
#include "runtimes/machine.h"
#include "runtimes/output.h"
#include "runtimes/runtime_api_host.h"

namespace emu::runtimes {

class Sandbox final : public SlotHolder,
                      public RuntimeApiHost,
                      public std::enable_shared_from_this<Sandbox> {
 public:
  Sandbox(Machine& machine, SandboxPlan plan);
  ~Sandbox() override;

  // As SandboxCode has it.
  void wait_for_turn();
  void start();
  std::string run(const RuntimeEvent& event);
  void stop();
  void rest();
  bool take();
  std::vector<OutputLine> take_output();
  int memory_used_mb();

  std::optional<RuntimeEvent> next(const std::function<bool()>& is_awaited) override;
  Taken answer(std::string_view request_id, Answer answer) override;
  Taken fail_init(Answer answer) override;
  void refuse_answer() override;
  Time time_of_process() override;  // the machine's

  bool is_stopped() const override { return is_stopped_; }
  void give_up() override;

 private:
  class Keeper;

  void keep();
  // Nothing when the process has been started.
  std::optional<RuntimeFailure> begin(Keeper& keeper);
  void watch(Keeper& keeper);
  void look_at_memory(pid_t pid);
  void finish(int status);
  void kill_locked();
  // What is written and not yet read.
  void drain();
  bool read_output();
  [[noreturn]] void throw_end();

  Machine& machine_;
  const SandboxPlan plan_;
  std::atomic<bool> is_stopped_ = false;

  std::mutex mutex_;
  std::condition_variable changed_;
  bool has_slot_ = false;
  bool is_starting_ = false;
  bool has_started_ = false;  // it has asked for its first event
  bool has_ended_ = false;
  pid_t pid_ = 0;                               // 0: none, or none any more
  std::optional<RuntimeFailure> failure_ = {};  // why it has ended
  std::optional<RuntimeEvent> event_ = {};      // to be fetched
  std::string request_id_ = {};                 // of the event that it has; empty between events
  std::optional<Answer> answer_ = {};
  bool is_working_ = false;       // on an event, until it asks for the next
  std::uint64_t next_calls_ = 0;  // the latest counts
  std::uint64_t peak_bytes_ = 0;
  bool is_out_of_memory_ = false;
  std::uint64_t stamp_ = 0;  // of the folder on disk that it has been started with
  std::chrono::steady_clock::time_point resting_since_ = {};

  std::mutex output_mutex_;
  Output output_ = {};
  int output_pipe_ = -1;  // to read from
  int bell_ = -1;         // wakes the keeper
};

}  // namespace emu::runtimes
