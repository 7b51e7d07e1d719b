#include "wire/http/peer_watch.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace emu::wire {

namespace {

// What epoll tells of the descriptor by which the thread is woken; waits count from 1.
constexpr std::uint64_t kWake = 0;

bool watch(int epoll, int descriptor, std::uint32_t events, std::uint64_t number) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = number;
  return ::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

}  // namespace

PeerWatch::~PeerWatch() {
  if (thread_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      closing_ = true;
    }
    ::eventfd_write(wake_, 1);
    thread_.join();
  }
  if (wake_ >= 0) ::close(wake_);
  if (epoll_ >= 0) ::close(epoll_);
}

// Where the system gives no more descriptors, hanging up goes unnoticed.
bool PeerWatch::start() {
  if (thread_.joinable()) return true;
  if (epoll_ < 0) epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
  if (wake_ < 0) wake_ = ::eventfd(0, EFD_CLOEXEC);
  if (epoll_ < 0 || wake_ < 0 || !watch(epoll_, wake_, EPOLLIN, kWake)) return false;
  thread_ = std::thread([this] { run(); });
  return true;
}

std::uint64_t PeerWatch::add(int socket, Visitor::Wait wait, std::function<void()> end) {
  const std::lock_guard lock(mutex_);
  const bool is_for_event = wait == Visitor::Wait::kForEvent;
  if (!takes_any_ || (is_for_event && !takes_events_)) return 0;
  const std::uint64_t number = ++last_number_;
  waiting_.emplace(number, Waiting{.socket = socket, .wait = wait, .end = std::move(end)});
  if (is_for_event && start()) watch(epoll_, socket, EPOLLRDHUP | EPOLLONESHOT, number);
  return number;
}

void PeerWatch::remove(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  const auto found = waiting_.find(number);
  if (found == waiting_.end()) return;
  if (found->second.wait == Visitor::Wait::kForEvent && epoll_ >= 0) {
    ::epoll_ctl(epoll_, EPOLL_CTL_DEL, found->second.socket, nullptr);
  }
  waiting_.erase(found);
}

void PeerWatch::run() {
  std::array<epoll_event, 64> events;
  std::vector<std::function<void()>> ends;
  while (true) {
    const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), -1);
    if (count < 0 && errno != EINTR) return;
    {
      const std::lock_guard lock(mutex_);
      if (closing_) return;
      for (int i = 0; i < count; ++i) {
        const auto found = waiting_.find(events[static_cast<std::size_t>(i)].data.u64);
        if (found != waiting_.end()) ends.push_back(found->second.end);
      }
    }
    for (const auto& end : ends) end();
    ends.clear();
  }
}

void PeerWatch::end_some(bool also_for_answers) {
  std::vector<std::function<void()>> ends;
  {
    const std::lock_guard lock(mutex_);
    takes_events_ = false;
    if (also_for_answers) takes_any_ = false;
    for (const auto& [number, waiting] : waiting_) {
      if (also_for_answers || waiting.wait == Visitor::Wait::kForEvent) ends.push_back(waiting.end);
    }
  }
  for (const auto& end : ends) end();
}

void PeerWatch::end_waits_for_events() { end_some(false); }
void PeerWatch::end_all() { end_some(true); }

}  // namespace emu::wire
