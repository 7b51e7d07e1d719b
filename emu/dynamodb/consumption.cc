#include "dynamodb/consumption.h"

#include <algorithm>

#include "dynamodb/item_write.h"
#include "dynamodb/request.h"
#include "dynamodb/table.h"

namespace emu::dynamodb {

namespace {

std::vector<ConsumedCapacity> answered(const std::vector<Consumption::OfTable>& by_table,
                                       const std::optional<std::string>& mode,
                                       std::optional<double> ConsumedCapacity::*of_table,
                                       std::optional<double> Capacity::*of_part) {
  std::vector<ConsumedCapacity> list;
  for (const Consumption::OfTable& entry : by_table) {
    std::optional<ConsumedCapacity> capacity = consumed(mode, entry.table, entry.units);
    if (!capacity) return {};
    for (const Consumption::OfIndex& index : entry.indexes) {
      *capacity->capacity_units += index.units;
      if (!capacity->table) continue;
      Capacity of_index{.capacity_units = index.units};
      of_index.*of_part = index.units;
      auto& by_index =
          index.is_global ? capacity->global_secondary_indexes : capacity->local_secondary_indexes;
      by_index.emplace(index.name, of_index);
    }
    (*capacity).*of_table = capacity->capacity_units;
    if (capacity->table) (*capacity->table).*of_part = entry.units;
    list.push_back(*std::move(capacity));
  }
  return list;
}

void add_index(std::vector<Consumption::OfIndex>& indexes, const IndexUnits& touched,
               double times) {
  const std::string& name = touched.index->name;
  auto found = std::find_if(indexes.begin(), indexes.end(),
                            [&](const Consumption::OfIndex& index) { return index.name == name; });
  if (found == indexes.end()) {
    found = indexes.insert(found, {.name = name, .is_global = touched.index->is_global});
  }
  found->units += times * touched.units;
}

}  // namespace

Consumption::OfTable& Consumption::of(const std::string& table) {
  const auto found = std::find_if(by_table_.begin(), by_table_.end(),
                                  [&](const OfTable& entry) { return entry.table == table; });
  return found != by_table_.end() ? *found : by_table_.emplace_back(OfTable{.table = table});
}

void Consumption::add(const std::string& table, double units) { of(table).units += units; }

void Consumption::add(const ItemWrite& write, double times) {
  OfTable& table = of(write.request.table_name);
  table.units += times * write.units();
  for (const IndexUnits& touched : write.index_units()) add_index(table.indexes, touched, times);
}

std::vector<ConsumedCapacity> Consumption::read(const std::optional<std::string>& mode) const {
  return answered(by_table_, mode, &ConsumedCapacity::read_capacity_units,
                  &Capacity::read_capacity_units);
}

std::vector<ConsumedCapacity> Consumption::written(const std::optional<std::string>& mode) const {
  return answered(by_table_, mode, &ConsumedCapacity::write_capacity_units,
                  &Capacity::write_capacity_units);
}

}  // namespace emu::dynamodb
