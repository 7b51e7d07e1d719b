#include "core/gate/operation_table.h"

#include <emu/describe.h>

#include <algorithm>
#include <atomic>
#include <utility>

namespace emu {

std::size_t shape_detail::next_operation_index() {
  static std::atomic<std::size_t> next = 0;
  return next++;
}

const ServiceTraits& OperationTable::add_service(ServiceTraits traits) {
  EMU_ASSERT(traits.access_denied != nullptr && traits.invalid != nullptr,
             "a service words its own refusals");
  return services_.insert_or_assign(traits.name, traits).first->second;
}

void OperationTable::add_entry(OperationEntry entry) {
  auto service = services_.find(entry.operation->name.service);
  EMU_ASSERT(service != services_.end(), "add_service comes before the service's operations");
  entry.service = &service->second;
  const std::size_t index = entry.operation->index;
  if (index >= by_index_.size()) by_index_.resize(index + 1);
  by_index_[index] = std::move(entry);
}

void OperationTable::redirect(
    const Operation& op, std::function<Status(Call& call, const void* in, void* out)> execute) {
  EMU_ASSERT(find(op) != nullptr, "only what is in the table can be redirected");
  OperationEntry& entry = by_index_[op.index];
  entry.execute = std::move(execute);
  entry.action = {};
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
