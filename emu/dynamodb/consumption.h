// Consumption: what a call that works on several tables has cost, table by table.
#pragma once

#include <emu/dynamodb/items.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct ItemWrite;

class Consumption {
 public:
  struct OfIndex {
    std::string name;
    bool is_global;
    double units = 0;
  };
  struct OfTable {
    std::string table;
    double units = 0;  // without those of its indexes
    std::vector<OfIndex> indexes = {};
  };

  void add(const std::string& table, double units);
  // A planned write, in its table and the indexes that it touches, so many times.
  void add(const ItemWrite& write, double times);

  // In the order in which the tables were added.
  const std::vector<OfTable>& by_table() const { return by_table_; }

  // As ReturnConsumedCapacity asks. A transaction says which kind of units they are.
  std::vector<ConsumedCapacity> read(const std::optional<std::string>& mode) const;
  std::vector<ConsumedCapacity> written(const std::optional<std::string>& mode) const;

 private:
  OfTable& of(const std::string& table);

  std::vector<OfTable> by_table_ = {};
};

}  // namespace emu::dynamodb
