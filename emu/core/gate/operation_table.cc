#include "core/gate/operation_table.h"

#include <emu/describe.h>

#include <algorithm>
#include <atomic>
#include <utility>

#include "core/base/assert.h"

namespace emu {

std::size_t shape_detail::next_operation_index() {
  static std::atomic<std::size_t> next = 0;
  return next++;
}

std::optional<Error> Service::instead_of_reason(const Call&, std::string_view) const {
  return std::nullopt;
}

bool Service::leaves_to_account(const Caller&, std::string_view, std::string_view) const {
  return true;
}

void OperationTable::add_entry(OperationEntry&& entry) {
  const OperationName& name = entry.operation->name;
  entry.profile = &entry.service->profile();
  EMU_ASSERT(name.service == entry.profile->name, "a service answers its own operations");
  if (entry.action.empty()) {
    const std::string_view own = entry.profile->actions_are_methods ? name.method : name.name;
    entry.action.append(entry.profile->action_prefix()).append(":").append(own);
  } else if (entry.action == kNoPermission) {
    entry.action.clear();
  }
  const std::size_t index = entry.operation->index;
  if (index >= by_index_.size()) by_index_.resize(index + 1);
  by_index_[index] = std::move(entry);
}

void OperationTable::add_look_entry(LookEntry entry) { looks_.push_back(std::move(entry)); }

const LookEntry* OperationTable::find_look(const Operation& look) const {
  const auto found = std::find_if(looks_.begin(), looks_.end(),
                                  [&](const LookEntry& entry) { return entry.operation == &look; });
  return found == looks_.end() ? nullptr : &*found;
}

void OperationTable::redirect(
    const Operation& op, std::function<Status(Call& call, const void* in, void* out)> execute) {
  EMU_ASSERT(find(op) != nullptr, "only what is in the table can be redirected");
  OperationEntry& entry = by_index_[op.index];
  entry.execute = std::move(execute);
  entry.action = {};
  entry.action_of = nullptr;
  entry.also = nullptr;
}

std::vector<const OperationEntry*> OperationTable::all() const {
  std::vector<const OperationEntry*> entries;
  for (const OperationEntry& entry : by_index_) {
    if (entry.operation != nullptr) entries.push_back(&entry);
  }
  std::sort(entries.begin(), entries.end(), [](const OperationEntry* a, const OperationEntry* b) {
    const OperationName& x = a->operation->name;
    const OperationName& y = b->operation->name;
    return x.service != y.service ? x.service < y.service : x.name < y.name;
  });
  return entries;
}

}  // namespace emu
