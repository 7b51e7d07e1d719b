// A table as it is stored: its settings, which are described, and its items.
//
// Nothing is alive beside it. A change of its status is a time in the settings that has passed when
// somebody looks, not a timer.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
#include <emu/dynamodb/values.h>
#include <emu/result.h>
#include <emu/time.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dynamodb/change_log.h"
#include "dynamodb/expiries.h"
#include "dynamodb/index.h"
#include "dynamodb/item_collections.h"
#include "dynamodb/item_store.h"
#include "dynamodb/key.h"
#include "dynamodb/stored_settings.h"
#include "dynamodb/stream.h"
#include "dynamodb/table_metrics.h"
#include "dynamodb/throughput.h"

namespace emu::dynamodb {

struct TableSettings {
  std::string name = {};
  std::string arn = {};
  std::string id = {};
  Time created = {};
  std::vector<KeySchemaElement> key_schema = {};  // the hash key, then the range key if any
  std::vector<AttributeDefinition> attribute_definitions = {};
  std::vector<IndexSettings> indexes = {};
  std::vector<Tag> tags = {};
  bool is_on_demand = false;
  ProvisionedThroughput throughput = {};  // zero when on demand
  ProvisionedThroughput throughput_before =
      {};  // of the last change, which is shown until `settled`
  std::optional<Time> last_on_demand = {};
  std::optional<Time> last_increase = {};
  std::optional<Time> last_decrease = {};
  std::int64_t decreases_today = 0;
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  std::optional<StreamSpecification> stream = {};
  std::string stream_label = {};
  std::optional<SseDescription> encryption = {};
  std::optional<TableClassSummary> table_class = {};
  bool is_protected = false;
  std::optional<TimeToLiveSettings> time_to_live = {};  // none until it is set for the first time
  std::optional<PointInTimeRecoverySettings> point_in_time_recovery = {};  // none: disabled

  std::optional<RestoreSettings> restored = {};
  WarmThroughput warm = {};  // as far as it was asked for
  std::vector<ContributorInsightsSettings> contributor_insights = {};
  std::vector<ReplicaSettings> replicas = {};
  std::vector<KinesisDestinationSettings> kinesis_destinations = {};  // once enabled

  // The status until `settled`; from then on the table is ACTIVE, or gone when it was DELETING.
  std::string changing = {};
  Time settled = {};

  static void describe(StructureShape<TableSettings>& s);

  std::string_view status(Time now) const {
    return now < settled ? std::string_view(changing) : table_statuses::kActive;
  }
  bool is_gone(Time now) const {
    return now >= settled && std::string_view(changing) == table_statuses::kDeleting;
  }
  // Whether items can be read and written.
  bool is_usable(Time now) const {
    const std::string_view at = status(now);
    return at == table_statuses::kActive || at == table_statuses::kUpdating;
  }
};

struct Table {
  explicit Table(TableSettings of);
  // Not copied, since its indexes point to its items.
  Table(Table&&) = default;
  Table& operator=(Table&&) = default;

  TableSettings settings;
  KeyAttribute hash_key;  // this and the range key follow from the settings
  std::optional<KeyAttribute> range_key;
  ItemStore items;
  std::optional<ResourcePolicySettings> policy = {};
  UnitBuckets units = {};                           // where throughput limits
  std::optional<ChangeLog> changes = {};            // while point-in-time recovery is enabled
  std::optional<Stream> stream = {};                // while it is enabled
  std::vector<Index> indexes = {};                  // of those items, in the order of their names
  std::optional<ItemCollections> collections = {};  // when there are local indexes
  std::optional<Expiries> expiries = {};            // while time to live is enabled
  // What was counted in this minute; of global indexes by their names.
  TableMetrics metrics = {};
  std::map<std::string, TableMetrics, std::less<>> index_metrics = {};

  // Begins the stream that the settings speak of.
  void begin_stream(Time now);
  // Appends a change of an item to the stream, if there is one. What is not there is null.
  void record_change(const StoredItem* old_item, const StoredItem* new_item, ChangeCause cause,
                     Time now);

  // Lets go of the changes in its stream and its log that nobody can read any more. The answer is
  // when the next ones can go, Time::max() when there are none.
  Time forget_changes(Time now);

  // Null when there is none.
  Index* find_index(std::string_view name);
  // Makes the index and fills it with the items that are there.
  void add_index(const IndexSettings& of);
  void drop_index(std::string_view name);
  // Whether the index is being made of what is there, and cannot be read.
  bool is_backfilling(std::string_view index, Time now) const;
  // What follows in the indexes when an item is put, replaced or removed; see Index::change().
  void change_indexes(const ItemKey& key, const StoredItem* old, const StoredItem* next);
  // Bytes that an item, or none, has in the table and its local indexes.
  std::size_t collection_bytes_of(const StoredItem* item) const;

  bool is_key(std::string_view attribute) const {
    return attribute == hash_key.name || (range_key && attribute == range_key->name);
  }
};

// As DescribeTable answers it.
TableDescription describe(const Table& table, Time now);
void show_throughput(TableDescription& description, const ProvisionedThroughput& throughput);

// The key of a request: exactly the attributes of the table's key. It refers to the request, or to
// the bytes that this fills in.
Result<ItemKey> key_of_request(const Table& table, const Item& key, KeyBytes& bytes);
// The key of a whole item, likewise.
Result<ItemKey> key_of_item(const Table& table, const Item& item, KeyBytes& bytes);
// The key of an item that is stored, likewise.
ItemKey key_of_stored(const Table& table, const StoredItem& item, KeyBytes& bytes);

// Appends a key, as "id=total", for the trace. `item` has its attributes, at least.
void append_key(const Table& table, const ItemKey& key, const Item& item, std::string& text);

}  // namespace emu::dynamodb
