// What DynamoDB has stored in one account and region: plain data. Parsed
// expressions live beside it, in the service's ExpressionReader.
#pragma once

#include <emu/time.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dynamodb/backup.h"
#include "dynamodb/ended_streams.h"
#include "dynamodb/request_tokens.h"
#include "dynamodb/stream.h"
#include "dynamodb/table.h"

namespace emu::dynamodb {

struct State {
  State(std::string of_account, std::string in_region)
      : account(std::move(of_account)), region(std::move(in_region)) {}

  // Null when there is none; a table whose deletion is complete leaves with this.
  Table* find(std::string_view name, Time now) {
    auto found = tables.find(name);
    if (found == tables.end()) return nullptr;
    if (found->second.settings.is_gone(now)) {
      tables.erase(found);
      return nullptr;
    }
    return &found->second;
  }

  // Completes the deletions that are due.
  void drop_deleted(Time now) {
    std::erase_if(tables, [now](const auto& entry) { return entry.second.settings.is_gone(now); });
  }

  // Null when there is none: of a table, or one that has ended less than a day ago.
  Stream* find_stream(std::string_view arn, Time now);
  // All of them, in the order of their ARNs.
  std::vector<const Stream*> streams(Time now);
  // Ends the stream of a table, if it has one.
  void end_stream(Table& table, Time now);
  // Lets go of the changes in streams and change logs that nobody can read any more. The answer is
  // when the next ones can go, Time::max() when there are none.
  Time forget_changes(Time now);

  std::string account;
  std::string region;
  std::map<std::string, Table, std::less<>> tables = {};
  std::map<std::string, Backup, std::less<>> backups = {};  // by their ARNs
  EndedStreams ended_streams = EndedStreams();
  RequestTokens tokens = {};
};

}  // namespace emu::dynamodb
