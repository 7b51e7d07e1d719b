// Looking into tables, without reading: for tests and tools, not for applications.
//
//   CHECK(cloud.look(dynamodb::PeekTable{.table = "trips", .limit = 10}).items.size() == 2);
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/shape.h>

#include <cstdint>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct PeekedIndex {
  std::string index_name = {};
  bool is_global = false;
  std::int64_t item_count = 0;
  std::int64_t size_bytes = 0;
  static void describe(StructureShape<PeekedIndex>& s);
};

struct PeekTableResult {
  bool exists = false;            // whether there is such a table
  std::string table_arn = {};     // empty when there is none
  std::string table_status = {};  // likewise
  std::int64_t item_count = 0;
  std::int64_t size_bytes = 0;
  std::vector<PeekedIndex> indexes = {};
  std::vector<Item> items = {};  // the first in the order of a scan
  static void describe(StructureShape<PeekTableResult>& s);
};

// How much is in a table of any account and region, and its first items, as of now. It costs
// nothing and leaves no trace.
struct PeekTable {
  static constexpr OperationName kOperation{"dynamodb", "PeekTable"};
  using Result = PeekTableResult;
  std::string table;       // its ARN, or its name in the account and region of a plain caller
  std::int32_t limit = 0;  // of the items
  static void describe(StructureShape<PeekTable>& s);
};

}  // namespace emu::dynamodb
