// Quiet: whether anything happens in the account but polls in vain, and a place to rest meanwhile.
//
// A poller asks its queue again every twenty seconds for as long as its mapping is enabled, so
// years in which nothing happens would be millions of polls. When an hour has passed in which all
// that happened were polls in vain, and time alone brings no message, a poller rests instead of
// asking: it takes no step until something else happens, and then asks at once. So it receives what
// it would have received, and when; only the polls between are missing in the trace. Who reads a
// stream, four times a second, rests whenever nothing happens.
#pragma once

#include <emu/trace.h>

#include <chrono>
#include <cstdint>
#include <list>
#include <optional>

#include "core/gate/world.h"
#include "core/task/scheduler.h"

namespace emu::lambda {

class Quiet {
 public:
  explicit Quiet(World& world) : world_(world) {}
  ~Quiet();
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

  // Begins to listen; from now on it can become quiet.
  void listen();

  // Whether nothing has happened for an hour.
  bool is_long() const;

  // How much has happened: two equal answers say that nothing did in between.
  std::uint64_t happened() const { return happened_; }

  // Parks the task until something happens, or until then.
  void rest(std::optional<Time> until);

 private:
  void see(const Event& event);

  World& world_;
  std::optional<Trace::SinkId> listening_;
  Time since_ = {};
  std::uint64_t happened_ = 0;
  std::list<Waiter*> resting_;
};

}  // namespace emu::lambda
