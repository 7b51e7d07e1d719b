// Settings of a table that have operations of their own, as they are stored in TableSettings.
#pragma once

#include <emu/dynamodb/replicas.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace emu::dynamodb {

// As UpdateTimeToLive has left it. Items expire while it is enabled.
struct TimeToLiveSettings {
  bool is_enabled = false;
  std::string attribute_name = {};  // kept when it is disabled
  Time changed = {};
  static void describe(StructureShape<TimeToLiveSettings>& s);
};

// Beside it, the table keeps a log of its changes.
struct PointInTimeRecoverySettings {
  std::int32_t days = 0;
  static void describe(StructureShape<PointInTimeRecoverySettings>& s);
};

// Where a restored table comes from.
struct RestoreSettings {
  std::string backup_arn = {};  // empty when it was restored to a point in time
  std::string table_arn = {};
  Time at = {};
  static void describe(StructureShape<RestoreSettings>& s);
};

// As UpdateContributorInsights has left it, of the table or one of its indexes.
struct ContributorInsightsSettings {
  std::string index = {};  // empty: the table
  bool is_enabled = false;
  std::string mode = {};
  Time changed = {};
  static void describe(StructureShape<ContributorInsightsSettings>& s);
};

// A Kinesis data stream that a table has had for its destination.
struct KinesisDestinationSettings {
  std::string stream_arn = {};
  bool is_enabled = false;
  std::string precision = {};
  std::string changing = {};  // the status for a step after the change
  Time changed = {};
  static void describe(StructureShape<KinesisDestinationSettings>& s);
};

// A replica of the table in another region, as UpdateTable has left it.
struct ReplicaSettings {
  std::string region = {};
  std::string kms_key = {};
  std::string table_class = {};  // empty: the table's
  std::optional<ProvisionedThroughputOverride> provisioned = {};
  std::optional<OnDemandThroughputOverride> on_demand = {};
  static void describe(StructureShape<ReplicaSettings>& s);
};

struct ResourcePolicySettings {
  // Shared with IAM, which keeps what it has read while this stays the same.
  std::shared_ptr<const std::string> document = {};
  std::string revision_id = {};
};

}  // namespace emu::dynamodb
