// The recorder behind the trace: a ring of the newest events, a digest over all of them, and those
// who follow it.
//
// What callers write is bounded before it is kept: a text ends at kTraceTextMax bytes, and of
// events that hold much fewer are kept than there is room for, kTraceBytesMax together.
//
//   world.record<events::MessageRedriven>([&](auto& event) {
//     event.queue_arn = source.arn;
//     event.message_id = message.id();
//   });
#pragma once

#include <emu/time.h>
#include <emu/trace.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/gate/event_kinds.h"
#include "core/hash/rolling_hash.h"

namespace emu {

inline constexpr std::size_t kTraceTextMax = 2048;
inline constexpr std::size_t kTraceBytesMax = std::size_t{32} << 20;

class Trace {
 public:
  explicit Trace(std::size_t capacity);
  ~Trace();
  Trace(const Trace&) = delete;
  Trace& operator=(const Trace&) = delete;

  // `fill(event)` sets the members of a blank T, in storage that an event which is kept no longer
  // has left: so recording rarely allocates. It must not wait.
  template <class T, class Fill>
  void record(Time at, const Fill& fill) {
    static const T kBlank = {};
    record_whole<T>(at, [&fill](T& what) {
      what = kBlank;
      fill(what);
    });
  }
  // The same where `fill` sets every member, whatever it holds before.
  template <class T, class Fill>
  void record_whole(Time at, const Fill& fill) {
    Slot& slot = take_slot(kEventKind<T>);
    fill(*static_cast<T*>(slot.what));
    slot.event.at = at;
    finish(slot);
  }

  // As if nothing had been recorded yet, and without the storage of what was; the followers stay.
  void clear();

  // From within a sink, too; a new one then sees the next event first.
  using SinkId = std::uint64_t;
  SinkId subscribe(EventSink sink);
  void unsubscribe(SinkId id);

  void each(const std::function<void(const Event&)>& visit) const;  // oldest first
  std::string digest() const { return digest_.hex(); }
  std::uint64_t size() const { return sequence_; }

 private:
  struct Slot {
    Event event = {};
    void* what = nullptr;   // of event.kind; null when it is kept no longer
    std::size_t bytes = 0;  // of its texts
  };
  struct Follower {
    SinkId id;
    EventSink sink;
    bool is_gone = false;
  };

  Slot& take_slot(std::size_t kind);
  void give_back(Slot& slot);
  void finish(Slot& slot);
  void drop_oldest();
  void show(const Event& event);

  std::size_t capacity_;
  std::vector<Slot> ring_;
  std::vector<std::vector<void*>> spare_;  // by kind: storage that no event of the ring uses
  std::uint64_t sequence_ = 0;
  std::uint64_t dropped_ = 0;  // the newest event that is kept no longer
  std::size_t bytes_ = 0;      // of all slots
  Digest digest_;
  std::vector<std::unique_ptr<Follower>> followers_;
  SinkId last_sink_ = 0;
  int showing_ = 0;  // sinks run: nobody is removed from followers_
};

}  // namespace emu
