#include "sim/message_tracker.h"

namespace emu::sim {

// The hexadecimal digits of a UUID in order; hyphens and anything else are passed over.
MessageTracker::Id MessageTracker::parse(std::string_view uuid) {
  Id id;
  for (const char c : uuid) {
    std::uint64_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint64_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint64_t>(c - 'a') + 10;
    } else {
      continue;
    }
    id.high = id.high << 4 | id.low >> 60;
    id.low = id.low << 4 | digit;
  }
  return id;
}

void MessageTracker::insert(Id id, Time at) {
  std::size_t i = home(id);
  while (slots_[i].id != Id{} && slots_[i].id != id) i = (i + 1) & mask();
  if (slots_[i].id == Id{}) ++used_;
  slots_[i] = {.id = id, .sent = at};
}

void MessageTracker::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.id != Id{}) insert(slot.id, slot.sent);
  }
}

std::optional<Time> MessageTracker::take(Id id) {
  if (id == Id{}) return std::nullopt;
  std::size_t i = home(id);
  while (slots_[i].id != id) {
    if (slots_[i].id == Id{}) return std::nullopt;
    i = (i + 1) & mask();
  }
  const Time sent = slots_[i].sent;
  // Those behind that could no longer be found move into the gap.
  for (std::size_t next = (i + 1) & mask(); slots_[next].id != Id{}; next = (next + 1) & mask()) {
    const std::size_t wanted = home(slots_[next].id);
    if (((next - wanted) & mask()) >= ((next - i) & mask())) {
      slots_[i] = slots_[next];
      i = next;
    }
  }
  slots_[i] = {};
  --used_;
  return sent;
}

void MessageTracker::sent(const std::vector<std::string>& ids, Time at) {
  for (const std::string& text : ids) {
    ++sent_;
    if (used_ >= kTrackedMessagesMax) continue;
    if (used_ * 4 >= slots_.size() * 3) grow();
    if (const Id id = parse(text); id != Id{}) insert(id, at);
  }
}

void MessageTracker::deleted(const std::vector<std::string>& ids, Time at) {
  for (const std::string& text : ids) {
    const std::optional<Time> sent = take(parse(text));
    if (!sent) continue;
    ++processed_;
    latency_.add(at - *sent);
  }
}

void MessageTracker::redriven(std::string_view id) {
  if (take(parse(id))) ++redriven_;
}

void MessageTracker::expired(std::string_view id) {
  if (take(parse(id))) ++expired_;
}

MessageFigures MessageTracker::figures() const {
  return {.sent = sent_,
          .processed = processed_,
          .redriven = redriven_,
          .expired = expired_,
          .latency = latency_.percentiles()};
}

}  // namespace emu::sim
