// What is kept for a table and does nothing: contributor insights and Kinesis destinations.
// Source: Amazon DynamoDB API Reference, the pages of the operations.
#include "dynamodb/fixture.h"
#include "dynamodb/index_fixture.h"

namespace emu::test {

namespace {

constexpr const char* kStreamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";

}  // namespace

TEST_SUITE("dynamodb: contributor insights") {
  TEST_CASE_FIXTURE(TableFixture, "they are enabled, described, listed and disabled") {
    const auto describe = [&] {
      return aws.send(DescribeContributorInsights{.table_name = "trips"}).value();
    };
    CHECK(describe().contributor_insights_status == "DISABLED");
    CHECK(describe().contributor_insights_rule_list.empty());
    const auto enabled =
        aws.send(UpdateContributorInsights{.table_name = "trips",
                                           .contributor_insights_action = "ENABLE"})
            .value();
    CHECK(enabled.contributor_insights_status == "ENABLING");
    CHECK(describe().contributor_insights_status == "ENABLED");
    CHECK(describe().contributor_insights_mode == "ACCESSED_AND_THROTTLED_KEYS");
    CHECK(describe().contributor_insights_rule_list ==
          std::vector<std::string>{"DynamoDBContributorInsights-PKC-trips-1767225600000",
                                   "DynamoDBContributorInsights-SKC-trips-1767225600000",
                                   "DynamoDBContributorInsights-PKT-trips-1767225600000",
                                   "DynamoDBContributorInsights-SKT-trips-1767225600000"});
    aws.send(UpdateContributorInsights{.table_name = "stats",
                                       .contributor_insights_action = "ENABLE",
                                       .contributor_insights_mode = "THROTTLED_KEYS"})
        .value();
    const auto first = aws.send(ListContributorInsights{.max_results = 1}).value();
    REQUIRE(first.contributor_insights_summaries.size() == 1);
    CHECK(first.contributor_insights_summaries[0].table_name == "stats");
    const auto second =
        aws.send(ListContributorInsights{.next_token = first.next_token, .max_results = 1}).value();
    REQUIRE(second.contributor_insights_summaries.size() == 1);
    CHECK(second.contributor_insights_summaries[0].table_name == "trips");
    CHECK(second.next_token.empty());
    aws.send(UpdateContributorInsights{.table_name = "trips",
                                       .contributor_insights_action = "DISABLE"})
        .value();
    CHECK(describe().contributor_insights_status == "DISABLED");
  }

  TEST_CASE_FIXTURE(IndexFixture, "those of an index go with it") {
    aws.send(scores()).value();
    aws.send(UpdateContributorInsights{.table_name = "scores",
                                       .index_name = "by-game",
                                       .contributor_insights_action = "ENABLE"})
        .value();
    CHECK(aws.send(ListContributorInsights{}).value().contributor_insights_summaries.size() == 1);
    aws.send(drop("by-game")).value();
    CHECK(aws.send(ListContributorInsights{}).value().contributor_insights_summaries.empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "a table or index that is not there has none") {
    CHECK(code(aws.send(DescribeContributorInsights{.table_name = "none"})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(DescribeContributorInsights{
              .table_name = "stats", .index_name = "none"})) == "ResourceNotFoundException");
  }
}

TEST_SUITE("dynamodb: Kinesis destinations") {
  TEST_CASE_FIXTURE(TableFixture, "a destination is enabled, changed and disabled") {
    const auto described = [&] {
      return aws.send(DescribeKinesisStreamingDestination{.table_name = "stats"})
          .value()
          .kinesis_data_stream_destinations;
    };
    CHECK(described().empty());
    const EnableKinesisStreamingDestination enable{.table_name = "stats", .stream_arn = kStreamArn};
    CHECK(aws.send(enable).value().destination_status == "ENABLING");
    REQUIRE(described().size() == 1);
    CHECK(described()[0].destination_status == "ACTIVE");
    CHECK(described()[0].approximate_creation_date_time_precision == "MILLISECOND");
    CHECK(code(aws.send(enable)) == "ValidationException");

    UpdateKinesisStreamingDestination update{.table_name = "stats", .stream_arn = kStreamArn};
    update.update_kinesis_streaming_configuration = UpdateKinesisStreamingConfiguration{
        .approximate_creation_date_time_precision = "MICROSECOND"};
    CHECK(aws.send(update).value().destination_status == "UPDATING");
    CHECK(described()[0].approximate_creation_date_time_precision == "MICROSECOND");

    const DisableKinesisStreamingDestination disable{.table_name = "stats",
                                                     .stream_arn = kStreamArn};
    CHECK(aws.send(disable).value().destination_status == "DISABLING");
    CHECK(described()[0].destination_status == "DISABLED");
    CHECK(code(aws.send(disable)) == "ValidationException");
    CHECK(code(aws.send(update)) == "ValidationException");
    CHECK(aws.send(enable).ok());
    CHECK(described().size() == 1);
  }

  // The bound is ours.
  TEST_CASE_FIXTURE(TableFixture, "those that are disabled are remembered for a while") {
    const std::string start = "arn:aws:kinesis:us-east-1:000000000000:stream/";
    for (int i = 0; i < 50; ++i) {
      const std::string arn = start + std::to_string(i);
      aws.send(EnableKinesisStreamingDestination{.table_name = "stats", .stream_arn = arn}).value();
      if (i == 0) continue;
      aws.send(DisableKinesisStreamingDestination{.table_name = "stats", .stream_arn = arn})
          .value();
    }
    const auto kept = aws.send(DescribeKinesisStreamingDestination{.table_name = "stats"})
                          .value()
                          .kinesis_data_stream_destinations;
    REQUIRE(kept.size() == 10);
    CHECK(kept.front().stream_arn == start + "0");
    CHECK(kept.back().stream_arn == start + "49");
    for (int i = 50; i < 59; ++i) {
      aws.send(EnableKinesisStreamingDestination{.table_name = "stats",
                                                 .stream_arn = start + std::to_string(i)})
          .value();
    }
    CHECK(code(aws.send(EnableKinesisStreamingDestination{
              .table_name = "stats", .stream_arn = start + "60"})) == "LimitExceededException");
  }
}

TEST_SUITE("dynamodb: replicas") {
  TEST_CASE_FIXTURE(TableFixture, "a table's replicas are added, changed, described and removed") {
    const auto update = [&](ReplicationGroupUpdate change) {
      return aws.send(UpdateTable{.table_name = "stats", .replica_updates = {std::move(change)}});
    };
    const auto table = [&] { return aws.send(DescribeTable{.table_name = "stats"}).value().table; };
    CHECK(table().global_table_version.empty());
    update({.create = CreateReplicationGroupMemberAction{.region_name = "eu-west-1"}}).value();
    REQUIRE(table().replicas.size() == 1);
    CHECK(table().global_table_version == "2019.11.21");
    CHECK(table().replicas[0].replica_status == "ACTIVE");
    CHECK(table().replicas[0].replica_arn == "arn:aws:dynamodb:eu-west-1:000000000000:table/stats");
    update({.update = UpdateReplicationGroupMemberAction{.region_name = "eu-west-1",
                                                         .table_class_override =
                                                             "STANDARD_INFREQUENT_ACCESS"}})
        .value();
    CHECK(table().replicas[0].replica_table_class_summary->table_class ==
          "STANDARD_INFREQUENT_ACCESS");
    const auto scaling = aws.send(DescribeTableReplicaAutoScaling{.table_name = "stats"}).value();
    CHECK(scaling.table_auto_scaling_description.replicas.size() == 1);

    CHECK(
        code(update({.create = CreateReplicationGroupMemberAction{.region_name = "eu-west-1"}})) ==
        "ValidationException");
    CHECK(
        code(update({.create = CreateReplicationGroupMemberAction{.region_name = "us-east-1"}})) ==
        "ValidationException");
    CHECK(code(update({})) == "ValidationException");
    update({.delete_replica = DeleteReplicationGroupMemberAction{.region_name = "eu-west-1"}})
        .value();
    CHECK(table().replicas.empty());
    CHECK(code(update({.delete_replica = DeleteReplicationGroupMemberAction{
                           .region_name = "eu-west-1"}})) == "ValidationException");
  }
}

}  // namespace emu::test
