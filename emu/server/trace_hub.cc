#include "server/trace_hub.h"

#include <iterator>
#include <utility>

namespace emu::server {

// The Cloud calls the sink with its lock held, and the sink takes the hub's: so the hub's must not
// be held while a subscription begins or ends.
TraceHub::Follower::Follower(TraceHub& hub) : hub_(hub) {
  const std::lock_guard sink_lock(hub.sink_mutex_);
  bool is_first = false;
  {
    const std::lock_guard lock(hub.mutex_);
    is_first = hub.followers_.empty();
    self_ = hub.followers_.insert(hub.followers_.end(), this);
  }
  if (is_first) {
    hub.subscription_ = hub.cloud_.subscribe([&hub](const Event& event) { hub.tell(event); });
  }
}

TraceHub::Follower::~Follower() {
  const std::lock_guard sink_lock(hub_.sink_mutex_);
  bool was_last = false;
  {
    const std::lock_guard lock(hub_.mutex_);
    hub_.followers_.erase(self_);
    was_last = hub_.followers_.empty();
  }
  if (was_last) hub_.subscription_.end();
}

std::optional<TraceHub::News> TraceHub::Follower::wait(std::chrono::milliseconds at_most) {
  std::unique_lock lock(hub_.mutex_);
  hub_.told_.wait_for(lock, at_most, [&] { return hub_.closed_ || !events_.empty(); });
  if (hub_.closed_) return std::nullopt;
  News news{
      .events = {std::make_move_iterator(events_.begin()), std::make_move_iterator(events_.end())},
      .missed = std::exchange(missed_, 0)};
  events_.clear();
  return news;
}

bool TraceHub::has_room() const {
  const std::lock_guard lock(mutex_);
  return !closed_ && followers_.size() < kFollowersMax;
}

void TraceHub::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  told_.notify_all();
}

void TraceHub::tell(const Event& event) {
  const auto shared = std::make_shared<const TraceEvent>(to_trace_event(event));
  const std::lock_guard lock(mutex_);
  for (Follower* follower : followers_) {
    if (follower->events_.size() == kFollowerEventsMax) {
      follower->events_.pop_front();
      ++follower->missed_;
    }
    follower->events_.push_back(shared);
  }
  told_.notify_all();
}

}  // namespace emu::server
