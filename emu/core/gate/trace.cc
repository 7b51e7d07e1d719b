#include "core/gate/trace.h"

#include <emu/describe.h>

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

// A member of an event. Most are plain texts, which are read without asking what they are.
struct Part {
  enum class Form { kText, kView, kOther };
  Form form;
  std::size_t offset;
  const Member* member;
};

std::vector<Part> parts_of(const Shape& shape) {
  std::vector<Part> parts;
  parts.reserve(shape.members.size());
  for (const Member& member : shape.members) {
    const auto form = member.get == &shape_detail::get<std::string>        ? Part::Form::kText
                      : member.get == &shape_detail::get<std::string_view> ? Part::Form::kView
                                                                           : Part::Form::kOther;
    EMU_ASSERT(form != Part::Form::kOther || member.shape().kind != Kind::kString,
               "the texts of an event are plain, so that they can be cut");
    parts.push_back({.form = form, .offset = member.offset, .member = &member});
  }
  return parts;
}

// By kind.
std::vector<std::vector<Part>> parts_of_all() {
  std::vector<std::vector<Part>> all;
  all.reserve(event_kinds().size());
  for (const EventKind& kind : event_kinds()) all.push_back(parts_of(kind.shape()));
  return all;
}

// Takes in an event's members: their digest, and how much their texts hold. Texts that are too long
// are cut on the way: names that a caller invents are told by their begin.
class Taken {
 public:
  explicit Taken(Digest& digest) : digest_(digest) {}

  // Every member counts, what is absent as an empty text.
  void add_members(const std::vector<Part>& parts, void* what) {
    for (const Part& part : parts) {
      switch (part.form) {
        case Part::Form::kText: {
          std::string& text = *shape_detail::field<std::string>(what, part.offset);
          if (text.size() > kTraceTextMax) text = cut(text);
          add(text);
          break;
        }
        case Part::Form::kView:
          // A name of emu's, which is never too long.
          add(*shape_detail::field<std::string_view>(what, part.offset));
          break;
        case Part::Form::kOther:
          add(*part.member, what);
      }
    }
  }
  std::size_t bytes() const { return bytes_; }

 private:
  static std::string cut(std::string_view text) {
    std::string begin(truncate_utf8(text, kTraceTextMax - kCutMark.size()));
    begin += kCutMark;
    return begin;
  }

  void add(std::string_view text) {
    bytes_ += text.size();
    digest_.add(text);
  }

  void add(const Member& member, void* what) {
    const void* value = member.get(what, member.offset);
    if (value == nullptr) return digest_.add(std::string_view());
    add(member.shape(), value);
  }

  void add(const Shape& shape, const void* value) {
    switch (shape.kind) {
      case Kind::kString:
        return add(shape.text(value));
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
  // Most capacities are powers of two, which spares every event a division.
  const std::uint64_t mask = capacity_ - 1;
  const std::uint64_t place = (capacity_ & mask) == 0 ? sequence_ & mask : sequence_ % capacity_;
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
  static const auto kParts = parts_of_all();
  const Event& event = slot.event;
  digest_.add(static_cast<std::uint64_t>(event.at.time_since_epoch().count()));
  digest_.add(event.name->name);
  Taken taken(digest_);
  taken.add_members(kParts[event.kind], slot.what);
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
