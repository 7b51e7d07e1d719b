#include "core/gate/trace.h"

#include <emu/description.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/assert.h"
#include "core/text/utf8.h"

namespace emu {

namespace {

// Texts beyond this are not kept for later events.
constexpr std::size_t kSpareBytesMax = 512;
constexpr std::string_view kCutMark = "…";

// Takes in an event's members: their digest, and how much their texts hold. Texts that are too long
// are cut on the way: names that a caller invents are told by their begin.
class Taken {
 public:
  explicit Taken(Digest& digest) : digest_(digest) {}

  // Every member counts, what is absent as an empty text.
  void add_members(const Shape& shape, void* what) {
    for (const Member& member : shape.members) {
      const void* value = member.get(what, member.offset);
      if (value == nullptr) {
        digest_.add(std::string_view());
        continue;
      }
      const Shape& held = member.shape();
      if (held.kind == Kind::kString && held.text(value).size() > kTraceTextMax) {
        cut(held, member.emplace(what, member.offset));
      }
      add(held, value);
    }
  }
  std::size_t bytes() const { return bytes_; }

 private:
  static void cut(const Shape& shape, void* value) {
    // What is no string of its own is a name of emu's.
    if (shape.set_text == nullptr) return;
    std::string begin(truncate_utf8(shape.text(value), kTraceTextMax - kCutMark.size()));
    begin += kCutMark;
    shape.set_text(value, std::move(begin));
  }

  void add(const Shape& shape, const void* value) {
    switch (shape.kind) {
      case Kind::kString: {
        const std::string_view text = shape.text(value);
        bytes_ += text.size();
        return digest_.add(text);
      }
      case Kind::kInteger:
      case Kind::kTimestamp:
        return digest_.add(static_cast<std::uint64_t>(shape.integer(value)));
      case Kind::kList: {
        const std::size_t size = shape.size(value);
        digest_.add(std::uint64_t{size});
        for (std::size_t i = 0; i < size; ++i) add(shape.element(), shape.at(value, i));
        return;
      }
      default:
        EMU_ASSERT(false, "an event has a member that its digest cannot take in");
    }
  }

  Digest& digest_;
  std::size_t bytes_ = 0;
};

}  // namespace

Trace::Trace(std::size_t capacity)
    : capacity_(std::max<std::size_t>(capacity, 1)), spare_(event_kinds().size()) {}

Trace::~Trace() { clear(); }

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

void Trace::give_back(Slot& slot) {
  void* what = std::exchange(slot.what, nullptr);
  if (what == nullptr) return;
  const std::size_t bytes = std::exchange(slot.bytes, 0);
  bytes_ -= bytes;
  dropped_ = std::max(dropped_, slot.event.sequence);
  if (bytes > kSpareBytesMax) {
    event_kinds()[slot.event.kind].destroy(what);
  } else {
    spare_[slot.event.kind].push_back(what);
  }
}

void Trace::finish(Slot& slot) {
  const Event& event = slot.event;
  const Shape& shape = event_kinds()[event.kind].shape();
  digest_.add(static_cast<std::uint64_t>(event.at.time_since_epoch().count()));
  digest_.add(event.name->name);
  Taken taken(digest_);
  taken.add_members(shape, slot.what);
  slot.bytes = taken.bytes();
  bytes_ += slot.bytes;
  while (bytes_ > kTraceBytesMax && dropped_ + 1 < event.sequence) drop_oldest();
  if (!followers_.empty()) show(event);
}

void Trace::drop_oldest() { give_back(ring_[static_cast<std::size_t>(dropped_ % capacity_)]); }

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
  for (Slot& slot : ring_) give_back(slot);
  ring_ = std::vector<Slot>();
  for (std::size_t kind = 0; kind < spare_.size(); ++kind) {
    for (void* what : spare_[kind]) event_kinds()[kind].destroy(what);
    spare_[kind] = std::vector<void*>();
  }
  sequence_ = 0;
  dropped_ = 0;
  digest_ = {};
}

void Trace::each(const std::function<void(const Event&)>& visit) const {
  for (std::uint64_t sequence = dropped_; sequence < sequence_; ++sequence) {
    visit(ring_[static_cast<std::size_t>(sequence % capacity_)].event);
  }
}

}  // namespace emu
