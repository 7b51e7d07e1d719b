#include "core/gate/trace.h"

#include <emu/describe.h>

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace emu {

namespace {

void add_value(Digest& digest, const Shape& shape, const void* value) {
  switch (shape.kind) {
    case Kind::kString:
      return digest.add(shape.text(value));
    case Kind::kInteger:
    case Kind::kTimestamp:
      return digest.add(static_cast<std::uint64_t>(shape.integer(value)));
    case Kind::kList: {
      const std::size_t size = shape.size(value);
      digest.add(std::uint64_t{size});
      for (std::size_t i = 0; i < size; ++i) {
        add_value(digest, shape.element(), shape.at(value, i));
      }
      return;
    }
    default:
      EMU_ASSERT(false, "an event has a member that its digest cannot take in");
  }
}

// Every member counts, what is absent as an empty text.
void add_members(Digest& digest, const Shape& shape, const void* what) {
  for (const Member& member : shape.members) {
    const void* value = member.get(what, member.offset);
    if (value == nullptr) {
      digest.add(std::string_view());
    } else {
      add_value(digest, member.shape(), value);
    }
  }
}

}  // namespace

Trace::Trace(std::size_t capacity)
    : capacity_(std::max<std::size_t>(capacity, 1)), spare_(event_kinds().size()) {}

Trace::~Trace() {
  clear();
  for (std::size_t kind = 0; kind < spare_.size(); ++kind) {
    for (void* what : spare_[kind]) event_kinds()[kind].destroy(what);
  }
}

Trace::Slot& Trace::take_slot(std::size_t kind) {
  const std::size_t place = static_cast<std::size_t>(sequence_ % capacity_);
  if (place == ring_.size()) {
    ring_.emplace_back();
  } else {
    give_back(ring_[place]);
  }
  Slot& slot = ring_[place];
  std::vector<void*>& spare = spare_[kind];
  if (spare.empty()) spare.push_back(event_kinds()[kind].create());
  slot.what = spare.back();
  spare.pop_back();
  slot.event = {
      .sequence = ++sequence_, .kind = kind, .name = event_kinds()[kind].name, .what = slot.what};
  return slot;
}

void Trace::give_back(const Slot& slot) { spare_[slot.event.kind].push_back(slot.what); }

void Trace::finish(const Event& event) {
  digest_.add(static_cast<std::uint64_t>(event.at.time_since_epoch().count()));
  digest_.add(event.name->name);
  add_members(digest_, event_kinds()[event.kind].shape(), event.what);
  if (!followers_.empty()) show(event);
}

void Trace::show(const Event& event) {
  // Also when a sink throws.
  struct Showing {
    explicit Showing(Trace& of) : trace(of) { ++trace.showing_; }
    ~Showing() {
      if (--trace.showing_ > 0) return;
      std::erase_if(trace.followers_, [](const auto& follower) { return follower->is_gone; });
    }
    Trace& trace;
  } const showing(*this);
  const std::size_t count = followers_.size();
  for (std::size_t i = 0; i < count; ++i) {
    Follower& follower = *followers_[i];
    if (!follower.is_gone) follower.sink(event);
  }
}

Trace::SinkId Trace::subscribe(EventSink sink) {
  followers_.push_back(
      std::make_unique<Follower>(Follower{.id = ++last_sink_, .sink = std::move(sink)}));
  return last_sink_;
}

void Trace::unsubscribe(SinkId id) {
  const auto found = std::find_if(followers_.begin(), followers_.end(),
                                  [id](const auto& follower) { return follower->id == id; });
  if (found == followers_.end()) return;
  if (showing_ > 0) {
    (*found)->is_gone = true;
  } else {
    followers_.erase(found);
  }
}

void Trace::clear() {
  for (const Slot& slot : ring_) give_back(slot);
  ring_.clear();
  sequence_ = 0;
  digest_ = {};
}

void Trace::each(const std::function<void(const Event&)>& visit) const {
  const std::size_t first = ring_.empty() ? 0 : static_cast<std::size_t>(sequence_ % ring_.size());
  for (std::size_t i = 0; i < ring_.size(); ++i) visit(ring_[(first + i) % ring_.size()].event);
}

}  // namespace emu
