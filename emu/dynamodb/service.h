// DynamoDB: the tables of every account and region.
//
// Every operation is atomic. A table takes Options::table_step to be created, changed or deleted:
// nothing by default, so that the next call finds it settled. A transaction takes
// Options::transaction_time, in which others find its items in use. See include/emu/dynamodb.h for
// what the operations do.
#pragma once

#include <emu/dynamodb.h>
#include <emu/dynamodb/looks.h>
#include <emu/dynamodb/options.h>
#include <emu/result.h>
#include <emu/time.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/call.h"
#include "core/gate/minute_metrics.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "dynamodb/expressions.h"
#include "dynamodb/global_table.h"
#include "dynamodb/ongoing.h"
#include "dynamodb/resource_policy.h"
#include "dynamodb/restore.h"
#include "dynamodb/state.h"
#include "dynamodb/streams/table_streams.h"
#include "dynamodb/table_name.h"

namespace emu::dynamodb {

namespace partiql {
struct Statement;
}  // namespace partiql

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Cancellation;
class Consumption;
struct ItemAddress;
struct ItemWrite;
struct TransactionCost;
struct WriteTransaction;

class Dynamodb final : public Service {
 public:
  explicit Dynamodb(World& world, Options options = {});

  Result<CreateTableResult> create_table(Call& call, const CreateTable& in);
  Result<DescribeTableResult> describe_table(Call& call, const DescribeTable& in);
  Result<ListTablesResult> list_tables(Call& call, const ListTables& in);
  Result<UpdateTableResult> update_table(Call& call, const UpdateTable& in);
  Result<DeleteTableResult> delete_table(Call& call, const DeleteTable& in);

  Result<Nothing> tag_resource(Call& call, const TagResource& in);
  Result<Nothing> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsOfResourceResult> list_tags_of_resource(Call& call, const ListTagsOfResource& in);

  Result<DescribeEndpointsResult> describe_endpoints(Call& call, const DescribeEndpoints& in);
  Result<DescribeLimitsResult> describe_limits(Call& call, const DescribeLimits& in);
  Result<DescribeTimeToLiveResult> describe_time_to_live(Call& call, const DescribeTimeToLive& in);
  Result<UpdateTimeToLiveResult> update_time_to_live(Call& call, const UpdateTimeToLive& in);
  Result<DescribeContinuousBackupsResult> describe_continuous_backups(
      Call& call, const DescribeContinuousBackups& in);
  Result<UpdateContinuousBackupsResult> update_continuous_backups(
      Call& call, const UpdateContinuousBackups& in);

  Result<PutResourcePolicyResult> put_resource_policy(Call& call, const PutResourcePolicy& in);
  Result<GetResourcePolicyResult> get_resource_policy(Call& call, const GetResourcePolicy& in);
  Result<DeleteResourcePolicyResult> delete_resource_policy(Call& call,
                                                            const DeleteResourcePolicy& in);

  Result<CreateBackupResult> create_backup(Call& call, const CreateBackup& in);
  Result<DescribeBackupResult> describe_backup(Call& call, const DescribeBackup& in);
  Result<ListBackupsResult> list_backups(Call& call, const ListBackups& in);
  Result<DeleteBackupResult> delete_backup(Call& call, const DeleteBackup& in);
  Result<RestoreTableFromBackupResult> restore_table_from_backup(Call& call,
                                                                 const RestoreTableFromBackup& in);
  Result<RestoreTableToPointInTimeResult> restore_table_to_point_in_time(
      Call& call, const RestoreTableToPointInTime& in);

  Result<UpdateContributorInsightsResult> update_contributor_insights(
      Call& call, const UpdateContributorInsights& in);
  Result<DescribeContributorInsightsResult> describe_contributor_insights(
      Call& call, const DescribeContributorInsights& in);
  Result<ListContributorInsightsResult> list_contributor_insights(
      Call& call, const ListContributorInsights& in);

  Result<EnableKinesisStreamingDestinationResult> enable_kinesis_streaming_destination(
      Call& call, const EnableKinesisStreamingDestination& in);
  Result<DisableKinesisStreamingDestinationResult> disable_kinesis_streaming_destination(
      Call& call, const DisableKinesisStreamingDestination& in);
  Result<DescribeKinesisStreamingDestinationResult> describe_kinesis_streaming_destination(
      Call& call, const DescribeKinesisStreamingDestination& in);
  Result<UpdateKinesisStreamingDestinationResult> update_kinesis_streaming_destination(
      Call& call, const UpdateKinesisStreamingDestination& in);

  Result<CreateGlobalTableResult> create_global_table(Call& call, const CreateGlobalTable& in);
  Result<DescribeGlobalTableResult> describe_global_table(Call& call,
                                                          const DescribeGlobalTable& in);
  Result<UpdateGlobalTableResult> update_global_table(Call& call, const UpdateGlobalTable& in);
  Result<ListGlobalTablesResult> list_global_tables(Call& call, const ListGlobalTables& in);
  Result<DescribeGlobalTableSettingsResult> describe_global_table_settings(
      Call& call, const DescribeGlobalTableSettings& in);
  Result<UpdateGlobalTableSettingsResult> update_global_table_settings(
      Call& call, const UpdateGlobalTableSettings& in);
  Result<DescribeTableReplicaAutoScalingResult> describe_table_replica_auto_scaling(
      Call& call, const DescribeTableReplicaAutoScaling& in);

  Result<PutItemResult> put_item(Call& call, const PutItem& in);
  Result<GetItemResult> get_item(Call& call, const GetItem& in);
  Result<UpdateItemResult> update_item(Call& call, const UpdateItem& in);
  Result<DeleteItemResult> delete_item(Call& call, const DeleteItem& in);
  Result<TransactWriteItemsResult> transact_write_items(Call& call, const TransactWriteItems& in);
  Result<TransactGetItemsResult> transact_get_items(Call& call, const TransactGetItems& in);

  Result<ExecuteStatementResult> execute_statement(Call& call, const ExecuteStatement& in);
  Result<BatchExecuteStatementResult> batch_execute_statement(Call& call,
                                                              const BatchExecuteStatement& in);
  Result<ExecuteTransactionResult> execute_transaction(Call& call, const ExecuteTransaction& in);

  Result<BatchGetItemResult> batch_get_item(Call& call, const BatchGetItem& in);
  Result<BatchWriteItemResult> batch_write_item(Call& call, const BatchWriteItem& in);
  Result<QueryResult> query(Call& call, const Query& in);
  Result<ScanResult> scan(Call& call, const Scan& in);

  // A look, without a call; see include/emu/dynamodb/looks.h.
  PeekTableResult peek_table(const PeekTable& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;

  // The condition key dynamodb:LeadingKeys of a request for that item or key.
  void add_leading_keys(const Call& call, const std::string& table_name, const Item& item,
                        std::vector<ConditionValue>& out);
  // The same of all keys of a batch.
  void add_leading_keys(const Call& call, const BatchGetItem& in, std::vector<ConditionValue>& out);
  void add_leading_keys(const Call& call, const BatchWriteItem& in,
                        std::vector<ConditionValue>& out);
  // The same of a Query, which names the hash key that it is about. A Scan is about all of them.
  void add_leading_keys(const Call& call, const Query& in, std::vector<ConditionValue>& out);
  void add_leading_keys(const Call&, const Scan&, std::vector<ConditionValue>&) {}
  // The permission that a statement needs; see partiql/access.cc.
  void add_need(const Call& call, const partiql::Statement& statement,
                std::vector<AccessNeed>& out);

 private:
  State& state(const Call& call) { return states_.at(call.account(), call.region()); }
  // The table that a name or ARN stands for, null when there is none. Errors: those of address_of.
  Result<Table*> find_table(const Call& call, std::string_view name_or_arn);
  // Null for what names no table, too.
  Table* known_table(const Call& call, std::string_view name_or_arn);
  Table* find_at(const Call& call, const TableAddress& address);
  // The same, and a refusal when there is none; also while it is being created or deleted.
  Result<Table*> table_named(const Call& call, std::string_view name_or_arn);
  Result<Table*> settled_table(const Call& call, std::string_view name_or_arn);
  // The table of a ResourceArn; also only one that is not being created or deleted.
  Result<Table*> table_of_arn(const Call& call, std::string_view arn);
  Result<Table*> settled_table_of_arn(const Call& call, std::string_view arn);
  // The table or stream of a ResourceArn, which may have a policy; also only when the table is not
  // being created or deleted.
  Result<PolicyHolder> policy_holder(const Call& call, std::string_view arn);
  Result<PolicyHolder> settled_policy_holder(const Call& call, std::string_view arn);
  // Null when there is none, in any account and region.
  Stream* find_stream(std::string_view arn);
  // Whether IAM would keep the caller from changing the policy by an explicit deny.
  bool shuts_out(const Call& call, std::string_view arn);
  // The policy that IAM decides by for a table, an index of it, or a stream.
  std::shared_ptr<const std::string> policy_of(std::string_view arn);
  // Refuses the name of an index that the table does not have.
  static Status check_index(Table& table, const std::optional<std::string>& index);
  State& state_of(const TableSettings& table);
  // Global tables of the caller's account, without those whose deletion is complete; null for an
  // account that has none.
  GlobalTables* global_tables(const Call& call);
  Result<GlobalTableSettings*> global_table(const Call& call, const std::string& name);
  // The table of that name in a region of the caller's account; null when there is none.
  Table* replica_table(const Call& call, std::string_view region, std::string_view name);
  // Fails unless the region has a table that can be a replica.
  Status add_replica(const Call& call, const std::string& region, GlobalTableSettings& global);
  std::vector<ReplicaSettingsDescription> replica_settings(const Call& call,
                                                           const GlobalTableSettings& global,
                                                           std::string_view status);
  // Null when there is none in the caller's region.
  const Backup* find_backup(const Call& call, std::string_view arn);
  // Refuses copies of the items that there is no room for, where memory has a bound: the gate asks
  // for the room of a call, and these may be as large as a table.
  Status check_room(const ItemStore& items);
  // A new table of the caller's with copies of the items, unless it cannot be made.
  Result<Table*> restored_table(const Call& call, const std::string& name, TableSettings settings,
                                const RestoreOverrides& overrides, const ItemStore& items);
  TableDescription description_of_new(const Table& table) const;
  // Of any account and region, for a look; null when there is none.
  Table* find_to_peek(std::string_view name_or_arn);
  // The table, when its items can be used.
  Result<Table*> usable_table(const Call& call, const std::string& name);
  // Puts the table into a status that passes after the step, and its indexes when it is new.
  void begin_change(TableSettings& settings, std::string_view status);
  void begin_change(GlobalTableSettings& settings, std::string_view status);
  // Finds the table of a write and its key, and admits it; see item_write.h.
  Status locate(Call& call, ItemWrite& write);
  // Only the key, in a table that has been found.
  Status find_key(Call& call, ItemWrite& write);
  // Whether a write with its key may be made now. Fails while a transaction has the item in hand,
  // and where throughput limits.
  Status admit(const ItemWrite& write);
  // Works out what a located write makes of the item; see item_write.h. Fails where the throughput
  // of a global index that it touches limits, too.
  Status plan(ItemWrite& write);
  // Only the latter.
  Status admit_in_indexes(const ItemWrite& write);
  // Makes the write that is planned. The answer is what was there, if anything.
  std::optional<StoredItem> commit(ItemWrite& write);
  // Carries a write transaction out; see transact.cc.
  Result<TransactionCost> transact(Call& call, const WriteTransaction& transaction);
  // Every step of its writes but the last.
  Status prepare(Call& call, const std::vector<ItemWrite*>& writes);
  // Whether a transaction may read the items; those whose keys do not fit have their reasons in the
  // cancellation, and no key.
  Status check_readable(const std::vector<ItemAddress>& items, Cancellation cancellation);
  // Lets the time pass that it takes, with its items in hand.
  void hold(const Call& call, const WriteTransaction& transaction);
  // A SELECT; see partiql/select.cc.
  Result<ExecuteStatementResult> select(Call& call, const ExecuteStatement& in,
                                        const partiql::Statement& statement);
  Status execute_in_batch(Call& call, const BatchStatementRequest& request,
                          partiql::Statement statement, BatchStatementResponse& response,
                          Consumption& consumption);
  Result<ExecuteTransactionResult> read_in_transaction(Call& call, const ExecuteTransaction& in,
                                                       std::vector<partiql::Statement> statements);
  Result<ExecuteTransactionResult> write_in_transaction(Call& call, const ExecuteTransaction& in,
                                                        std::vector<partiql::Statement> statements);
  Status check_permitted(const Call& call, const partiql::Statement& statement);
  // Puts, replaces or, with nothing in its place, removes an item; everything that changes items
  // passes here. The key is the item's, `old` what the table has under it (null when nothing), and
  // all rules have been held. The answer is what was there, if anything.
  std::optional<StoredItem> write(Table& table, const ItemKey& key, const StoredItem* old,
                                  std::optional<StoredItem> next,
                                  ChangeCause cause = ChangeCause::kCaller);
  void follow_change(Table& table, const ItemKey& key, const StoredItem* old,
                     const StoredItem* next, ChangeCause cause);
  // Time to live: the items that are there begin to expire; a timer is set for the next one; it is
  // time for the next one; none expires any more.
  void begin_expiry(Table& table);
  void arrange_expiry(const Table& table);
  void expire_items(const std::string& table_arn);
  void expire_item(Table& table, const ItemKey& key);
  void end_expiry(Table& table);
  void forget_expiry_timers(std::optional<std::string_view> account);
  // Whether a call may use the table, where throughput limits, or the index that is named and read
  // from, and what it took; see throttling.cc.
  Status admit(Table& table, Usage usage, const Index* index = nullptr);
  void charge(Table& table, Usage usage, double units, const Index* index = nullptr);
  void charge(const ItemWrite& write);
  void count_returned(Table& table, Returning by, std::size_t items);
  // Streams and change logs let go of what nobody can read any more when they are written or read;
  // and by a timer, since nobody may do either.
  void arrange_forgetting();
  void forget_changes();
  // For point-in-time recovery.
  void log_change(Table& table, const ItemKey& key, const std::optional<StoredItem>& old);
  void enable_stream(Table& table, const StreamSpecification& stream);
  void disable_stream(Table& table);
  static void set_encryption(TableSettings& settings, const SseSpecification& wanted);

  World& world_;
  Options options_;
  Ongoing ongoing_;
  Regional<State> states_;
  std::map<std::string, GlobalTables, std::less<>> global_tables_;  // by their accounts
  TableStreams streams_{world_, states_};
  struct ExpiryTimer {
    Time due = {};
    TimerId id = {};
  };
  std::map<std::string, ExpiryTimer> expiry_timers_;  // by the tables' ARNs
  TimerId forgetting_ = {};                           // none while there is nothing to forget
  ExpressionReader expressions_;
  MinuteMetrics minutes_{world_};
};

}  // namespace emu::dynamodb
