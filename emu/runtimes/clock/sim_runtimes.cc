#include "runtimes/clock/sim_runtimes.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <tuple>

#include "embedded/clock_so.h"
#include "runtimes/api.h"
#include "runtimes/clock/threads.h"
#include "runtimes/folders.h"
#include "runtimes/limits.h"
#include "runtimes/package.h"

namespace emu::runtimes {

namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;

// How long a process that works is left alone before it is looked at again, in real time. Mostly it
// waits soon after it has sent something, which ends this at once.
constexpr microseconds kLookInterval{400};
constexpr microseconds kLookSoon{50};
constexpr int kBacklog = 128;
constexpr const char* kPreloadFile = "clock.so";

[[noreturn]] void throw_errno(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

SimRuntimes::SimRuntimes(World& world, RuntimesOptions options, wire::HttpHandler aws)
    : world_(world),
      machine_(std::move(options)),
      aws_(std::move(aws)),
      random_(world.random().fork("processes of functions")) {
  std::ofstream(machine_.folder / kPreloadFile, std::ios::binary) << embedded::clock_so();
  listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  watching_ = ::epoll_create1(EPOLL_CLOEXEC);
  epoll_event event{.events = EPOLLIN, .data = {.ptr = nullptr}};
  if (listening_ < 0 || watching_ < 0 || ::bind(listening_, any, size) != 0 ||
      ::listen(listening_, kBacklog) != 0 || ::getsockname(listening_, any, &size) != 0 ||
      ::epoll_ctl(watching_, EPOLL_CTL_ADD, listening_, &event) != 0) {
    throw_errno("no socket for functions");
  }
  port_ = ntohs(address.sin_port);
  // Whatever port it really is: answers may name it.
  machine_.set_endpoint("http://127.0.0.1:4566");
  world_.scheduler().follow(this);
}

SimRuntimes::~SimRuntimes() {
  for (SimSandbox* sandbox : std::vector(sandboxes_)) sandbox->forget_runtimes();
  world_.scheduler().follow(nullptr);
  ::close(listening_);
  ::close(watching_);
}

std::shared_ptr<SandboxCode> SimRuntimes::make(SandboxPlan plan) {
  const auto sandbox = std::make_shared<SimSandbox>(*this, std::move(plan), ++last_number_);
  return {sandbox.get(), [sandbox](SandboxCode*) { sandbox->stop(); }};
}

std::optional<std::string> SimRuntimes::refusal_of_package(std::string_view zip_file) {
  return refusal_of_zip(zip_file);
}

std::optional<std::string> SimRuntimes::refusal_of_folder(const std::string& path) {
  return runtimes::refusal_of_folder(path);
}

std::int64_t SimRuntimes::draw_seed() { return static_cast<std::int64_t>(random_.next() >> 1) | 1; }

void SimRuntimes::make_room() {
  const auto is_alive = [](const SimSandbox* each) { return each->is_alive(); };
  const auto alive = std::ranges::count_if(sandboxes_, is_alive);
  if (static_cast<std::size_t>(alive) < machine_.options.sandboxes_max) return;
  const auto oldest = std::ranges::find_if(
      sandboxes_, [](const SimSandbox* each) { return each->is_alive() && each->is_resting(); });
  if (oldest != sandboxes_.end()) (*oldest)->stop();
}

void SimRuntimes::cut_connections(const SimSandbox& sandbox) {
  for (Served& each : connections_) {
    if (each.connection->owner() == &sandbox) each.connection->cut();
  }
}

// ---- Time ----

bool SimRuntimes::settle() {
  // Nobody has been given anything to do since all of them waited.
  const auto moves = [](const SimSandbox* each) { return each->is_moving(); };
  bool has_sent = false;
  while (std::ranges::any_of(sandboxes_, moves)) {
    pump(microseconds(0));
    if (drain_all()) continue;
    if (is_quiet()) {
      if (pump(microseconds(0)) || drain_all() || end_those_beyond_limits()) continue;
      for (SimSandbox* each : sandboxes_) each->has_come_to_rest();
      break;
    }
    look_at_limits();
    has_sent = pump(has_sent ? kLookSoon : kLookInterval);
  }
  if (take_up_one()) return true;
  return std::ranges::any_of(std::vector(sandboxes_),
                             [](SimSandbox* each) { return each->notice_end(); });
}

std::optional<SimRuntimes::NextWait> SimRuntimes::find_next_wait() {
  std::optional<NextWait> first;
  for (SimSandbox* each : sandboxes_) {
    if (!each->is_at_work()) continue;
    const auto wait = each->page().next_wait();
    if (wait && (!first || wait->time < first->wait.time)) {
      first = {.sandbox = each, .wait = *wait};
    }
  }
  return first;
}

std::optional<Time> SimRuntimes::next_wake() {
  const auto next = find_next_wait();
  if (!next) return std::nullopt;
  return next->wait.time;
}

void SimRuntimes::wake_next(Time /*now*/) {
  const auto next = find_next_wait();
  if (!next) return;
  next->sandbox->moves();
  next->sandbox->page().wake(next->wait);
}

// ---- Whether anybody runs ----

// Everyone waits, and nobody has run between two looks, nor was a byte under way.
bool SimRuntimes::is_quiet() {
  if (!are_balanced()) return false;
  std::vector<Threads> first;
  for (const SimSandbox* each : sandboxes_) {
    if (!each->is_at_work() && !each->is_moving()) continue;
    auto threads = waiting_threads_of(each->pid());
    if (!threads) return false;
    first.push_back(std::move(*threads));
  }
  std::size_t at = 0;
  for (const SimSandbox* each : sandboxes_) {
    if (!each->is_at_work() && !each->is_moving()) continue;
    if (waiting_threads_of(each->pid()) != first[at++]) return false;
  }
  return are_balanced();
}

bool SimRuntimes::are_balanced() {
  // A connection that a process has begun is here, too.
  for (SimSandbox* each : sandboxes_) {
    if (!each->is_alive() || !(each->is_at_work() || each->is_moving())) continue;
    if (each->page().has_unknown_connection([this](int port) {
          return std::ranges::any_of(connections_, [&](const Served& served) {
            return served.connection->port() == port;
          });
        })) {
      return false;
    }
  }
  return std::ranges::all_of(connections_, [this](Served& each) {
    return find_owner(*each.connection) && each.connection->is_balanced();
  });
}

// Somebody who is no process of ours is sent away.
bool SimRuntimes::find_owner(ChildConnection& connection) {
  if (connection.owner() != nullptr || connection.is_over() || !connection.is_open()) return true;
  for (SimSandbox* each : sandboxes_) {
    if (!each->is_alive()) continue;
    if (EmuClockConnection* entry = each->page().find_connection(connection.port())) {
      connection.set_owner(*each, *entry);
      return true;
    }
  }
  const bool can_be_ours =
      std::ranges::any_of(sandboxes_, [](const SimSandbox* each) { return each->is_moving(); });
  if (!can_be_ours) connection.cut();
  return !can_be_ours;
}

bool SimRuntimes::drain_all() {
  bool has_written = false;
  for (SimSandbox* each : sandboxes_) {
    if (each->is_alive() && each->drain()) has_written = true;
  }
  return has_written;
}

void SimRuntimes::look_at_limits() {
  const auto now = steady_clock::now();
  if (now < limits_seen_ + kMemoryLookInterval) return;
  limits_seen_ = now;
  for (SimSandbox* each : sandboxes_) {
    if (each->is_alive() && (each->is_moving() || each->is_at_work())) each->look_at_limits();
  }
}

// Of those that have worked for a while; one that is ended is waited for.
bool SimRuntimes::end_those_beyond_limits() {
  bool has_ended = false;
  for (SimSandbox* each : sandboxes_) {
    if (each->is_alive() && each->has_worked_long() && each->look_at_limits()) has_ended = true;
  }
  return has_ended;
}

// ---- What comes ----

bool SimRuntimes::pump(microseconds at_most) {
  std::array<epoll_event, 64> events{};
  if (at_most > microseconds(0)) {
    // Its limit may be shorter than a millisecond.
    pollfd readable{.fd = watching_, .events = POLLIN, .revents = 0};
    const timespec limit{.tv_sec = 0, .tv_nsec = std::chrono::nanoseconds(at_most).count()};
    ::ppoll(&readable, 1, &limit, nullptr);
  }
  const int count = ::epoll_wait(watching_, events.data(), static_cast<int>(events.size()), 0);
  bool has_come = false;
  for (int i = 0; i < count; ++i) {
    auto* connection = static_cast<ChildConnection*>(events[static_cast<std::size_t>(i)].data.ptr);
    if (connection == nullptr) {
      accept_all();
      has_come = true;
      continue;
    }
    if ((events[static_cast<std::size_t>(i)].events & EPOLLOUT) != 0) connection->flush();
    if (connection->take_in()) has_come = true;
  }
  for (Served& each : connections_) watch(each);
  std::erase_if(connections_, [](const Served& each) { return each.connection->is_over(); });
  return has_come;
}

// What has ended would be told again and again.
void SimRuntimes::watch(Served& served) {
  const ChildConnection& connection = *served.connection;
  std::uint32_t wanted = 0;
  if (!connection.has_ended()) wanted = connection.has_unsent() ? EPOLLIN | EPOLLOUT : EPOLLIN;
  if (wanted == served.watched_for) return;
  epoll_event event{.events = wanted, .data = {.ptr = served.connection.get()}};
  const int change = served.watched_for == 0 ? EPOLL_CTL_ADD
                     : wanted == 0           ? EPOLL_CTL_DEL
                                             : EPOLL_CTL_MOD;
  ::epoll_ctl(watching_, change, connection.socket(), &event);
  served.watched_for = wanted;
}

void SimRuntimes::accept_all() {
  while (true) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    const int socket = ::accept4(listening_, reinterpret_cast<sockaddr*>(&address), &size,
                                 SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (socket < 0) return;
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connections_.push_back({.connection = std::make_shared<ChildConnection>(
                                scheduler(), socket, ntohs(address.sin_port))});
    watch(connections_.back());
  }
}

bool SimRuntimes::take_up_one() {
  Served* first = nullptr;
  const auto order = [](const Served& each) {
    return std::tuple(each.connection->owner()->number(), each.connection->order());
  };
  for (Served& each : connections_) {
    if (each.connection->owner() == nullptr || !each.connection->has_news()) continue;
    if (first == nullptr || order(each) < order(*first)) first = &each;
  }
  if (first == nullptr) return false;
  if (!std::exchange(first->is_served, true)) begin_serving(first->connection);
  first->connection->take_up();
  return true;
}

void SimRuntimes::begin_serving(const ConnectionPtr& connection) {
  const wire::HttpHandler handler =
      connection->route() == kApiRoute ? runtime_api(*connection->owner()) : aws_;
  const auto serve = [this, connection, handler, owner = connection->owner()->shared_from_this()] {
    struct Finish {
      ChildConnection& connection;
      ~Finish() { connection.finish(); }
    };
    const Finish finish{*connection};
    std::atomic<bool> is_stopping = false;
    wire::ConnectionLife life{.stopping = is_stopping};
    wire::serve_http1(*connection, handler, {.now = [this] { return scheduler().now(); }}, {},
                      life);
  };
  scheduler().spawn({.name = "request of a function", .daemon = true}, serve);
}

// Sources: Node.js, "Command-line API" (UV_THREADPOOL_SIZE); Python, "Command line and environment"
// (PYTHONHASHSEED); OpenSSL, "OPENSSL_ia32cap" (0x10 is the time stamp counter).
std::vector<std::string> clock_variables(const std::filesystem::path& page) {
  return {fmt::format("EMU_CLOCK_PAGE={}", page.native()),
          fmt::format("LD_PRELOAD={}", (page.parent_path() / kPreloadFile).native()),
          "PYTHONHASHSEED=0", "UV_THREADPOOL_SIZE=1", "OPENSSL_ia32cap=~0x10"};
}

}  // namespace emu::runtimes
