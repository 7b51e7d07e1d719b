#include "rdsdata/errors.h"
#include "rdsdata/service.h"

namespace emu::rdsdata {

PeekDatabaseResult RdsData::peek_database(const PeekDatabase& in) {
  DatabaseClusters& clusters = world_.interfaces().one<DatabaseClusters>();
  const bool is_arn = in.cluster.starts_with("arn:");
  const auto cluster =
      is_arn ? clusters.find_cluster(in.cluster)
             : clusters.find_cluster(world_.options().account, world_.options().region, in.cluster);
  if (!cluster) return {.problem = no_such_cluster(in.cluster).message};
  const auto database = open_database(*cluster, in.database);
  if (!database) return {.problem = database.error().message};
  Connection& reader = (*database)->reader();
  SessionFacts facts{.now = world_.now(), .database = (*database)->name()};
  Work work;
  const WorkScope scope(reader, work, facts);
  const ConnectionTables tables(reader);
  const TranslationContext context{
      .dialect = (*database)->dialect(), .database = (*database)->name(), .tables = tables};
  const auto statement = translate(context, in.sql);
  if (!statement) return {.problem = statement.error().message};
  if (statement->takes_lock || statement->sql.empty()) return {.problem = "It is no query."};
  auto result = run(reader, *statement, in.parameters, {.wants_metadata = true});
  if (!result) return {.problem = result.error().message};
  PeekDatabaseResult out{.records = std::move(result->records)};
  for (const ColumnMetadata& column : result->column_metadata) out.columns.push_back(column.label);
  return out;
}

}  // namespace emu::rdsdata
