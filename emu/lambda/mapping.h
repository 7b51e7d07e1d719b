// An event source mapping as it is kept, and how it goes from one state to the next.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/gate/world.h"
#include "lambda/pollers.h"
#include "lambda/state.h"

namespace emu::lambda {

struct Mapping {
  EventSourceMappingConfiguration configuration;
  std::map<std::string, std::string> tags = {};
  std::shared_ptr<Pollers> pollers = {};  // null while it is disabled
};

// Transitions take no virtual time, but they are made by a task of their own: an operation answers
// the state in between.
class MappingControl {
 public:
  explicit MappingControl(World& world) : world_(world) {}

  // The mapping goes on with what its configuration says now: enabled, with new pollers, or
  // disabled. `on_the_way` is the state until then: "Creating", "Updating", "Enabling" or
  // "Disabling".
  void apply(State& state, const std::shared_ptr<Mapping>& mapping, bool is_enabled,
             std::string on_the_way);

  // Removes the mapping when the batches in flight have ended.
  void remove(State& state, const std::shared_ptr<Mapping>& mapping);

  // Ends the mapping at once, with the batches in flight. It is not taken out of the state.
  static void abandon(Mapping& mapping);

 private:
  void enable(State& state, const std::shared_ptr<Mapping>& mapping);

  World& world_;
};

// Null when there is none.
std::shared_ptr<Mapping> find_mapping(State& state, std::string_view uuid);

bool is_in_transition(const Mapping& mapping);

}  // namespace emu::lambda
