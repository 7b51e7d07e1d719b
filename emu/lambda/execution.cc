#include "lambda/execution.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <exception>
#include <functional>
#include <utility>

#include "core/json/json_writer.h"
#include "core/text/utf8.h"
#include "lambda/errors.h"
#include "lambda/limits.h"

namespace emu::lambda {

namespace {

// The module of a handler: "lambda_function" of "lambda_function.lambda_handler".
std::string_view module_of(std::string_view handler) {
  return handler.substr(0, handler.rfind('.'));
}

std::string timed_out_text(std::chrono::seconds timeout) {
  return fmt::format("Task timed out after {}.00 seconds", timeout.count());
}

std::string exit_text(std::string_view request_id) {
  return fmt::format("RequestId: {} Error: Runtime exited with error: exit status 1", request_id);
}

std::string import_error_text(std::string_view module) {
  return fmt::format("Unable to import module '{}': No module named '{}'", module, module);
}

// As boto3 words it for functions in Python.
std::string client_error_text(const Error& error) {
  if (error.operation.empty()) return fmt::format("{}: {}", error.code, error.message);
  return fmt::format("An error occurred ({}) when calling the {} operation: {}", error.code,
                     error.operation, error.message);
}

// Of what Lambda itself says about a sandbox.
std::string sandbox_error(std::string_view type, std::string_view request_id,
                          std::string_view message) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("errorType", type);
  json.member("errorMessage", fmt::format("RequestId: {} Error: {}", request_id, message));
  json.end_object();
  return text;
}

std::string endless_text() {
  return fmt::format(
      "The handler made {} calls while no time passed: it loops without end. Context::sleep() lets "
      "time pass.",
      kCallsAtOneInstantMax);
}

std::string not_bound_text(std::string_view function, const std::vector<std::string>& bound) {
  std::string names = fmt::format("{}", fmt::join(bound, ", "));
  if (names.empty()) names = "none";
  return fmt::format(
      "No code is bound to the name of this function: Cloud::bind(\"{}\", handler) has to come "
      "before its invocation. Bound are: {}.",
      function, names);
}

std::string response_too_large_text() {
  return fmt::format("Response payload size exceeded maximum allowed payload size ({} bytes).",
                     kResponseBytesMax);
}

}  // namespace

Execution::Execution(Executor& executor, FunctionPtr function, std::shared_ptr<Sandbox> sandbox,
                     Work work)
    : executor_(executor),
      function_(std::move(function)),
      sandbox_(std::move(sandbox)),
      work_(std::move(work)) {}

void Execution::start() {
  entry_ = executor_.running_.insert(executor_.running_.end(), weak_from_this());
  spawn_code();
}

Result<Outcome> Execution::wait() {
  if (!is_settled_) {
    // The waiter goes with this frame, also when the waiting task is killed.
    struct Registration {
      Waiter*& registered;
      ~Registration() { registered = nullptr; }
    };
    Waiter waiter;
    const Registration registration{waiter_ = &waiter};
    world().scheduler().park(waiter, std::nullopt);
  }
  if (abandoned_) return std::move(*abandoned_);
  return std::move(outcome_);
}

void Execution::spawn_code() {
  code_ = world().scheduler().spawn({.name = "function"},
                                    [self = shared_from_this()] { self->run_code(); });
}

void Execution::run_code() {
  // After an init that was cut off, Lambda tries again as a part of the invocation.
  if (has_init_timed_out_) begin_invocation();
  bool is_ready = sandbox_->handler != nullptr || initialise();
  if (phase_ == Phase::kInit) {
    begin_invocation();
    // So it does after one that failed.
    if (!is_ready && failure_.is_of_package) {
      start_again();
      is_ready = initialise();
    }
  }
  if (is_ready) {
    invoke();
  } else {
    is_sandbox_lost_ = true;
    fail(failure_.type, failure_.message);
  }
  world().scheduler().cancel(limit_);
  settle();
}

// Runs the user's code, outside of the world; whether it came back. Otherwise the failure says why.
template <class Code>
bool Execution::guarded(Code&& code) {
  const bool came_back = catch_failure(code);
  // Code that was killed may have swallowed that.
  if (world().scheduler().current() != code_) throw TaskKilled();
  return came_back;
}

template <class Code>
bool Execution::catch_failure(Code& code) {
  try {
    world().scheduler().outside(std::ref(code));
    return true;
  } catch (const TaskKilled&) {
    throw;
  } catch (const RuntimeFailure& failure) {
    // What was stopped from here has failed in another way.
    if (world().scheduler().current() != code_) throw TaskKilled();
    take_failure(failure);
  } catch (const EndlessLoop&) {
    lose_sandbox("Runtime.EndlessLoop", endless_text());
  } catch (const FunctionError& error) {
    failure_ = {.type = error.type(), .message = error.what()};
  } catch (const AwsError& error) {
    failure_ = {.type = "ClientError", .message = client_error_text(error.error())};
  } catch (const std::exception& error) {
    failure_ = {.type = "Error", .message = error.what()};
  } catch (...) {
    lose_sandbox("Runtime.ExitError", exit_text(work_.request_id));
    has_crashed_ = true;
  }
  return false;
}

void Execution::take_failure(const RuntimeFailure& failure) {
  failure_ = {.type = failure.type,
              .message = failure.message,
              .is_of_package = true,
              .answer = failure.answer,
              .is_logged = failure.is_logged};
  is_sandbox_lost_ = is_sandbox_lost_ || failure.is_sandbox_lost;
  has_crashed_ = failure.has_crashed;
}

void Execution::lose_sandbox(std::string_view type, std::string message) {
  failure_ = {.type = std::string(type), .message = std::move(message)};
  is_sandbox_lost_ = true;
}

bool Execution::initialise() {
  auto factory = executor_.find_code(sandbox_->function_name());
  if (factory == nullptr) factory = executor_.package_code(*sandbox_);
  if (factory == nullptr) {
    failure_ = {.type = "Runtime.ImportModuleError",
                .message = import_error_text(module_of(sandbox_->revision().handler)),
                .hint = not_bound_text(sandbox_->function_name(), executor_.bound_names())};
    sandbox_->log(failure_.hint);
    return false;
  }
  Scheduler& scheduler = world().scheduler();
  // While others start that came before, the time of an init phase does not run.
  if (const auto process = sandbox_->process) guarded([&] { process->wait_for_turn(); });
  const bool is_init_phase = phase_ == Phase::kInit;
  init_started_ = scheduler.now();
  if (is_init_phase) {
    sandbox_->begin({}, init_started_ + kInitTimeout);
    limit_ = scheduler.at(init_started_ + kInitTimeout,
                          [self = shared_from_this()] { self->on_init_timeout(); });
  }
  // After its time, code that is busy goes on with what it was given until its next call.
  const std::shared_ptr<Sandbox> sandbox = sandbox_;
  Handler handler;
  const bool is_ready = guarded([&] { handler = (*factory)(*sandbox); });
  sandbox_->collect_output();
  if (is_init_phase) {
    scheduler.cancel(limit_);
    init_duration_ = scheduler.now() - init_started_;
    init_ended(is_ready       ? events::invocation_results::kSucceeded
               : has_crashed_ ? events::invocation_results::kCrashed
                              : events::invocation_results::kFailed,
               *init_duration_);
  }
  if (!is_ready && failure_.is_of_package) init_failed();
  sandbox_->handler = std::move(handler);
  return is_ready;
}

void Execution::init_failed() {
  const Time now = world().now();
  log_platform(init_report_line(sandbox_->revision(), now,
                                phase_ == Phase::kInit ? "init" : "invoke", now - init_started_,
                                {.status = "error", .error_type = failure_.type}));
}

// The same sandbox, with a process that is new.
void Execution::start_again() {
  sandbox_->stop_process();
  sandbox_ = std::make_shared<Sandbox>(*sandbox_);
  sandbox_->process = nullptr;
  sandbox_->is_started_again = true;
  failure_ = {};
  has_crashed_ = false;
  is_sandbox_lost_ = false;
}

void Execution::log_platform(const PlatformLine& line) {
  if (line) sandbox_->log(*line);
}

void Execution::begin_invocation() {
  Scheduler& scheduler = world().scheduler();
  phase_ = Phase::kInvoke;
  started_ = scheduler.now();
  const Time deadline = started_ + sandbox_->revision().timeout;
  sandbox_->begin(work_.request_id, deadline);
  limit_ = scheduler.at(deadline, [self = shared_from_this()] { self->on_timeout(); });
  sandbox_->client_context = work_.client_context;
  log_platform(start_line(sandbox_->revision(), started_, work_.request_id));
  world().record<events::InvocationBegan>([&](auto& event) {
    event.function_arn = function_->arn();
    event.request_id = work_.request_id;
  });
}

void Execution::invoke() {
  const std::string_view event = work_.payload.empty() ? "{}" : work_.payload.view();
  std::string answer;
  const bool came_back = guarded([&] { answer = sandbox_->handler(*sandbox_, event); });
  sandbox_->collect_output();
  if (!came_back) {
    fail(failure_.type, failure_.message);
  } else if (answer.size() > kResponseBytesMax) {
    failure_ = {.type = "Function.ResponseSizeTooLarge", .message = response_too_large_text()};
    fail(failure_.type, failure_.message);
  } else {
    outcome_.payload = answer.empty() ? "null" : std::move(answer);
  }
}

void Execution::on_init_timeout() {
  world().scheduler().kill(code_);
  start_again();
  log_platform(init_report_line(sandbox_->revision(), world().now(), "init", kInitTimeout,
                                {.status = "timeout"}));
  has_init_timed_out_ = true;
  init_ended(events::invocation_results::kTimedOut, kInitTimeout);
  spawn_code();
}

void Execution::on_timeout() {
  Scheduler& scheduler = world().scheduler();
  scheduler.kill(std::exchange(code_, {}));
  has_timed_out_ = true;
  is_sandbox_lost_ = true;
  sandbox_->stop_process();
  const std::string text = timed_out_text(sandbox_->revision().timeout);
  sandbox_->log(fmt::format("{} {} {}", iso8601(scheduler.now()), work_.request_id, text));
  failure_ = {.type = "Sandbox.Timedout", .message = text};
  outcome_.has_failed = true;
  outcome_.payload = sandbox_error(failure_.type, work_.request_id, text);
  // The code's own task is being unwound; what is left to do waits, so it needs another one.
  settling_ =
      scheduler.spawn({.name = "function"}, [self = shared_from_this()] { self->settle(); });
}

void Execution::fail_as_package() {
  if (!failure_.is_logged) {
    sandbox_->log(fmt::format("RequestId: {} Error: {}\n{}", work_.request_id, failure_.message,
                              failure_.type));
  }
  outcome_.has_failed = true;
  outcome_.payload = failure_.answer.empty()
                         ? sandbox_error(failure_.type, work_.request_id, failure_.message)
                         : failure_.answer;
}

void Execution::fail(std::string_view type, std::string_view message) {
  if (failure_.is_of_package) return fail_as_package();
  sandbox_->log(fmt::format("[ERROR] {}: {}", type, message));
  outcome_.has_failed = true;
  outcome_.payload.clear();
  JsonWriter json(outcome_.payload);
  json.begin_object();
  json.key("errorMessage");
  json.string(message);
  json.key("errorType");
  json.string(type);
  json.key("stackTrace");
  json.begin_array();
  json.end_array();
  json.end_object();
}

// The log is written before anybody learns of the end, so that whoever does can read it.
void Execution::settle() {
  ended_ = world().now();
  world().record<events::InvocationEnded>([&](auto& event) {
    event.function_arn = function_->arn();
    event.request_id = work_.request_id;
    event.result = result();
    if (outcome_.has_failed) {
      event.error_type = failure_.type;
      const std::string& said = failure_.hint.empty() ? failure_.message : failure_.hint;
      event.error_message = std::string(truncate_utf8(said, kTracedErrorBytesMax));
    }
    event.duration = ended_ - started_;
  });
  FunctionLog& log = sandbox_->output();
  const Report report = this->report();
  for (const auto line_of : {&end_line, &report_line}) {
    const PlatformLine line = line_of(sandbox_->revision(), ended_, report);
    if (line) log.line(*line);
  }
  if (work_.wants_log_tail) outcome_.log_tail = log.tail();
  log.flush();

  if (is_sandbox_lost_) {
    sandbox_->stop_process();
    log.close();
  } else {
    Executor::keep_sandbox(*function_, std::move(sandbox_), world().now());
  }
  end();
}

void Execution::abandon() {
  Scheduler& scheduler = world().scheduler();
  scheduler.kill(std::exchange(code_, {}));
  scheduler.kill(settling_);
  scheduler.cancel(limit_);
  sandbox_->stop_process();
  sandbox_->output().close();
  abandoned_ = function_not_found(function_->arn());
  end();
}

void Execution::end() {
  executor_.running_.erase(entry_);
  function_->home->concurrency.release(function_->concurrency);
  is_settled_ = true;
  if (waiter_ != nullptr) world().scheduler().wake(*waiter_);
}

void Execution::init_ended(std::string_view result, Duration duration) {
  world().record<events::InitEnded>([&](auto& event) {
    event.function_arn = function_->arn();
    event.request_id = work_.request_id;
    event.result = result;
    event.duration = duration;
  });
}

std::string_view Execution::result() const {
  if (!outcome_.has_failed) return events::invocation_results::kSucceeded;
  if (has_timed_out_) return events::invocation_results::kTimedOut;
  return has_crashed_ ? events::invocation_results::kCrashed : events::invocation_results::kFailed;
}

Report Execution::report() const {
  Report report{
      .request_id = work_.request_id,
      .duration = ended_ - started_,
      .init_duration = init_duration_,
      .memory_used_mb = sandbox_->process ? sandbox_->process->memory_used_mb() : kMaxMemoryUsedMb};
  // As text, only what ends the sandbox is told.
  const bool has_ended_it = has_crashed_ && failure_.is_of_package;
  if (has_timed_out_) {
    report.end.status = "timeout";
  } else if (has_ended_it || (outcome_.has_failed && sandbox_->revision().is_log_json)) {
    report.end = {.status = "error", .error_type = failure_.type};
  }
  return report;
}

}  // namespace emu::lambda
