// What tests and tools see of the databases, without permission. Include <emu/rdsdata.h>.
#pragma once

#include <emu/rdsdata/statements.h>
#include <emu/shape.h>

#include <string>
#include <vector>

namespace emu::rdsdata {

struct PeekDatabaseResult {
  std::vector<std::string> columns = {};
  std::vector<std::vector<Field>> records = {};
  // Why there are none, in the database's words; empty when the query ran.
  std::string problem = {};
  static void describe(StructureShape<PeekDatabaseResult>& s);
};

// The committed rows that a query gives:
//
//   cloud.look(rdsdata::PeekDatabase{.cluster = "shop", .sql = "SELECT * FROM stock"}).records
struct PeekDatabase {
  static constexpr OperationName kOperation{"rdsdata", "PeekDatabase"};
  using Result = PeekDatabaseResult;
  std::string cluster;  // its ARN, or its identifier in the cloud's own account and region
  std::string sql;
  // By default the cluster's first.
  std::string database = {};
  std::vector<SqlParameter> parameters = {};
  static void describe(StructureShape<PeekDatabase>& s);
};

}  // namespace emu::rdsdata
