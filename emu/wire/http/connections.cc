#include "wire/http/connections.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace emu::wire {

Connections::Handle Connections::add(int socket) {
  const std::lock_guard lock(mutex_);
  return open_.emplace(open_.end(), socket, stopping_);
}

void Connections::remove(Handle handle) {
  const std::lock_guard lock(mutex_);
  ::close(handle->socket);
  open_.erase(handle);
  if (open_.empty()) removed_.notify_all();
}

std::size_t Connections::size() const {
  const std::lock_guard lock(mutex_);
  return open_.size();
}

std::size_t Connections::waiting() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::ranges::count_if(open_, [](const Open& each) { return each.life.waiting_since > 0; }));
}

void Connections::begin_stopping() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  // A connection says that it is idle before it looks whether to stop, so one of the two notices.
  for (Open& each : open_) {
    if (!each.life.is_busy) ::shutdown(each.socket, SHUT_RD);
  }
}

// Looks at all of them, which is done only when there are as many as there may be.
bool Connections::make_room(std::size_t busy_max) {
  const std::lock_guard lock(mutex_);
  Open* longest = nullptr;
  std::int64_t since = 0;
  std::size_t busy = 0;
  for (Open& each : open_) {
    const std::int64_t waiting = each.life.waiting_since;
    if (waiting == 0) ++busy;
    if (waiting <= 0 || (longest != nullptr && waiting >= since)) continue;
    longest = &each;
    since = waiting;
  }
  if (longest != nullptr && longest->life.close_waiting(since)) {
    ::shutdown(longest->socket, SHUT_RDWR);
  }
  return busy < busy_max;
}

bool Connections::wait_until_gone(std::chrono::milliseconds at_most) {
  std::unique_lock lock(mutex_);
  return removed_.wait_for(lock, at_most, [this] { return open_.empty(); });
}

void Connections::cut() {
  std::unique_lock lock(mutex_);
  for (const Open& each : open_) ::shutdown(each.socket, SHUT_RDWR);
  removed_.wait(lock, [this] { return open_.empty(); });
}

}  // namespace emu::wire
