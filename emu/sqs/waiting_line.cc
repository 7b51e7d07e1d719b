#include "sqs/waiting_line.h"

namespace emu::sqs {

WaitingLine::Place::Place(WaitingLine& line) : line_(&line), scheduler_(line.scheduler_) {
  position_ = line.places_.insert(line.places_.end(), this);
}

WaitingLine::Place::~Place() {
  if (line_ != nullptr) line_->leave(*this);
}

bool WaitingLine::Place::wait_until(Time deadline) {
  const bool woken = scheduler_.park(waiter_, deadline);
  woken_ = false;
  return woken;
}

void WaitingLine::wake(std::int64_t count) {
  for (Place* place : places_) {
    if (count <= 0) return;
    if (place->woken_) continue;
    place->woken_ = true;
    scheduler_.wake(place->waiter_);
    --count;
  }
}

// A timer that is too early does no harm: it looks and sets the next one.
void WaitingLine::expect(std::optional<Time> due) {
  if (places_.empty()) due = std::nullopt;
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
  for (Place* place : places_) scheduler_.wake(place->waiter_);
  abandon();
}

void WaitingLine::leave(Place& place) {
  places_.erase(place.position_);
  if (place.woken_) wake(1);
  if (places_.empty()) expect(std::nullopt);
}

void WaitingLine::abandon() {
  for (Place* place : places_) place->line_ = nullptr;
  places_.clear();
}

}  // namespace emu::sqs
