// A sandbox as a process whose time is a simulation's. It is used on the simulation's own thread
// only; who waits here waits in the scheduler's time.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/function_runtimes.h"
#include "core/task/scheduler.h"
#include "runtimes/clock/connection.h"
#include "runtimes/clock/page.h"
#include "runtimes/output.h"
#include "runtimes/runtime_api_host.h"
#include "runtimes/sandbox_files.h"

namespace emu::runtimes {

class SimRuntimes;

// Ends with the last who runs it; what it has open stays until those are through who serve it.
class SimSandbox final : public SandboxCode,
                         public RuntimeApiHost,
                         public std::enable_shared_from_this<SimSandbox> {
 public:
  SimSandbox(SimRuntimes& runtimes, SandboxPlan plan, std::int64_t number);
  ~SimSandbox() override;

  std::int64_t number() const { return number_; }

  // As SandboxCode has it.
  void wait_for_turn() override;
  void start() override;
  std::string run(const RuntimeEvent& event) override;
  void stop() override;
  void rest() override { is_resting_ = true; }
  bool take() override;
  std::vector<OutputLine> take_output() override;
  int memory_used_mb() override;

  // As the Runtime API has it.
  std::optional<RuntimeEvent> next(const std::function<bool()>& is_awaited) override;
  Taken answer(std::string_view request_id, Answer answer) override;
  Taken fail_init(Answer answer) override;
  void refuse_answer() override;
  Time time_of_process() override;

  // For those who watch the processes. They are gone.
  void forget_runtimes();
  bool is_alive() const { return pid_ > 0; }
  pid_t pid() const { return pid_; }
  bool is_resting() const { return is_resting_; }
  // Whether its waits for a time count: not when it waits for its next event.
  bool is_at_work() const { return is_alive() && (!has_started_ || is_working_); }
  ClockPage& page() { return *page_; }
  // It has been given something to do, and is waited for until it waits again.
  void moves();
  void has_come_to_rest();
  bool is_moving() const { return is_moving_; }
  // Whether it has written something.
  bool drain();
  // Looks whether it has ended; true when that was so and somebody has been told.
  bool notice_end();
  // Ends it, and is true, when it has more memory than it may have, or works on and on.
  bool look_at_limits();
  // Whether that was looked at since it last came to rest.
  bool has_worked_long() const { return has_worked_long_; }

 private:
  // What a process has while it lives.
  struct Process {
    Process() = default;
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    SandboxFiles files = {};
    std::filesystem::path page_file = {};
    int output = -1;  // to read from
  };

  // Nothing when it has been started.
  std::optional<RuntimeFailure> begin();
  void end(int status);
  void kill();
  void kill_and_wait();
  void wake_runner();
  void hide_folders(std::string& text) const;
  void wait_until_woken(Waiter*& place);
  [[noreturn]] void throw_end();

  Scheduler& scheduler() const;

  SimRuntimes* runtimes_;  // null when nobody runs processes any more
  const SandboxPlan plan_;
  const std::int64_t number_;
  std::unique_ptr<Process> process_ = {};
  std::unique_ptr<ClockPage> page_ = {};
  pid_t pid_ = 0;  // 0: none, or none any more
  bool is_moving_ = false;
  std::chrono::steady_clock::time_point moving_since_ = {};
  bool is_resting_ = false;
  bool is_stopped_ = false;
  bool has_started_ = false;  // it has asked for its first event
  bool is_working_ = false;   // on an event, until it asks for the next
  bool is_out_of_memory_ = false;
  bool is_killed_ = false;
  // Processor time until it waited for the last time, kept when there is something to keep.
  double worked_before_ = 0;
  bool has_worked_long_ = false;
  std::optional<RuntimeFailure> failure_ = {};
  std::optional<RuntimeEvent> event_ = {};  // to be fetched
  std::string request_id_ = {};             // of the event that it has
  std::optional<Answer> answer_ = {};
  Waiter* runner_ = nullptr;   // who invokes the function
  Waiter* fetcher_ = nullptr;  // the process's request for its next event
  std::uint64_t fetches_ = 0;  // the latest counts
  Output output_ = {};
};

}  // namespace emu::runtimes
