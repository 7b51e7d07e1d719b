// The recorder behind the trace: a ring of the newest events, a digest over all of them, and one
// listener.
#pragma once

#include <emu/time.h>
#include <emu/trace.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash/rolling_hash.h"

namespace emu {

class Trace {
 public:
  // The ring's slots keep their strings' storage, so recording rarely allocates.
  explicit Trace(std::size_t capacity) : capacity_(capacity) {}

  // What a service did by itself. `service` and `name` must be literals.
  void event(Time at, std::string_view service, std::string_view name, std::string_view resource,
             std::string_view subject, std::string_view note = {});

  struct CallRecord {
    Time at;
    Duration took;
    std::string_view service;  // literals
    std::string_view name;
    std::string_view caller, resource, subject, outcome, note;
  };
  void call(const CallRecord& record);

  // As if nothing had been recorded yet; the listener stays.
  void clear();

  void set_sink(TraceSink sink) { sink_ = std::move(sink); }
  void each(const std::function<void(const TraceEvent&)>& visit) const;
  std::string digest() const { return digest_.hex(); }
  std::uint64_t size() const { return sequence_; }

 private:
  TraceEvent& next_slot();
  void finish(const TraceEvent& event);

  std::size_t capacity_;
  std::vector<TraceEvent> ring_;
  std::uint64_t sequence_ = 0;
  Digest digest_;
  TraceSink sink_;
};

}  // namespace emu
