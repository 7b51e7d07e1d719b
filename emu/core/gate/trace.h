// The recorder behind the trace: a ring of the newest events, a digest over all of them, and those
// who follow it.
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
    Slot& slot = take_slot(kEventKind<T>);
    T& what = *static_cast<T*>(slot.what);
    what = kBlank;
    fill(what);
    slot.event.at = at;
    finish(slot.event);
  }

  // As if nothing had been recorded yet; the followers stay.
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
    void* what = nullptr;  // of event.kind
  };
  struct Follower {
    SinkId id;
    EventSink sink;
    bool is_gone = false;
  };

  Slot& take_slot(std::size_t kind);
  void give_back(const Slot& slot);
  void finish(const Event& event);
  void show(const Event& event);

  std::size_t capacity_;
  std::vector<Slot> ring_;
  std::vector<std::vector<void*>> spare_;  // by kind: storage that no event of the ring uses
  std::uint64_t sequence_ = 0;
  Digest digest_;
  std::vector<std::unique_ptr<Follower>> followers_;
  SinkId last_sink_ = 0;
  int showing_ = 0;  // sinks run: nobody is removed from followers_
};

}  // namespace emu
