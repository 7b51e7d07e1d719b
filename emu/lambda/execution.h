// One invocation while it runs.
//
// It outlives whoever waits for it: a caller that is itself cut off by its timeout leaves the
// invocation running.
#pragma once

#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/task/scheduler.h"
#include "lambda/executor.h"
#include "lambda/platform_log.h"
#include "lambda/sandbox.h"

namespace emu::lambda {

class Execution : public std::enable_shared_from_this<Execution> {
 public:
  // Concurrency has been acquired for it.
  Execution(Executor& executor, FunctionPtr function, std::shared_ptr<Sandbox> sandbox, Work work);

  void start();

  // Waits for the end.
  Result<Outcome> wait();

  // Ends it as if its function had never been.
  void abandon();

  const Region& region() const { return *function_->home; }

 private:
  enum class Phase { kInit, kInvoke };
  struct Failure {
    std::string type = {};
    std::string message = {};
    std::string hint = {};  // for the trace, where it says more than the message
    // Of a package's code: what the caller gets, unless that is to be made; and whether the log has
    // it.
    bool is_of_package = false;
    std::string answer = {};
    bool is_logged = false;
  };

  void spawn_code();
  void run_code();
  bool initialise();
  void init_failed();
  void start_again();
  void log_platform(const PlatformLine& line);
  void begin_invocation();
  void invoke();
  void on_init_timeout();
  void on_timeout();
  void fail(std::string_view type, std::string_view message);
  void fail_as_package();
  void take_failure(const RuntimeFailure& failure);
  template <class Code>
  bool guarded(Code&& code);
  template <class Code>
  bool catch_failure(Code& code);
  void lose_sandbox(std::string_view type, std::string message);
  void settle();
  void end();
  void init_ended(std::string_view result, Duration duration);
  std::string_view result() const;  // one of events::invocation_results
  Report report() const;

  World& world() { return executor_.world_; }

  Executor& executor_;
  FunctionPtr function_;
  std::shared_ptr<Sandbox> sandbox_;
  Work work_;

  Phase phase_ = Phase::kInit;
  std::list<std::weak_ptr<Execution>>::iterator entry_ = {};  // among those that run
  TaskId code_ = {};
  TaskId settling_ = {};  // after a timeout
  TimerId limit_ = {};
  Time init_started_ = {};
  std::optional<Duration> init_duration_ = {};
  bool has_init_timed_out_ = false;
  Time started_ = {};
  Time ended_ = {};
  bool has_timed_out_ = false;
  bool has_crashed_ = false;
  bool is_sandbox_lost_ = false;  // not to be used again
  Failure failure_ = {};
  Outcome outcome_ = {};
  std::optional<Error> abandoned_ = {};
  bool is_settled_ = false;
  Waiter* waiter_ = nullptr;
};

}  // namespace emu::lambda
