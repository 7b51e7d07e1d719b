#include "runtimes/clock/sim_sandbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "core/text/ascii.h"
#include "runtimes/child.h"
#include "runtimes/clock/sim_runtimes.h"
#include "runtimes/clock/threads.h"
#include "runtimes/folder_stamp.h"
#include "runtimes/limits.h"
#include "runtimes/program.h"

namespace emu::runtimes {

namespace {

constexpr std::uint64_t kMegabyte = 1048576;
// What the report of an invocation says: the memory that a process really has differs from run to
// run.
constexpr int kReportedMemoryMb = 64;
// Ports that processes know; AWS's own Runtime API has the first.
constexpr int kRuntimeApiPort = 9001;
constexpr int kEndpointPort = 4566;
// Every so many readings of the clock a millisecond passes.
constexpr std::int32_t kReadingsMax = 5'000;
// How many times as long as it may work a process may be busy by the machine's clock.
constexpr int kStuckFactor = 60;
// How long a thread of Python waits for the interpreter's lock, which is its own business.
constexpr std::int32_t kPythonLockWaitMs = 50;

// When it was written, as Output counts it: from the simulation's time.
Output::Clock::time_point output_time(Time now) {
  return Output::Clock::time_point(
      std::chrono::duration_cast<Output::Clock::duration>(now.time_since_epoch()));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

SimSandbox::Process::~Process() {
  if (output >= 0) ::close(output);
  std::error_code ignored;
  if (!page_file.empty()) std::filesystem::remove(page_file, ignored);
}

SimSandbox::SimSandbox(SimRuntimes& runtimes, SandboxPlan plan, std::int64_t number)
    : runtimes_(&runtimes), plan_(std::move(plan)), number_(number) {
  runtimes.add(*this);
}

SimSandbox::~SimSandbox() {
  stop();
  if (runtimes_ != nullptr) runtimes_->remove(*this);
}

void SimSandbox::forget_runtimes() {
  stop();
  runtimes_ = nullptr;
}

Scheduler& SimSandbox::scheduler() const { return runtimes_->scheduler(); }

// ---- Who invokes the function ----

void SimSandbox::wait_for_turn() {
  if (runtimes_ != nullptr) runtimes_->make_room();
}

void SimSandbox::throw_end() {
  RuntimeFailure failure{.type = "Sandbox.Stopped", .message = "The sandbox was stopped."};
  if (failure_) failure = *failure_;
  failure.is_sandbox_lost = true;
  throw RuntimeFailure(std::move(failure));
}

void SimSandbox::wait_until_woken(Waiter*& place) {
  struct Registration {
    Waiter*& place;
    ~Registration() { place = nullptr; }
  };
  Waiter waiter;
  const Registration registration{place = &waiter};
  scheduler().park(waiter, std::nullopt);
}

void SimSandbox::start() {
  if (is_stopped_ || runtimes_ == nullptr) throw_end();
  failure_ = begin();
  if (failure_) throw_end();
  while (!has_started_ && !failure_ && is_alive()) wait_until_woken(runner_);
  if (failure_ || !is_alive()) throw_end();
}

std::string SimSandbox::run(const RuntimeEvent& event) {
  if (!is_alive()) throw_end();
  is_resting_ = false;
  event_ = event;
  answer_.reset();
  is_working_ = true;
  if (fetcher_ != nullptr) scheduler().wake(*fetcher_);
  while (is_working_ && is_alive()) wait_until_woken(runner_);
  event_.reset();
  is_working_ = false;
  if (!answer_) throw_end();
  Answer answer = *std::exchange(answer_, std::nullopt);
  if (!answer.has_failed) return std::move(answer.body);
  RuntimeFailure failure = told_failure(std::move(answer));
  failure.is_sandbox_lost = !is_alive();
  throw RuntimeFailure(std::move(failure));
}

void SimSandbox::stop() {
  is_stopped_ = true;
  kill_and_wait();
  wake_runner();
}

bool SimSandbox::take() {
  is_resting_ = false;
  const bool is_as_before = plan_.folder.empty() || stamp_of(plan_.folder) == process_->files.stamp;
  return is_alive() && !failure_ && is_as_before;
}

int SimSandbox::memory_used_mb() {
  return is_out_of_memory_ ? plan_.memory_mb : std::min(plan_.memory_mb, kReportedMemoryMb);
}

std::vector<OutputLine> SimSandbox::take_output() {
  if (runtimes_ == nullptr) return {};
  drain();
  const auto now = output_time(scheduler().now());
  output_.end_line(now);
  std::vector<OutputLine> lines = output_.take(now);
  for (OutputLine& line : lines) hide_folders(line.text);
  return lines;
}

// ---- The Runtime API ----

std::optional<RuntimeEvent> SimSandbox::next(const std::function<bool()>& /*is_awaited*/) {
  if (is_working_ && !request_id_.empty()) {
    if (!answer_) return std::nullopt;
    is_working_ = false;
    request_id_.clear();
  }
  const std::uint64_t fetch = ++fetches_;
  if (!has_started_ && !page_->is_followed()) {
    output_.add_line("[emu] This program does not follow the simulation's clock: its time is real.",
                     output_time(scheduler().now()));
  }
  has_started_ = true;
  wake_runner();
  if (fetcher_ != nullptr) scheduler().wake(*fetcher_);
  while (!event_ && fetch == fetches_ && is_alive()) wait_until_woken(fetcher_);
  if (!event_ || fetch != fetches_ || !is_alive()) return std::nullopt;
  RuntimeEvent event = *std::exchange(event_, std::nullopt);
  request_id_ = event.request_id;
  return event;
}

Taken SimSandbox::answer(std::string_view request_id, Answer answer) {
  if (request_id_ != request_id) return Taken::kNoSuchRequest;
  if (answer_) return Taken::kNotNow;
  hide_folders(answer.body);
  answer_ = std::move(answer);
  return Taken::kAccepted;
}

Taken SimSandbox::fail_init(Answer answer) {
  if (has_started_) return Taken::kNotNow;
  hide_folders(answer.body);
  failure_ = told_failure(std::move(answer));
  wake_runner();
  return Taken::kAccepted;
}

void SimSandbox::refuse_answer() {
  if (!request_id_.empty() && !answer_) answer_ = answer_too_large();
}

// Where the files lie differs from run to run.
void SimSandbox::hide_folders(std::string& text) const {
  if (process_ == nullptr) return;
  const Place& place = process_->files.place;
  replace_all(text, place.code_on_disk.native(), "/var/task");
  if (!place.layers_on_disk.empty()) replace_all(text, place.layers_on_disk.native(), "/opt");
  replace_all(text, place.temporary.native(), "/tmp");
}

Time SimSandbox::time_of_process() { return scheduler().now(); }

void SimSandbox::wake_runner() {
  if (runner_ != nullptr) scheduler().wake(*runner_);
}

// ---- The process ----

std::optional<RuntimeFailure> SimSandbox::begin() {
  const auto refuse = [](std::string type, std::string message) {
    return RuntimeFailure{.type = std::move(type), .message = std::move(message)};
  };
  Machine& machine = runtimes_->machine();
  auto process = std::make_unique<Process>();
  if (auto failure = find_files(plan_, machine, process->files)) return failure;
  Place& place = process->files.place;
  place.runtime_api = fmt::format("127.0.0.1:{}", kRuntimeApiPort);
  Program program = program_of(plan_, machine, place);
  if (program.command.empty()) return refuse(program.error_type, program.error_message);
  const Time now = scheduler().now();
  const bool is_node = plan_.runtime.starts_with("nodejs");
  process->page_file = machine.folder / fmt::format("clock-{}", machine.next_number());
  page_ = std::make_unique<ClockPage>(process->page_file);
  EmuClockPage& memory = page_->memory();
  memory.seed = runtimes_->draw_seed();
  memory.readings_max = kReadingsMax;
  memory.lock_wait_ms = plan_.runtime.starts_with("python") ? kPythonLockWaitMs : 0;
  memory.routes[SimRuntimes::kApiRoute] = {.known_port = kRuntimeApiPort,
                                           .real_port = runtimes_->port()};
  memory.routes[SimRuntimes::kEndpointRoute] = {.known_port = kEndpointPort,
                                                .real_port = runtimes_->port()};
  page_->begin(now);

  std::vector<std::string> variables = variables_of(plan_, machine, place);
  for (std::string& variable : clock_variables(process->page_file)) {
    // Not the function's own of that name.
    const std::string name = variable.substr(0, variable.find('=') + 1);
    std::erase_if(variables, [&](const std::string& each) { return each.starts_with(name); });
    variables.push_back(std::move(variable));
  }
  if (is_node) {
    // What V8 draws does not come from the system.
    program.command.insert(program.command.begin() + 1,
                           fmt::format("--random-seed={}", memory.seed % 1'000'000'000));
  }
  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) {
    return refuse("Runtime.ExitError", "This program has too many files open.");
  }
  fcntl(pipe[0], F_SETFL, O_NONBLOCK);
  process->output = pipe[0];
  if (!plan_.init_line.empty()) output_.add_line(plan_.init_line, output_time(now));
  if (!program.note.empty()) output_.add_line(program.note, output_time(now));
  const Child child =
      start_child({.command = program.command,
                   .environment = std::move(variables),
                   .folder = place.code,
                   .mounts = process->files.mounts,
                   .output = pipe[1],
                   .has_fixed_addresses = true,
                   .file_bytes_max = static_cast<std::uint64_t>(plan_.storage_mb) * kMegabyte});
  ::close(pipe[1]);
  if (child.pid < 0) {
    return refuse("Runtime.InvalidEntrypoint",
                  fmt::format("fork/exec {}: {}", program.command.front(),
                              lower_case(std::generic_category().message(child.error))));
  }
  machine.guard.add(child.pid);
  process_ = std::move(process);
  pid_ = child.pid;
  worked_before_ = 0;
  is_killed_ = false;
  moves();
  return std::nullopt;
}

void SimSandbox::moves() {
  if (!is_alive()) return;
  page_->set_now(scheduler().now());
  if (!is_moving_) moving_since_ = std::chrono::steady_clock::now();
  is_moving_ = true;
}

bool SimSandbox::drain() {
  if (process_ == nullptr) return false;
  bool has_written = false;
  std::array<char, 4096> bytes;
  while (true) {
    const ssize_t count = ::read(process_->output, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return has_written;
    has_written = true;
    output_.add({bytes.data(), static_cast<std::size_t>(count)}, output_time(scheduler().now()));
  }
}

bool SimSandbox::notice_end() {
  if (!is_alive()) return false;
  siginfo_t info{};
  if (waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
      info.si_pid == 0) {
    return false;
  }
  kill_and_wait();
  wake_runner();
  return true;
}

void SimSandbox::kill_and_wait() {
  if (!is_alive()) return;
  // Its number stays taken until it is waited for, so nobody else's group is hit.
  kill_group(pid_);
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  runtimes_->machine().guard.remove(pid_);
  drain();
  pid_ = 0;
  is_moving_ = false;
  if (!failure_ && !is_stopped_) failure_ = exit_failure(status);
  runtimes_->cut_connections(*this);
  if (fetcher_ != nullptr) scheduler().wake(*fetcher_);
}

void SimSandbox::kill() {
  is_killed_ = true;
  kill_group(pid_);
}

void SimSandbox::has_come_to_rest() {
  if (has_worked_long_) worked_before_ = processor_seconds_of(pid_);
  has_worked_long_ = false;
  is_moving_ = false;
}

bool SimSandbox::look_at_limits() {
  if (is_killed_) return false;
  has_worked_long_ = true;
  const MemoryUse use = memory_of(pid_);
  if (use.bytes > static_cast<std::uint64_t>(plan_.memory_mb) * kMegabyte ||
      use.processes > kProcessesMax) {
    is_out_of_memory_ = use.processes <= kProcessesMax;
    kill();
    return true;
  }
  const std::chrono::seconds most = runtimes_->machine().options.work_max;
  const double worked = processor_seconds_of(pid_) - worked_before_;
  // One that has stopped itself uses none.
  const bool is_stuck = std::chrono::steady_clock::now() - moving_since_ > kStuckFactor * most;
  if (worked < static_cast<double>(most.count()) && !is_stuck) return false;
  // No time passes meanwhile, so that no timeout would come.
  failure_ = {
      .type = "Emu.Stalled",
      .message = fmt::format("The function used {} seconds of processor time without a wait "
                             "or a call; no simulated time passes meanwhile.",
                             most.count())};
  kill();
  return true;
}

}  // namespace emu::runtimes
