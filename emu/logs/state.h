// What is stored of one account and region: its log groups. Nothing lives beside it.
#pragma once

#include <emu/arn.h>
#include <emu/logs.h>
#include <emu/result.h>
#include <emu/shape.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "logs/event_log.h"
#include "logs/metric_filter.h"
#include "logs/resource_policy.h"
#include "logs/subscription.h"

namespace emu::logs {

struct Stream {
  std::int64_t serial = 0;  // in the order of creation, within the group
  std::int64_t creation_time = 0;
  EventLog events = {};  // described event by event: EventRecord
  std::int64_t last_ingestion_time = 0;
  std::int64_t stored_bytes = 0;

  static void describe(StructureShape<Stream>& s);
};

// Described without its streams and filters, which are described one by one.
struct Group {
  std::int64_t creation_time = 0;
  std::optional<std::int32_t> retention_in_days = {};
  std::string kms_key_id = {};
  std::string log_group_class = {};
  std::map<std::string, std::string> tags = {};
  bool is_protected = false;  // from deletion
  std::map<std::string, Stream, std::less<>> streams = {};
  std::map<std::string, StoredSubscription, std::less<>> subscriptions = {};
  std::map<std::string, StoredMetricFilter, std::less<>> metric_filters = {};
  std::int64_t streams_created = 0;
  std::int64_t stored_bytes = 0;

  // Events from before this are expired: no operation answers them any more.
  std::int64_t oldest_kept(std::int64_t now) const;
  bool has_filters() const { return !subscriptions.empty() || !metric_filters.empty(); }
  // Of both kinds.
  int filters_with_expressions() const;
  // What comparing a byte of an event with all of those costs, in steps.
  std::size_t expression_cost() const;

  static void describe(StructureShape<Group>& s);
};

// The group's name in the ARN of a group or of one of its streams, of any account and region. Empty
// in any other ARN.
std::string_view group_name_in(const Arn& arn);

struct State {
  State(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  Group* find(std::string_view group_name);
  // By a name, or by an identifier: a name or an ARN. Exactly one of the two must be given.
  struct Found {
    std::string_view name;  // valid as long as the group
    Group* group = nullptr;
  };
  Result<Found> resolve(std::string_view name, std::string_view identifier);
  // The name in an identifier; nothing in an ARN of elsewhere.
  std::string name_of(std::string_view identifier) const;
  // By an ARN without ":*".
  Result<Found> resolve_arn(std::string_view arn);

  std::string group_arn(std::string_view group_name) const;  // without ":*"

  std::string account;
  std::string region;
  std::map<std::string, Group, std::less<>> groups = {};
  ResourcePolicies policies = {};
};

}  // namespace emu::logs
