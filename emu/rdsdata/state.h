// What the RDS Data API keeps of one account and region: the databases of its clusters, and
// transactions.
#pragma once

#include <emu/time.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/time/deadlines.h"
#include "rdsdata/engine/database.h"

namespace emu::rdsdata {

struct StoredTransaction {
  std::string id = {};
  std::string cluster_resource_id = {};
  std::shared_ptr<Database> database = {};
  Time began = {};
  Time ends = {};        // unless it is used before
  bool is_busy = false;  // a call of it is under way
  bool is_over = false;  // while somebody still holds it
  // PostgreSQL's answers nothing but ROLLBACK after an error.
  bool is_aborted = false;
  std::optional<std::chrono::milliseconds> lock_timeout = {};
  SessionFacts facts = {};
  std::vector<std::string> savepoints = {};  // the last one is the innermost

  bool has_savepoint(std::string_view name) const {
    return std::find(savepoints.begin(), savepoints.end(), lower_case(name)) != savepoints.end();
  }
  bool has_lock() const { return database->lock().owner() == id; }
};

using TransactionPtr = std::shared_ptr<StoredTransaction>;

struct ClusterDatabases {
  std::map<std::string, std::shared_ptr<Database>, std::less<>> by_name = {};
};

struct State {
  State(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  std::string account;
  std::string region;
  std::map<std::string, ClusterDatabases, std::less<>> clusters = {};  // by resource id
  std::map<std::string, TransactionPtr, std::less<>> transactions = {};
  Deadlines deadlines = {};
};

}  // namespace emu::rdsdata
