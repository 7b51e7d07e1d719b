// What DynamoDB answers, and the permission that each operation needs.
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/validate.h"
#include "dynamodb/access.h"
#include "dynamodb/errors.h"
#include "dynamodb/partiql/statement.h"
#include "dynamodb/service.h"
#include "dynamodb/table_name.h"

namespace emu::dynamodb {

namespace {

template <class Op>
std::string table_arn(const Call& call, const Op& in) {
  return arn_of_table(call, in.table_name);
}

template <class Op>
std::string resource_arn(const Call&, const Op& in) {
  return in.resource_arn;
}

// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
// DynamoDB", dependent actions; Developer Guide, "Resource-based policy considerations".
void add_needs_of_create_table(const Call& call, const CreateTable& in,
                               std::vector<AccessNeed>& out) {
  const std::string arn = table_arn(call, in);
  if (!in.tags.empty()) out.push_back({.action = "dynamodb:TagResource", .resource = arn});
  if (in.resource_policy) {
    out.push_back({.action = "dynamodb:PutResourcePolicy", .resource = arn});
  }
}

template <class Op>
std::string backup_arn(const Call&, const Op& in) {
  return in.backup_arn;
}

template <class Op>
std::string arn_of_global_table(const Call& call, const Op& in) {
  return global_table_arn(call.account(), in.global_table_name);
}

// The tables of a global table are resources of what is done to it. Source: Service Authorization
// Reference, as above.
AccessNeed replica_need(const Call& call, std::string_view action, std::string_view region,
                        std::string_view name) {
  return {.action = action,
          .resource = fmt::format("arn:aws:dynamodb:{}:{}:table/{}", region, call.account(), name)};
}

void add_new_replicas(const Call& call, const CreateGlobalTable& in, std::vector<AccessNeed>& out) {
  for (const Replica& replica : in.replication_group) {
    if (!replica.region_name) continue;
    out.push_back(replica_need(call, "dynamodb:CreateGlobalTable", *replica.region_name,
                               in.global_table_name));
  }
}

void add_updated_replicas(const Call& call, const UpdateGlobalTable& in,
                          std::vector<AccessNeed>& out) {
  for (const ReplicaUpdate& update : in.replica_updates) {
    if (update.create) {
      out.push_back(replica_need(call, "dynamodb:UpdateGlobalTable", update.create->region_name,
                                 in.global_table_name));
    }
    if (update.delete_replica) {
      out.push_back(replica_need(call, "dynamodb:UpdateGlobalTable",
                                 update.delete_replica->region_name, in.global_table_name));
    }
  }
}

void add_set_replicas(const Call& call, const UpdateGlobalTableSettings& in,
                      std::vector<AccessNeed>& out) {
  for (const ReplicaSettingsUpdate& update : in.replica_settings_update) {
    out.push_back(replica_need(call, "dynamodb:UpdateGlobalTableSettings", update.region_name,
                               in.global_table_name));
  }
}

std::string source_table_arn(const Call& call, const RestoreTableToPointInTime& in) {
  return arn_of_table(call, in.source_table_name.value_or(in.source_table_arn.value_or("")));
}

// Source: Service Authorization Reference, as above.
template <class Op>
void add_needs_of_restore(const Call& call, const Op& in, std::vector<AccessNeed>& out) {
  static constexpr std::string_view kActions[] = {
      "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem",   "dynamodb:PutItem",
      "dynamodb:Query",          "dynamodb:Scan",       "dynamodb:UpdateItem"};
  const std::string target = arn_of_table(call, in.target_table_name);
  for (const std::string_view action : kActions) {
    out.push_back({.action = action, .resource = target});
  }
}

// The item of a put, the key of the others.
template <class Op>
const Item& keyed(const Op& in) {
  if constexpr (requires { in.item; }) {
    return in.item;
  } else {
    return in.key;
  }
}

template <class Op>
Access<Op> item_access(Dynamodb& dynamodb) {
  return {
      .resource = &table_arn<Op>,
      .conditions = [&dynamodb](const Call& call, const Op& in, std::vector<ConditionValue>& out) {
        dynamodb.add_leading_keys(call, in.table_name, keyed(in), out);
        add_attribute_keys(in, out);
      }};
}

template <class Op>
std::string first_table_arn(const Call& call, const Op& in) {
  return in.request_items.empty() ? "*" : arn_of_table(call, in.request_items.begin()->first);
}

// A batch needs its permission for each of its tables.
template <class Op>
void add_other_tables(const Call& call, const Op& in, std::vector<AccessNeed>& out) {
  static const std::string action = "dynamodb:" + std::string(Op::kOperation.name);
  for (const auto& [table_name, requests] : in.request_items) {
    if (table_name == in.request_items.begin()->first) continue;
    out.push_back({.action = action, .resource = arn_of_table(call, table_name)});
  }
}

template <class Op>
Access<Op> batch_access(Dynamodb& dynamodb) {
  return {.resource = &first_table_arn<Op>,
          .conditions =
              [&dynamodb](const Call& call, const Op& in, std::vector<ConditionValue>& out) {
                dynamodb.add_leading_keys(call, in, out);
                add_attribute_keys(in, out);
              },
          .also = &add_other_tables<Op>};
}

// An index is a resource of its own. Source: Service Authorization Reference, "Actions, resources,
// and condition keys for Amazon DynamoDB".
template <class Op>
std::string table_or_index_arn(const Call& call, const Op& in) {
  std::string arn = table_arn(call, in);
  if (in.index_name) arn.append("/index/").append(*in.index_name);
  return arn;
}

template <class Op>
Access<Op> read_access(Dynamodb& dynamodb) {
  return {
      .resource = &table_or_index_arn<Op>,
      .conditions = [&dynamodb](const Call& call, const Op& in, std::vector<ConditionValue>& out) {
        dynamodb.add_leading_keys(call, in, out);
        add_attribute_keys(in, out);
      }};
}

// Each action of a transaction needs the permission of the operation on one item, with the
// condition keys that it would have there. Source: Amazon DynamoDB Developer Guide, "Using IAM with
// DynamoDB transactions".
class ActionNeeds {
 public:
  ActionNeeds(Dynamodb& dynamodb, const Call& call, std::vector<AccessNeed>& out)
      : dynamodb_(dynamodb), call_(call), out_(out) {}

  template <class Action>
  void add(std::string_view permission, const Action& action) {
    AccessNeed& need =
        out_.emplace_back(AccessNeed{.action = permission, .resource = table_arn(call_, action)});
    dynamodb_.add_leading_keys(call_, action.table_name, keyed(action), need.conditions);
    add_attribute_keys(action, need.conditions);
    need.conditions.push_back(
        {.key = "dynamodb:EnclosingOperation", .values = {std::string(call_.operation.name.name)}});
  }
  template <class Action>
  void add(std::string_view permission, const std::optional<Action>& action) {
    if (action) add(permission, *action);
  }

 private:
  Dynamodb& dynamodb_;
  const Call& call_;
  std::vector<AccessNeed>& out_;
};

// In the trace a transaction is about the table of its first action.
std::string first_table(const Call& call, const TransactWriteItems& in) {
  if (in.transact_items.empty()) return {};
  const TransactWriteItem& first = in.transact_items.front();
  if (first.condition_check) return table_arn(call, *first.condition_check);
  if (first.put) return table_arn(call, *first.put);
  if (first.delete_item) return table_arn(call, *first.delete_item);
  if (first.update) return table_arn(call, *first.update);
  return {};
}

std::string first_table(const Call& call, const TransactGetItems& in) {
  if (in.transact_items.empty()) return {};
  return table_arn(call, in.transact_items.front().get);
}

Access<TransactWriteItems> transact_write_access(Dynamodb& dynamodb) {
  return {.resource = &first_table,
          .also =
              [&dynamodb](const Call& call, const TransactWriteItems& in,
                          std::vector<AccessNeed>& out) {
                ActionNeeds needs(dynamodb, call, out);
                for (const TransactWriteItem& entry : in.transact_items) {
                  needs.add("dynamodb:ConditionCheckItem", entry.condition_check);
                  needs.add("dynamodb:PutItem", entry.put);
                  needs.add("dynamodb:DeleteItem", entry.delete_item);
                  needs.add("dynamodb:UpdateItem", entry.update);
                }
              },
          .action = kNoPermission};
}

Access<TransactGetItems> transact_get_access(Dynamodb& dynamodb) {
  return {
      .resource = &first_table,
      .also =
          [&dynamodb](const Call& call, const TransactGetItems& in, std::vector<AccessNeed>& out) {
            ActionNeeds needs(dynamodb, call, out);
            for (const TransactGetItem& entry : in.transact_items) {
              needs.add("dynamodb:GetItem", entry.get);
            }
          },
      .action = kNoPermission};
}

std::string first_table(const Call& call, const ExecuteStatement& in) {
  const std::string table = partiql::table_of(in.statement);
  return table.empty() ? std::string() : arn_of_table(call, table);
}

std::string first_table(const Call& call, const BatchExecuteStatement& in) {
  if (in.statements.empty()) return {};
  return first_table(call, ExecuteStatement{.statement = in.statements.front().statement});
}

std::string first_table(const Call& call, const ExecuteTransaction& in) {
  if (in.transact_statements.empty()) return {};
  return first_table(call, ExecuteStatement{.statement = in.transact_statements.front().statement});
}

// A statement that cannot be read needs no permission: it is refused soon after.
void add_statement_need(Dynamodb& dynamodb, const Call& call, const std::string& text,
                        const std::vector<AttributeValue>& parameters,
                        std::vector<AccessNeed>& out) {
  const auto statement = partiql::parse(text, parameters);
  if (statement) dynamodb.add_need(call, *statement, out);
}

Access<ExecuteStatement> statement_access(Dynamodb& dynamodb) {
  return {
      .resource = &first_table,
      .also =
          [&dynamodb](const Call& call, const ExecuteStatement& in, std::vector<AccessNeed>& out) {
            add_statement_need(dynamodb, call, in.statement, in.parameters, out);
          },
      .action = kNoPermission};
}

Access<ExecuteTransaction> statements_access(Dynamodb& dynamodb) {
  return {.resource = &first_table,
          .also =
              [&dynamodb](const Call& call, const ExecuteTransaction& in,
                          std::vector<AccessNeed>& out) {
                for (const ParameterizedStatement& request : in.transact_statements) {
                  add_statement_need(dynamodb, call, request.statement, request.parameters, out);
                }
              },
          .action = kNoPermission};
}

}  // namespace

void Dynamodb::add_to(OperationTable& table) {
  table.add<CreateTable>(*this, &Dynamodb::create_table,
                         {.resource = &table_arn, .also = &add_needs_of_create_table});
  table.add<DescribeTable>(*this, &Dynamodb::describe_table, {&table_arn});
  table.add<ListTables>(*this, &Dynamodb::list_tables);
  table.add<UpdateTable>(*this, &Dynamodb::update_table, {&table_arn});
  table.add<DeleteTable>(*this, &Dynamodb::delete_table, {&table_arn});

  table.add<TagResource>(*this, &Dynamodb::tag_resource, {&resource_arn});
  table.add<UntagResource>(*this, &Dynamodb::untag_resource, {&resource_arn});
  table.add<ListTagsOfResource>(*this, &Dynamodb::list_tags_of_resource, {&resource_arn});
  table.add<DescribeEndpoints>(*this, &Dynamodb::describe_endpoints);
  table.add<DescribeLimits>(*this, &Dynamodb::describe_limits);
  table.add<DescribeTimeToLive>(*this, &Dynamodb::describe_time_to_live, {&table_arn});
  table.add<UpdateTimeToLive>(*this, &Dynamodb::update_time_to_live, {&table_arn});
  table.add<DescribeContinuousBackups>(*this, &Dynamodb::describe_continuous_backups, {&table_arn});
  table.add<UpdateContinuousBackups>(*this, &Dynamodb::update_continuous_backups, {&table_arn});

  table.add<PutResourcePolicy>(*this, &Dynamodb::put_resource_policy, {&resource_arn});
  table.add<GetResourcePolicy>(*this, &Dynamodb::get_resource_policy, {&resource_arn});
  table.add<DeleteResourcePolicy>(*this, &Dynamodb::delete_resource_policy, {&resource_arn});

  table.add<CreateBackup>(*this, &Dynamodb::create_backup, {&table_arn});
  table.add<DescribeBackup>(*this, &Dynamodb::describe_backup, {&backup_arn});
  table.add<ListBackups>(*this, &Dynamodb::list_backups);
  table.add<DeleteBackup>(*this, &Dynamodb::delete_backup, {&backup_arn});
  table.add<RestoreTableFromBackup>(
      *this, &Dynamodb::restore_table_from_backup,
      {.resource = &backup_arn, .also = &add_needs_of_restore<RestoreTableFromBackup>});
  table.add<RestoreTableToPointInTime>(
      *this, &Dynamodb::restore_table_to_point_in_time,
      {.resource = &source_table_arn, .also = &add_needs_of_restore<RestoreTableToPointInTime>});

  table.add<UpdateContributorInsights>(*this, &Dynamodb::update_contributor_insights,
                                       {&table_or_index_arn});
  table.add<DescribeContributorInsights>(*this, &Dynamodb::describe_contributor_insights,
                                         {&table_or_index_arn});
  table.add<ListContributorInsights>(*this, &Dynamodb::list_contributor_insights);
  table.add<EnableKinesisStreamingDestination>(
      *this, &Dynamodb::enable_kinesis_streaming_destination, {&table_arn});
  table.add<DisableKinesisStreamingDestination>(
      *this, &Dynamodb::disable_kinesis_streaming_destination, {&table_arn});
  table.add<DescribeKinesisStreamingDestination>(
      *this, &Dynamodb::describe_kinesis_streaming_destination, {&table_arn});
  table.add<UpdateKinesisStreamingDestination>(
      *this, &Dynamodb::update_kinesis_streaming_destination, {&table_arn});

  table.add<CreateGlobalTable>(
      *this, &Dynamodb::create_global_table,
      {.resource = &arn_of_global_table<CreateGlobalTable>, .also = &add_new_replicas});
  table.add<DescribeGlobalTable>(*this, &Dynamodb::describe_global_table, {&arn_of_global_table});
  table.add<UpdateGlobalTable>(
      *this, &Dynamodb::update_global_table,
      {.resource = &arn_of_global_table<UpdateGlobalTable>, .also = &add_updated_replicas});
  table.add<ListGlobalTables>(*this, &Dynamodb::list_global_tables);
  table.add<DescribeGlobalTableSettings>(*this, &Dynamodb::describe_global_table_settings,
                                         {&arn_of_global_table});
  table.add<UpdateGlobalTableSettings>(
      *this, &Dynamodb::update_global_table_settings,
      {.resource = &arn_of_global_table<UpdateGlobalTableSettings>, .also = &add_set_replicas});
  table.add<DescribeTableReplicaAutoScaling>(*this, &Dynamodb::describe_table_replica_auto_scaling,
                                             {&table_arn});

  table.add<PutItem>(*this, &Dynamodb::put_item, item_access<PutItem>(*this));
  table.add<GetItem>(*this, &Dynamodb::get_item, item_access<GetItem>(*this));
  table.add<UpdateItem>(*this, &Dynamodb::update_item, item_access<UpdateItem>(*this));
  table.add<DeleteItem>(*this, &Dynamodb::delete_item, item_access<DeleteItem>(*this));
  table.add<TransactWriteItems>(*this, &Dynamodb::transact_write_items,
                                transact_write_access(*this));
  table.add<TransactGetItems>(*this, &Dynamodb::transact_get_items, transact_get_access(*this));

  table.add<ExecuteStatement>(*this, &Dynamodb::execute_statement, statement_access(*this));
  // Each statement of a batch is permitted or not by itself.
  table.add<BatchExecuteStatement>(*this, &Dynamodb::batch_execute_statement,
                                   {.resource = &first_table, .action = kNoPermission});
  table.add<ExecuteTransaction>(*this, &Dynamodb::execute_transaction, statements_access(*this));

  table.add<BatchGetItem>(*this, &Dynamodb::batch_get_item, batch_access<BatchGetItem>(*this));
  table.add<BatchWriteItem>(*this, &Dynamodb::batch_write_item,
                            batch_access<BatchWriteItem>(*this));
  table.add<Query>(*this, &Dynamodb::query, read_access<Query>(*this));
  table.add<Scan>(*this, &Dynamodb::scan, read_access<Scan>(*this));

  table.add_look<PeekTable>(*this, &Dynamodb::peek_table);
}

}  // namespace emu::dynamodb
