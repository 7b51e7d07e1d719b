// Consumption: what a call that works on several tables has cost, table by table.
#pragma once

#include <emu/dynamodb/items.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

class Consumption {
 public:
  struct OfTable {
    std::string table;
    double units = 0;
  };

  void add(const std::string& table, double units);

  // In the order in which the tables were added.
  const std::vector<OfTable>& by_table() const { return by_table_; }

  // As ReturnConsumedCapacity asks. A transaction says which kind of units they are.
  std::vector<ConsumedCapacity> read(const std::optional<std::string>& mode) const;
  std::vector<ConsumedCapacity> written(const std::optional<std::string>& mode) const;

 private:
  std::vector<OfTable> by_table_ = {};
};

}  // namespace emu::dynamodb
