#include "dynamodb/consumption.h"

#include <algorithm>

#include "dynamodb/request.h"

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
    (*capacity).*of_table = entry.units;
    if (capacity->table) (*capacity->table).*of_part = entry.units;
    list.push_back(*std::move(capacity));
  }
  return list;
}

}  // namespace

void Consumption::add(const std::string& table, double units) {
  const auto found = std::find_if(by_table_.begin(), by_table_.end(),
                                  [&](const OfTable& entry) { return entry.table == table; });
  if (found != by_table_.end()) {
    found->units += units;
  } else {
    by_table_.push_back({.table = table, .units = units});
  }
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
