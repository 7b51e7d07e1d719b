#include "rdsdata/engine/write_lock.h"

namespace emu::rdsdata {

WriteLock::Place::Place(WriteLock& lock) : lock_(lock) {
  position_ = lock.line_.insert(lock.line_.end(), this);
}

// The next one may have its turn now.
WriteLock::Place::~Place() {
  lock_.line_.erase(position_);
  if (lock_.owner_.empty() && !lock_.line_.empty()) {
    lock_.scheduler_.wake(lock_.line_.front()->waiter_);
  }
}

void WriteLock::Place::wait_until(Time time) { lock_.scheduler_.park(waiter_, time); }

void WriteLock::release() {
  owner_.clear();
  if (!line_.empty()) scheduler_.wake(line_.front()->waiter_);
}

void WriteLock::wake_all() {
  for (Place* place : line_) scheduler_.wake(place->waiter_);
}

}  // namespace emu::rdsdata
