// What the two operations that restore a table have in common.
#pragma once

#include <emu/dynamodb/backups.h>
#include <emu/given_empty.h>
#include <emu/result.h>

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// What a request wants to be otherwise than in the source.
struct RestoreOverrides {
  const std::optional<std::string>& billing_mode;
  const std::optional<ProvisionedThroughput>& throughput;
  const std::optional<OnDemandThroughput>& on_demand_throughput;
  const std::optional<SseSpecification>& encryption;
  // Null for the source's own.
  const std::vector<GlobalSecondaryIndex>* global_indexes;
  const std::vector<LocalSecondaryIndex>* local_indexes;
};

template <class Op>
RestoreOverrides overrides_of(const Op& in) {
  const bool names_global = was_given(in, &Op::global_secondary_index_override);
  const bool names_local = was_given(in, &Op::local_secondary_index_override);
  return {.billing_mode = in.billing_mode_override,
          .throughput = in.provisioned_throughput_override,
          .on_demand_throughput = in.on_demand_throughput_override,
          .encryption = in.sse_specification_override,
          .global_indexes = names_global ? &in.global_secondary_index_override : nullptr,
          .local_indexes = names_local ? &in.local_secondary_index_override : nullptr};
}

// The settings of the source that a restored table takes over: not tags, stream, time to live,
// recovery and protection. Its name, id and encryption are its own.
Result<TableSettings> restored_settings(const TableSettings& source,
                                        const RestoreOverrides& overrides);

}  // namespace emu::dynamodb
