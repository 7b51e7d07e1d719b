#include <emu/dynamodb/settings.h>
#include <emu/dynamodb/tables.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kTableNameMax = 255;
// How long a table may be in the making, and how often it is asked for.
constexpr int kTableChecksMax = 600;
constexpr std::chrono::seconds kTableCheckEvery{1};

Result<dynamodb::TableDescription> active_table(Making& making, const std::string& name) {
  for (int i = 0;; ++i) {
    EMU_TRY(auto described, making.aws.send(dynamodb::DescribeTable{.table_name = name}));
    if (described.table.table_status == "ACTIVE") return std::move(described.table);
    if (i == kTableChecksMax) return property_error("Table did not become ACTIVE in time");
    making.aws.sleep(kTableCheckEvery);
  }
}

Status set_up_table(Making& making, const std::string& name) {
  if (const Json* ttl = find_property(making.properties, "TimeToLiveSpecification")) {
    EMU_TRY(auto specification, read_as<dynamodb::TimeToLiveSpecification>(*ttl));
    if (specification.enabled) {
      EMU_CHECK(making.aws.send(dynamodb::UpdateTimeToLive{
          .table_name = name, .time_to_live_specification = std::move(specification)}));
    }
  }
  if (const Json* recovery = find_property(making.properties, "PointInTimeRecoverySpecification")) {
    EMU_TRY(auto specification, read_as<dynamodb::PointInTimeRecoverySpecification>(*recovery));
    EMU_CHECK(making.aws.send(dynamodb::UpdateContinuousBackups{
        .table_name = name, .point_in_time_recovery_specification = specification}));
  }
  return {};
}

const Reading& table_reading() {
  static const Reading kReading = {
      .renamed = {{"SSEEnabled", "Enabled"}},
      .apart = {"TimeToLiveSpecification", "PointInTimeRecoverySpecification",
                "ContributorInsightsSpecification", "ImportSourceSpecification",
                "KinesisStreamSpecification", "ResourcePolicy"}};
  return kReading;
}

Status create_table(Making& making) {
  Json properties = making.properties;
  // CloudFormation says only which view; that there is a stream follows.
  if (Json* stream =
          properties.contains("StreamSpecification") ? &properties["StreamSpecification"] : nullptr;
      stream != nullptr && stream->is_object()) {
    EMU_CHECK(check_properties(*stream, {"StreamViewType", "ResourcePolicy"}));
    stream->erase("ResourcePolicy");
    (*stream)["StreamEnabled"] = true;
  }
  EMU_TRY(auto create, read_as<dynamodb::CreateTable>(properties, table_reading()));
  EMU_TRY(create.table_name, making.name("TableName", kTableNameMax));
  EMU_CHECK(making.aws.send(create));
  making.physical_id = create.table_name;
  EMU_TRY(const auto table, active_table(making, create.table_name));
  EMU_CHECK(set_up_table(making, create.table_name));
  making.attributes = {{"Arn", table.table_arn}};
  if (!table.latest_stream_arn.empty()) making.attributes["StreamArn"] = table.latest_stream_arn;
  return {};
}

Status remove_table(Making& making) {
  EMU_CHECK(making.aws.send(dynamodb::DeleteTable{.table_name = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kDynamodbTable;
const ResourceType kDynamodbTable = {.name = "AWS::DynamoDB::Table",
                                     .attributes = {"Arn", "StreamArn"},
                                     .create = &create_table,
                                     .remove = &remove_table};

}  // namespace emu::cloudformation
