#include "wire/http/connections.h"

#include <sys/socket.h>
#include <unistd.h>

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

void Connections::begin_stopping() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  // A connection says that it is idle before it looks whether to stop, so one of the two notices.
  for (Open& each : open_) {
    if (!each.life.is_busy) ::shutdown(each.socket, SHUT_RD);
  }
}

void Connections::finish_stopping(std::chrono::milliseconds grace) {
  std::unique_lock lock(mutex_);
  const auto all_gone = [this] { return open_.empty(); };
  if (removed_.wait_for(lock, grace, all_gone)) return;
  for (const Open& each : open_) ::shutdown(each.socket, SHUT_RDWR);
  removed_.wait(lock, all_gone);
}

}  // namespace emu::wire
