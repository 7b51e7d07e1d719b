// Which throughput a call uses: for metrics, and for accounts that ask for throughput that limits.
//
// A global index has throughput of its own. A write takes of all that it touches, so that an index
// that cannot follow keeps its table from being written to; a local index takes of its table's.
// Source: Amazon DynamoDB Developer Guide, "Understanding Global Secondary Index (GSI) write
// throttling and back pressure in DynamoDB", "Local secondary indexes".
#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "dynamodb/index.h"
#include "dynamodb/item_write.h"
#include "dynamodb/service.h"
#include "dynamodb/table.h"
#include "dynamodb/throughput.h"
#include "dynamodb/transaction.h"

namespace emu::dynamodb {

namespace {

const IndexSettings& settings_of(const Table& table, const Index& index) {
  const std::vector<IndexSettings>& all = table.settings.indexes;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const IndexSettings& of) { return of.name == index.name; });
  EMU_ASSERT(found != all.end(), "an index has its settings");
  return *found;
}

// Null where the table's own throughput counts.
const Index* limiting(const Index* index) {
  return index != nullptr && index->is_global ? index : nullptr;
}

UnitBucket& bucket_of(Table& table, const Index* index, Usage usage) {
  UnitBuckets& buckets = index == nullptr ? table.units : table.find_index(index->name)->units;
  return buckets.of(usage);
}

TableMetrics& metrics_of(Table& table, const Index* index) {
  if (index == nullptr) return table.metrics;
  const auto known = table.index_metrics.find(index->name);
  return known != table.index_metrics.end() ? known->second : table.index_metrics[index->name];
}

std::optional<ThroughputLimit> limit_for(const Table& table, const Index* index, Usage usage) {
  const TableSettings& settings = table.settings;
  if (index == nullptr) {
    return limit_of(settings.is_on_demand, settings.throughput, settings.on_demand_throughput,
                    usage);
  }
  const IndexSettings& of = settings_of(table, *index);
  return limit_of(settings.is_on_demand, of.throughput, of.on_demand_throughput, usage);
}

std::string arn_of(const Table& table, const Index* index) {
  const std::string& arn = table.settings.arn;
  return index == nullptr ? arn : arn + "/index/" + index->name;
}

}  // namespace

Status Dynamodb::admit(Table& table, Usage usage, const Index* index) {
  if (!options_.throttling) return {};
  const Index* const of = limiting(index);
  const auto limit = limit_for(table, of, usage);
  if (!limit || bucket_of(table, of, usage).has_left(limit->units, world_.now())) return {};
  return throttled(*limit, usage, arn_of(table, of), of != nullptr);
}

void Dynamodb::charge(Table& table, Usage usage, double units, const Index* index) {
  const Index* const of = limiting(index);
  if (options_.throttling) bucket_of(table, of, usage).take(units);
  const std::string_view name = of == nullptr ? std::string_view() : of->name;
  minutes_.add(metrics_of(table, of).units(table.settings.arn, name), TableMetrics::kind_of(usage),
               units);
}

void Dynamodb::count_returned(Table& table, Returning by, std::size_t items) {
  minutes_.add(table.metrics.returned(table.settings.arn, by), 0, static_cast<double>(items));
}

Status Dynamodb::admit(const ItemWrite& write) {
  if (ongoing_.holds(write.table->settings.arn, write.key)) return transaction_ongoing();
  return admit(*write.table, Usage::kWrite);
}

Status Dynamodb::admit_in_indexes(const ItemWrite& write) {
  if (!options_.throttling) return {};
  for (const IndexUnits& touched : write.index_units()) {
    EMU_CHECK(admit(*write.table, Usage::kWrite, touched.index));
  }
  return {};
}

// Local indexes take of their table's units.
void Dynamodb::charge(const ItemWrite& write) {
  double of_table = write.units();
  if (write.changes()) {
    for (const Index& index : write.table->indexes) {
      const double units = index.units_of(write.old, write.next ? &*write.next : nullptr);
      if (units == 0) continue;
      if (index.is_global) {
        charge(*write.table, Usage::kWrite, units, &index);
      } else {
        of_table += units;
      }
    }
  }
  charge(*write.table, Usage::kWrite, of_table);
}

}  // namespace emu::dynamodb
