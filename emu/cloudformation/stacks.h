// Stacks: the stacks of all accounts and regions.
//
// There is one for a cloud: world.interfaces().one<Stacks>(). What it does for a caller takes as
// long as its calls of other services; others may look meanwhile.
#pragma once

#include <emu/cloudformation.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cloudformation/resource_type.h"
#include "cloudformation/template.h"
#include "core/gate/regional.h"
#include "core/gate/world.h"

namespace emu::cloudformation {

struct StoredResource {
  StackResource shown = {};
  const ResourceType* type = nullptr;  // null for one that makes nothing
  Json properties = {};
  std::map<std::string, Json> attributes = {};
  DeletionPolicy deletion_policy = DeletionPolicy::kDelete;
};

struct StoredStack {
  Stack shown = {};  // without its resources
  std::vector<StoredResource> resources = {};
  std::set<std::string> imports = {};  // names of what others export

  StoredResource* find(std::string_view logical_id);
  bool is_busy() const;  // something is done with it
  // With its resources.
  Stack show() const;
};

using StackPtr = std::shared_ptr<StoredStack>;

struct StackState {
  StackState(std::string_view /*account*/, std::string_view /*region*/) {}
  std::map<std::string, StackPtr, std::less<>> by_name;
};

class Stacks {
 public:
  explicit Stacks(World& world) : world_(world) {}

  Result<Stack> deploy(const CallerPtr& caller, const DeployTemplate& request);
  Status remove(const CallerPtr& caller, std::string_view name);

  std::optional<Stack> find(const Caller& caller, std::string_view name);
  std::vector<Stack> all(const Caller& caller);

  // The value that a stack of the caller's account and region exports.
  std::optional<std::string> exported(const Caller& caller, std::string_view name);
  // The name of the stack, other than `but`, that exports the name; empty when none does.
  std::string exporter(const Caller& caller, std::string_view name, const StoredStack* but);
  // The names of the stacks that import it.
  std::vector<std::string> importers(const Caller& caller, std::string_view name);

  // Forgets the stacks of one account, or all. What they have made is reset elsewhere.
  void reset(std::optional<std::string_view> account) { regional_.forget(account); }

 private:
  StackState& state(const Caller& caller) { return regional_.at(caller.account, caller.region); }
  StackPtr stored(const Caller& caller, std::string_view name);

  World& world_;
  Regional<StackState> regional_;
};

}  // namespace emu::cloudformation
