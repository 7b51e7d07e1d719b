#include "sqs/waiting_line.h"

#include "core/task/visitor.h"

namespace emu::sqs {

WaitingLine::Entry::Entry(WaitingLine& line) : line_(&line), scheduler_(line.scheduler_) {
  position_ = line.entries_.insert(line.entries_.end(), this);
}

WaitingLine::Entry::~Entry() {
  if (line_ != nullptr) line_->leave(*this);
}

bool WaitingLine::Entry::wait_until(Time deadline) {
  const WaitForEvent nobody_else_wants_it;
  const bool woken = scheduler_.park(waiter_, deadline);
  woken_ = false;
  return woken;
}

void WaitingLine::wake(std::int64_t count) {
  for (Entry* entry : entries_) {
    if (count <= 0) return;
    if (entry->woken_) continue;
    entry->woken_ = true;
    scheduler_.wake(entry->waiter_);
    --count;
  }
}

// A timer that is too early does no harm: it looks and sets the next timer.
void WaitingLine::expect(std::optional<Time> due) {
  if (entries_.empty()) due = std::nullopt;
  if (due && expected_ && *expected_ <= *due) return;
  if (expected_) scheduler_.cancel(timer_);
  expected_ = due;
  if (!due) return;
  timer_ = scheduler_.at(*due, [this] {
    expected_ = std::nullopt;
    on_due_();
  });
}

void WaitingLine::close() {
  expect(std::nullopt);
  for (Entry* entry : entries_) scheduler_.wake(entry->waiter_);
  abandon();
}

void WaitingLine::leave(Entry& entry) {
  entries_.erase(entry.position_);
  if (entry.woken_) wake(1);
  if (entries_.empty()) expect(std::nullopt);
}

void WaitingLine::abandon() {
  for (Entry* entry : entries_) entry->line_ = nullptr;
  entries_.clear();
}

}  // namespace emu::sqs
