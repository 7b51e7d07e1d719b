// How event source mappings go from one state to the next, and the pollers of those that are
// enabled.
//
// Transitions take no virtual time, but they are made by a task of their own: an operation answers
// the state in between.
#pragma once

#include <string>

#include "core/gate/world.h"
#include "lambda/quiet.h"
#include "lambda/region.h"

namespace emu::lambda {

class MappingControl {
 public:
  explicit MappingControl(World& world) : world_(world), quiet_(world) {}

  // Has a task bring the mapping to where its stored state leads: enabled, with pollers, or
  // disabled, or out of the state when it is being deleted.
  void arrange(Region& region, const Mapping& mapping);

  // The mapping goes on with what is stored of it now. `on_the_way` is its state until then:
  // "Updating", "Enabling" or "Disabling"; or "Deleting", and it leaves. Pollers that it had go on
  // with the batches in flight, and a mapping that is disabled or deleted waits for them.
  void change(Region& region, Mapping& mapping, std::string on_the_way);

  // Ends all of the region's pollers at once, with the batches in flight.
  static void abandon(Region& region);

 private:
  void arrive(Region& region, const std::string& uuid);
  void enable(Region& region, Mapping& mapping);

  World& world_;
  Quiet quiet_;
};

}  // namespace emu::lambda
