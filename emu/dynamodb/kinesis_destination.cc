#include "dynamodb/kinesis_destination.h"

#include <fmt/format.h>

#include <algorithm>

#include "dynamodb/errors.h"

namespace emu::dynamodb {

namespace {

Error destination_not_active(std::string_view operation) {
  return validation(
      fmt::format("Table is not in a valid state to {} Kinesis Streaming Destination: "
                  "KinesisStreamingDestination must be ACTIVE to perform {} operation.",
                  operation == "DISABLE" ? "disable" : "update", operation));
}

}  // namespace

KinesisDestinationSettings* find_destination(TableSettings& table, std::string_view stream_arn) {
  auto& all = table.kinesis_destinations;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& settings) {
    return settings.stream_arn == stream_arn;
  });
  return found == all.end() ? nullptr : &*found;
}

Result<KinesisDestinationSettings*> active_destination(TableSettings& table,
                                                       std::string_view stream_arn,
                                                       std::string_view operation) {
  KinesisDestinationSettings* settings = find_destination(table, stream_arn);
  if (settings == nullptr || !settings->is_enabled) return destination_not_active(operation);
  return settings;
}

std::string_view destination_status(const KinesisDestinationSettings& settings, Time now,
                                    Duration step) {
  if (now < settings.changed + step) return settings.changing;
  return settings.is_enabled ? "ACTIVE" : "DISABLED";
}

}  // namespace emu::dynamodb
