#include "runtimes/sandbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "runtimes/api.h"
#include "runtimes/child.h"
#include "runtimes/folder_stamp.h"
#include "runtimes/limits.h"
#include "runtimes/program.h"
#include "runtimes/sandbox_files.h"

namespace emu::runtimes {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kMegabyte = 1048576;
constexpr int kReadsAtOnce = 64;

void ring(int bell) {
  const std::uint64_t once = 1;
  [[maybe_unused]] const ssize_t told = ::write(bell, &once, sizeof once);
}

}  // namespace

// What a process has while it lives, and its keeper takes away after it.
class Sandbox::Keeper {
 public:
  Keeper() = default;
  ~Keeper() {
    if (process >= 0) ::close(process);
  }
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  SandboxFiles files = {};
  std::unique_ptr<wire::Listener> api = {};
  pid_t pid = 0;
  int process = -1;  // a descriptor that can be read when it has ended
};

Sandbox::Sandbox(Machine& machine, SandboxPlan plan)
    : machine_(machine), plan_(std::move(plan)), bell_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Sandbox::~Sandbox() {
  machine_.slots.works(*this);
  if (has_slot_) machine_.slots.give_back(is_starting_);
  if (output_pipe_ >= 0) ::close(output_pipe_);
  if (bell_ >= 0) ::close(bell_);
}

// ---- Who invokes the function ----

void Sandbox::wait_for_turn() {
  const bool has_slot = machine_.slots.take(*this);
  const std::scoped_lock lock(mutex_);
  has_slot_ = has_slot;
  is_starting_ = has_slot;
}

void Sandbox::throw_end() {
  RuntimeFailure failure{.type = "Sandbox.Stopped", .message = "The sandbox was stopped."};
  if (failure_) failure = *failure_;
  failure.is_sandbox_lost = true;
  throw RuntimeFailure(std::move(failure));
}

void Sandbox::start() {
  std::unique_lock lock(mutex_);
  if (is_stopped_ || !has_slot_) throw_end();
  if (!machine_.threads.run([self = shared_from_this()] { self->keep(); })) {
    failure_ = {.type = "Runtime.ExitError", .message = "This machine has no thread more."};
    throw_end();
  }
  changed_.wait(lock, [&] { return has_started_ || has_ended_ || failure_ || is_stopped_; });
  if (has_ended_ || failure_ || is_stopped_) throw_end();
}

std::string Sandbox::run(const RuntimeEvent& event) {
  std::unique_lock lock(mutex_);
  if (has_ended_ || is_stopped_) throw_end();
  event_ = event;
  answer_.reset();
  is_working_ = true;
  if (pid_ > 0) resume_group(pid_);
  ring(bell_);
  changed_.notify_all();
  changed_.wait(lock, [&] { return !is_working_ || has_ended_ || is_stopped_; });
  event_.reset();
  is_working_ = false;
  if (!answer_) throw_end();
  Answer answer = *std::exchange(answer_, std::nullopt);
  if (!answer.has_failed) return std::move(answer.body);
  RuntimeFailure failure = told_failure(std::move(answer));
  failure.is_sandbox_lost = has_ended_;
  throw RuntimeFailure(std::move(failure));
}

void Sandbox::give_up() {
  is_stopped_ = true;
  const std::scoped_lock lock(mutex_);
  kill_locked();
  changed_.notify_all();
}

void Sandbox::stop() {
  give_up();
  machine_.slots.look_again();
}

void Sandbox::kill_locked() {
  if (pid_ > 0) kill_group(pid_);
}

void Sandbox::rest() {
  {
    const std::scoped_lock lock(mutex_);
    resting_since_ = Clock::now();
  }
  ring(bell_);
  machine_.slots.rests(*this);
}

bool Sandbox::take() {
  machine_.slots.works(*this);
  const bool has_folder = !plan_.folder.empty();
  const std::uint64_t stamp = has_folder ? stamp_of(plan_.folder) : 0;
  const std::scoped_lock lock(mutex_);
  resting_since_ = {};
  const bool is_as_before = !has_folder || stamp == stamp_;
  return is_as_before && !has_ended_ && !failure_ && !is_stopped_;
}

int Sandbox::memory_used_mb() {
  const std::scoped_lock lock(mutex_);
  if (pid_ > 0) peak_bytes_ = std::max(peak_bytes_, peak_memory_of(pid_));
  if (is_out_of_memory_) return plan_.memory_mb;
  return static_cast<int>((peak_bytes_ + kMegabyte - 1) / kMegabyte);
}

// ---- The Runtime API ----

std::optional<RuntimeEvent> Sandbox::next(const std::function<bool()>& is_awaited) {
  drain();
  std::unique_lock lock(mutex_);
  if (is_working_ && !request_id_.empty()) {
    if (!answer_) return std::nullopt;
    is_working_ = false;
    request_id_.clear();
  }
  const std::uint64_t call = ++next_calls_;
  has_started_ = true;
  changed_.notify_all();
  if (std::exchange(is_starting_, false)) {
    lock.unlock();
    machine_.slots.has_started();
    lock.lock();
  }
  if (!event_ && pid_ > 0) pause_group(pid_);
  changed_.wait(lock, [&] { return event_ || call != next_calls_ || has_ended_ || is_stopped_; });
  if (!event_ || call != next_calls_ || has_ended_ || is_stopped_) return std::nullopt;
  if (is_awaited && !is_awaited()) return std::nullopt;
  RuntimeEvent event = *std::exchange(event_, std::nullopt);
  request_id_ = event.request_id;
  return event;
}

Taken Sandbox::answer(std::string_view request_id, Answer answer) {
  drain();
  const std::scoped_lock lock(mutex_);
  if (request_id_ != request_id) return Taken::kNoSuchRequest;
  if (answer_) return Taken::kNotNow;
  answer_ = std::move(answer);
  return Taken::kAccepted;
}

void Sandbox::refuse_answer() {
  Answer refusal = answer_too_large();
  const std::scoped_lock lock(mutex_);
  if (!request_id_.empty() && !answer_) answer_ = std::move(refusal);
}

Time Sandbox::time_of_process() {
  return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

Taken Sandbox::fail_init(Answer answer) {
  drain();
  const std::scoped_lock lock(mutex_);
  if (has_started_) return Taken::kNotNow;
  failure_ = told_failure(std::move(answer));
  kill_locked();
  changed_.notify_all();
  return Taken::kAccepted;
}

// ---- The keeper ----

void Sandbox::keep() {
  {
    Keeper keeper;
    auto failure = begin(keeper);
    if (!failure) watch(keeper);
    {
      const std::scoped_lock lock(mutex_);
      has_ended_ = true;
      if (failure) failure_ = std::move(failure);
      changed_.notify_all();
    }
    if (keeper.api) keeper.api->stop(std::chrono::milliseconds(0));
  }
  bool was_starting = false;
  {
    const std::scoped_lock lock(mutex_);
    has_slot_ = false;
    was_starting = std::exchange(is_starting_, false);
  }
  machine_.slots.give_back(was_starting);
}

std::optional<RuntimeFailure> Sandbox::begin(Keeper& keeper) {
  const auto refuse = [](std::string type, std::string message) {
    return RuntimeFailure{.type = std::move(type), .message = std::move(message)};
  };
  if (auto failure = find_files(plan_, machine_, keeper.files)) return failure;
  Place& place = keeper.files.place;
  {
    const std::scoped_lock lock(mutex_);
    stamp_ = keeper.files.stamp;
  }

  const Program program = program_of(plan_, machine_, place);
  if (program.command.empty()) return refuse(program.error_type, program.error_message);
  auto api = serve_runtime_api(*this);
  if (!api) return refuse("Runtime.ExitError", api.error().message);
  keeper.api = std::move(*api);
  place.runtime_api = fmt::format("127.0.0.1:{}", keeper.api->port());

  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) {
    return refuse("Runtime.ExitError", "This server has too many files open.");
  }
  fcntl(pipe[0], F_SETFL, O_NONBLOCK);
  {
    const std::scoped_lock lock(output_mutex_);
    output_pipe_ = pipe[0];
    if (!plan_.init_line.empty()) output_.add_line(plan_.init_line, Clock::now());
    if (!program.note.empty()) output_.add_line(program.note, Clock::now());
  }
  const Child child =
      start_child({.command = program.command,
                   .environment = variables_of(plan_, machine_, place),
                   .folder = place.code,
                   .mounts = keeper.files.mounts,
                   .output = pipe[1],
                   .file_bytes_max = static_cast<std::uint64_t>(plan_.storage_mb) * kMegabyte});
  ::close(pipe[1]);
  if (child.pid < 0) {
    return refuse("Runtime.InvalidEntrypoint",
                  fmt::format("fork/exec {}: {}", program.command.front(),
                              lower_case(std::generic_category().message(child.error))));
  }
  machine_.guard.add(child.pid);
  keeper.pid = child.pid;
  keeper.process = static_cast<int>(syscall(SYS_pidfd_open, child.pid, 0));
  const std::scoped_lock lock(mutex_);
  pid_ = child.pid;
  if (is_stopped_ || failure_ || keeper.process < 0) kill_locked();
  return std::nullopt;
}

void Sandbox::watch(Keeper& keeper) {
  std::array<pollfd, 3> sources = {
      pollfd{.fd = keeper.process, .events = POLLIN, .revents = 0},
      pollfd{.fd = bell_, .events = POLLIN, .revents = 0},
      pollfd{.fd = output_pipe_, .events = POLLIN, .revents = 0},
  };
  // Without a descriptor of the process it has been killed.
  while (keeper.process >= 0) {
    int timeout = -1;
    {
      const std::scoped_lock lock(mutex_);
      if (is_working_ || !has_started_)
        timeout = static_cast<int>(kMemoryLookInterval.count());
      else if (resting_since_ != Clock::time_point()) {
        const auto left = resting_since_ + kIdleMax - Clock::now();
        timeout = static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count());
        if (timeout <= 0) {
          is_stopped_ = true;
          kill_locked();
          timeout = -1;
        }
      }
    }
    if (poll(sources.data(), sources.size(), timeout) < 0 && errno != EINTR) break;
    if ((sources[0].revents & POLLIN) != 0) break;
    if ((sources[1].revents & POLLIN) != 0) {
      std::uint64_t rung = 0;
      [[maybe_unused]] const ssize_t count = ::read(bell_, &rung, sizeof rung);
    }
    if (sources[2].revents != 0) {
      const std::scoped_lock lock(output_mutex_);
      if (!read_output()) sources[2].fd = -1;
    }
    look_at_memory(keeper.pid);
  }
  // Its number stays taken until it is waited for, so nobody else's group is hit.
  kill_group(keeper.pid);
  {
    const std::scoped_lock lock(mutex_);
    peak_bytes_ = std::max(peak_bytes_, peak_memory_of(keeper.pid));
    pid_ = 0;
  }
  int status = 0;
  while (waitpid(keeper.pid, &status, 0) < 0 && errno == EINTR) {
  }
  machine_.guard.remove(keeper.pid);
  drain();
  const std::scoped_lock lock(mutex_);
  if (!failure_ && !is_stopped_) failure_ = exit_failure(status);
}

void Sandbox::look_at_memory(pid_t pid) {
  const MemoryUse use = memory_of(pid);
  const bool has_too_much = use.bytes > static_cast<std::uint64_t>(plan_.memory_mb) * kMegabyte;
  const bool are_too_many = use.processes > kProcessesMax;
  if (are_too_many) {
    const std::scoped_lock lock(output_mutex_);
    output_.add_line(fmt::format("[emu] More than {} processes were started.", kProcessesMax),
                     Clock::now());
  }
  const std::scoped_lock lock(mutex_);
  peak_bytes_ = std::max(peak_bytes_, use.bytes);
  is_out_of_memory_ = is_out_of_memory_ || has_too_much;
  if (has_too_much || are_too_many) kill_locked();
}

// ---- What it writes ----

// False when nobody will write any more.
bool Sandbox::read_output() {
  std::array<char, 65536> bytes;
  const ssize_t count = ::read(output_pipe_, bytes.data(), bytes.size());
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  if (count == 0) return false;
  output_.add({bytes.data(), static_cast<std::size_t>(count)}, Clock::now());
  return true;
}

void Sandbox::drain() {
  const std::scoped_lock lock(output_mutex_);
  if (output_pipe_ < 0) return;
  for (int reads = 0; reads < kReadsAtOnce; ++reads) {
    pollfd readable{.fd = output_pipe_, .events = POLLIN, .revents = 0};
    if (poll(&readable, 1, 0) <= 0 || !read_output()) break;
  }
}

std::vector<OutputLine> Sandbox::take_output() {
  drain();
  const std::scoped_lock lock(output_mutex_);
  output_.end_line(Clock::now());
  return output_.take(Clock::now());
}

}  // namespace emu::runtimes
