// Global tables of version 2017.11.29: kept and described. Nothing is replicated.
//
//   aws.send(dynamodb::CreateGlobalTable{.global_table_name = "stats",
//                                        .replication_group = {{"us-east-1"}, {"eu-west-1"}}})
//       .value();
//
// A global table is the account's: every region sees it. AWS advises against this version; the
// replicas of UpdateTable are today's. Source: Amazon DynamoDB API Reference, the pages of the
// operations.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct Replica {
  std::optional<std::string> region_name = {};
  static void describe(StructureShape<Replica>& s);
};

// Of a replica there is the region, as the AWS CLI Command Reference shows.
struct GlobalTableDescription {
  std::vector<ReplicaDescription> replication_group = {};
  std::string global_table_arn = {};
  std::optional<Time> creation_date_time = {};
  std::string global_table_status = {};
  std::string global_table_name = {};
  static void describe(StructureShape<GlobalTableDescription>& s);
};

struct CreateGlobalTableResult {
  GlobalTableDescription global_table_description = {};
  static void describe(StructureShape<CreateGlobalTableResult>& s);
};

// Makes replicas of tables that are there, one in each of the regions. Fails with
// GlobalTableAlreadyExistsException, TableNotFoundException when one of the regions has no table of
// that name, LimitExceededException beyond 2,500 global tables, and with ValidationException unless
// the tables are empty, have the same keys and indexes, and streams of NEW_AND_OLD_IMAGES.
struct CreateGlobalTable {
  static constexpr OperationName kOperation{"dynamodb", "CreateGlobalTable"};
  using Result = CreateGlobalTableResult;
  std::string global_table_name;
  std::vector<Replica> replication_group;
  static void describe(StructureShape<CreateGlobalTable>& s);
};

struct DescribeGlobalTableResult {
  GlobalTableDescription global_table_description = {};
  static void describe(StructureShape<DescribeGlobalTableResult>& s);
};

// Fails with GlobalTableNotFoundException.
struct DescribeGlobalTable {
  static constexpr OperationName kOperation{"dynamodb", "DescribeGlobalTable"};
  using Result = DescribeGlobalTableResult;
  std::string global_table_name;
  static void describe(StructureShape<DescribeGlobalTable>& s);
};

struct CreateReplicaAction {
  std::string region_name;
  static void describe(StructureShape<CreateReplicaAction>& s);
};

struct DeleteReplicaAction {
  std::string region_name;
  static void describe(StructureShape<DeleteReplicaAction>& s);
};

// One of the two.
struct ReplicaUpdate {
  std::optional<CreateReplicaAction> create = {};
  std::optional<DeleteReplicaAction> delete_replica = {};
  static void describe(StructureShape<ReplicaUpdate>& s);
};

struct UpdateGlobalTableResult {
  GlobalTableDescription global_table_description = {};
  static void describe(StructureShape<UpdateGlobalTableResult>& s);
};

// All of the updates are made, or none. A global table whose last replica is deleted is gone; the
// tables stay. Fails with GlobalTableNotFoundException, ReplicaAlreadyExistsException,
// ReplicaNotFoundException; for a new replica as CreateGlobalTable does.
struct UpdateGlobalTable {
  static constexpr OperationName kOperation{"dynamodb", "UpdateGlobalTable"};
  using Result = UpdateGlobalTableResult;
  std::string global_table_name;
  std::vector<ReplicaUpdate> replica_updates;
  static void describe(StructureShape<UpdateGlobalTable>& s);
};

struct GlobalTable {
  std::string global_table_name = {};
  std::vector<Replica> replication_group = {};
  static void describe(StructureShape<GlobalTable>& s);
};

struct ListGlobalTablesResult {
  std::vector<GlobalTable> global_tables = {};        // in the order of the names
  std::string last_evaluated_global_table_name = {};  // empty on the last page
  static void describe(StructureShape<ListGlobalTablesResult>& s);
};

// Of the account, in whichever region it is asked.
struct ListGlobalTables {
  static constexpr OperationName kOperation{"dynamodb", "ListGlobalTables"};
  using Result = ListGlobalTablesResult;
  std::optional<std::string> exclusive_start_global_table_name = {};
  std::optional<std::int32_t> limit = {};       // 100 by default
  std::optional<std::string> region_name = {};  // only those with a replica there
  static void describe(StructureShape<ListGlobalTables>& s);
};

// What for_each_page() of <emu/pages.h> needs to know.
inline bool turn_page(ListGlobalTables& request, const ListGlobalTablesResult& page) {
  request.exclusive_start_global_table_name = page.last_evaluated_global_table_name;
  return !page.last_evaluated_global_table_name.empty();
}

}  // namespace emu::dynamodb
