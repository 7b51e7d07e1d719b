#include "rdsdata/service.h"

#include <emu/arn.h>

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"

namespace emu::rdsdata {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<RdsData>(world); }

RdsData::RdsData(World& world)
    : world_(world), random_(world.random().fork("rdsdata: databases")), files_(world) {
  world.interfaces().add<DatabaseHost>(*this);
}

// Who waits in a database finds it gone.
void RdsData::reset(std::optional<std::string_view> account) {
  states_.each_of(account, [&](State& state) {
    for (auto& [id, cluster] : state.clusters) drop(state, cluster);
  });
  states_.forget(account);
  if (!account) rooms_.clear();
  if (account) rooms_.erase(std::string(*account));
  if (!account) random_ = Random(world_.options().seed).fork("rdsdata: databases");
}

void RdsData::drop_cluster(std::string_view account, std::string_view region,
                           std::string_view resource_id) {
  State* state = states_.find(account, region);
  if (state == nullptr) return;
  const auto cluster = state->clusters.find(resource_id);
  if (cluster == state->clusters.end()) return;
  drop(*state, cluster->second);
  state->clusters.erase(cluster);
}

// The cluster stops or starts anew: whoever was connected is not any more.
void RdsData::end_sessions(std::string_view account, std::string_view region,
                           std::string_view resource_id) {
  State* state = states_.find(account, region);
  if (state == nullptr) return;
  std::vector<TransactionPtr> open;
  for (const auto& [id, transaction] : state->transactions) {
    if (transaction->cluster_resource_id == resource_id) open.push_back(transaction);
  }
  for (const TransactionPtr& transaction : open) end(*state, *transaction, false);
  for (const TransactionPtr& transaction : open) transaction->database->lock().wake_all();
}

void RdsData::drop(State& state, ClusterDatabases& cluster) {
  for (auto& [name, database] : cluster.by_name) {
    database->is_gone = true;
    database->lock().wake_all();
  }
  std::erase_if(state.transactions, [&](auto& entry) {
    StoredTransaction& transaction = *entry.second;
    if (!transaction.database->is_gone) return false;
    transaction.is_over = true;
    state.deadlines.clear(transaction.id, transaction.ends);
    return true;
  });
}

State& RdsData::state_of(const DatabaseCluster& cluster) {
  const std::optional<Arn> arn = Arn::parse(cluster.arn);
  EMU_ASSERT(arn, "clusters have well-formed ARNs");
  State& state = states_.at(arn->account, arn->region);
  settle(state);
  return state;
}

void RdsData::settle(State& state) {
  state.deadlines.settle(world_.now(), [&](const std::string& id) {
    const auto found = state.transactions.find(id);
    if (found == state.transactions.end()) return;
    StoredTransaction& transaction = *found->second;
    // A call that is under way is no idleness.
    if (transaction.is_busy) {
      transaction.ends = world_.now() + kIdleMax;
      state.deadlines.set(id, transaction.ends);
      return;
    }
    end(state, transaction, false);
  });
}

void RdsData::end(State& state, StoredTransaction& transaction, bool commits) {
  if (transaction.has_lock()) {
    const bool ended = transaction.database->writer().run_own(commits ? "COMMIT" : "ROLLBACK");
    // SQLite may have ended it before, or keys that are looked at last may be missing.
    if (!ended) {
      transaction.database->writer().run_own("ROLLBACK");
      transaction.is_aborted = true;
    }
    transaction.database->lock().release();
  }
  transaction.is_over = true;
  state.deadlines.clear(transaction.id, transaction.ends);
  state.transactions.erase(std::string(transaction.id));
}

void RdsData::touch(State& state, StoredTransaction& transaction) {
  state.deadlines.clear(transaction.id, transaction.ends);
  transaction.ends = std::min<Time>(world_.now() + kIdleMax, transaction.began + kTransactionMax);
  state.deadlines.set(transaction.id, transaction.ends);
}

// The cluster may have another name by now.
Result<TransactionPtr> RdsData::find_transaction(State& state, std::string_view id,
                                                 const DatabaseCluster& cluster) {
  const auto found = state.transactions.find(id);
  if (found == state.transactions.end() ||
      found->second->cluster_resource_id != cluster.resource_id) {
    return no_such_transaction(id);
  }
  if (found->second->is_busy) return transaction_is_busy();
  return found->second;
}

Result<std::shared_ptr<Database>> RdsData::add_database(const DatabaseCluster& cluster,
                                                        std::string_view name) {
  const Dialect dialect{.engine = cluster.engine.find("postgres") == std::string::npos
                                      ? Engine::kMySql
                                      : Engine::kPostgreSql,
                        .keys_have_tables = !cluster.engine_version.starts_with("5.")};
  State& state = state_of(cluster);
  std::shared_ptr<StorageRoom>& room = rooms_[state.account];
  if (!room) room = std::make_shared<StorageRoom>();
  if (!room->has(2 * kDatabaseCost)) {
    return no_equivalent(dialect, "more databases in an account");
  }
  auto database = std::make_shared<Database>(files_, std::string(name),
                                             "database " + std::to_string(++last_file_), dialect,
                                             random_, world_.scheduler(), room);
  state.clusters[cluster.resource_id].by_name.emplace(name, database);
  return database;
}

// Those that are there from the beginning are made when they are first used. A session of MySQL may
// have none, where statements that need no table run.
Result<std::shared_ptr<Database>> RdsData::open_database(const DatabaseCluster& cluster,
                                                         std::string_view name) {
  const bool is_mysql = cluster.engine.find("postgres") == std::string::npos;
  if (name.empty()) name = cluster.database_name;
  if (name.empty() && !is_mysql) name = "postgres";
  ClusterDatabases& databases = state_of(cluster).clusters[cluster.resource_id];
  const auto found = databases.by_name.find(name);
  if (found != databases.by_name.end()) return found->second;
  const bool is_there =
      name.empty() || name == cluster.database_name || (!is_mysql && name == "postgres");
  if (!is_there) {
    return no_such_database({.engine = is_mysql ? Engine::kMySql : Engine::kPostgreSql}, name);
  }
  return add_database(cluster, name);
}

}  // namespace emu::rdsdata
