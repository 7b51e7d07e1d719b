// Source: Amazon CloudWatch Logs API Reference, "CreateLogGroup", "DescribeLogGroups",
// "PutRetentionPolicy", "TagResource".
#include <doctest/doctest.h>

#include "logs/log_fixture.h"

namespace emu::test {

TEST_SUITE("logs: groups") {
  TEST_CASE_FIXTURE(Fixture, "a group is created, told and deleted") {
    aws.send(logs::CreateLogGroup{.log_group_name = "/aws/lambda/booking"}).value();
    const auto told = aws.send(logs::DescribeLogGroups{}).value();
    REQUIRE(told.log_groups.size() == 1);
    CHECK(told.log_groups[0].log_group_name == "/aws/lambda/booking");
    CHECK(told.log_groups[0].arn ==
          "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/booking:*");
    CHECK(told.log_groups[0].log_group_arn ==
          "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/booking");
    CHECK(told.log_groups[0].creation_time == epoch_millis(cloud.now()));
    CHECK_FALSE(told.log_groups[0].retention_in_days);
    aws.send(logs::DeleteLogGroup{.log_group_name = "/aws/lambda/booking"}).value();
    CHECK(aws.send(logs::DescribeLogGroups{}).value().log_groups.empty());
  }

  TEST_CASE_FIXTURE(Fixture, "a group has a class, STANDARD unless another is asked for") {
    aws.send(logs::CreateLogGroup{.log_group_name = "a"}).value();
    aws.send(logs::CreateLogGroup{.log_group_name = "b", .log_group_class = "INFREQUENT_ACCESS"})
        .value();
    CHECK(code(aws.send(logs::CreateLogGroup{.log_group_name = "c", .log_group_class = "FAST"})) ==
          "InvalidParameterException");
    const auto all = aws.send(logs::DescribeLogGroups{}).value().log_groups;
    REQUIRE(all.size() == 2);
    CHECK(all[0].log_group_class == logs::log_group_classes::kStandard);
    CHECK(all[1].log_group_class == logs::log_group_classes::kInfrequentAccess);
    const auto standard =
        aws.send(logs::DescribeLogGroups{.log_group_class = "STANDARD"}).value().log_groups;
    REQUIRE(standard.size() == 1);
    CHECK(standard[0].log_group_name == "a");
  }

  TEST_CASE_FIXTURE(Fixture, "groups may be asked for one by one") {
    for (const char* name : {"a", "b", "c"}) {
      aws.send(logs::CreateLogGroup{.log_group_name = name}).value();
    }
    const std::string arn = "arn:aws:logs:us-east-1:000000000000:log-group:c";
    const auto two =
        aws.send(logs::DescribeLogGroups{.log_group_identifiers = {"a", arn, "nobody"}})
            .value()
            .log_groups;
    REQUIRE(two.size() == 2);
    CHECK(two[0].log_group_name == "a");
    CHECK(two[1].log_group_name == "c");
    CHECK(code(aws.send(logs::DescribeLogGroups{.log_group_name_prefix = "a",
                                                .log_group_identifiers = {"a"}})) ==
          "InvalidParameterException");
  }

  TEST_CASE_FIXTURE(LogFixture, "what exists, what does not and what may not are told apart") {
    CHECK(message(aws.send(logs::CreateLogGroup{.log_group_name = group})) ==
          "The specified log group already exists");
    CHECK(message(aws.send(logs::DeleteLogGroup{.log_group_name = "none"})) ==
          "The specified log group does not exist.");
    CHECK(code(aws.send(logs::CreateLogGroup{.log_group_name = "aws/mine"})) ==
          "InvalidParameterException");
    const auto bad = aws.send(logs::CreateLogGroup{.log_group_name = "a b"});
    CHECK(code(bad) == "InvalidParameterException");
    CHECK(message(bad).find("at 'logGroupName' failed to satisfy constraint") != std::string::npos);
    CHECK(aws.send(logs::DescribeLogGroups{}).value().log_groups.size() == 1);
  }

  TEST_CASE_FIXTURE(Fixture, "groups are told by name in pages, by prefix or by a part of it") {
    for (const char* name : {"b2", "a", "b1", "B3", "b4"}) {
      aws.send(logs::CreateLogGroup{.log_group_name = name}).value();
    }
    auto names = [](const logs::DescribeLogGroupsResult& page) {
      std::string joined;
      for (const auto& told : page.log_groups) joined += told.log_group_name + ' ';
      return joined;
    };
    auto page = aws.send(logs::DescribeLogGroups{.log_group_name_prefix = "b", .limit = 2}).value();
    CHECK(names(page) == "b1 b2 ");
    page = aws.send(logs::DescribeLogGroups{
                        .log_group_name_prefix = "b", .next_token = page.next_token, .limit = 2})
               .value();
    CHECK(names(page) == "b4 ");
    CHECK(page.next_token.empty());
    CHECK(names(aws.send(logs::DescribeLogGroups{.log_group_name_pattern = "B"}).value()) ==
          "B3 b1 b2 b4 ");
    CHECK(code(aws.send(logs::DescribeLogGroups{.log_group_name_prefix = "b",
                                                .log_group_name_pattern = "b"})) ==
          "InvalidParameterException");
  }

  TEST_CASE_FIXTURE(LogFixture, "a retention is one of AWS's numbers of days") {
    aws.send(logs::PutRetentionPolicy{.log_group_name = group, .retention_in_days = 14}).value();
    const auto refused =
        aws.send(logs::PutRetentionPolicy{.log_group_name = group, .retention_in_days = 2});
    CHECK(message(refused).starts_with(
        "1 validation error detected: Value '2' at 'retentionInDays' failed to satisfy "
        "constraint: Member must satisfy enum value set: [1, 3, 5, 7, 14,"));
    CHECK(aws.send(logs::DescribeLogGroups{}).value().log_groups.at(0).retention_in_days == 14);
  }

  TEST_CASE_FIXTURE(LogFixture, "tags are added, told and taken away") {
    const std::string arn = "arn:aws:logs:us-east-1:000000000000:log-group:" + group;
    aws.send(logs::TagResource{.resource_arn = arn, .tags = {{"team", "bus"}, {"env", "test"}}})
        .value();
    aws.send(logs::TagResource{.resource_arn = arn, .tags = {{"env", "prod"}}}).value();
    aws.send(logs::UntagResource{.resource_arn = arn, .tag_keys = {"team"}}).value();
    CHECK(aws.send(logs::ListTagsForResource{.resource_arn = arn}).value().tags ==
          std::map<std::string, std::string>{{"env", "prod"}});
    CHECK(code(aws.send(logs::ListTagsForResource{.resource_arn = arn + "x"})) ==
          "ResourceNotFoundException");
    std::map<std::string, std::string> many;
    for (int i = 0; i < 50; ++i) many["key" + std::to_string(i)] = "";
    CHECK(code(aws.send(logs::TagResource{.resource_arn = arn, .tags = many})) ==
          "TooManyTagsException");
  }

  // "TagLogGroup", "UntagLogGroup", "ListTagsLogGroup": older names for the same tags.
  TEST_CASE_FIXTURE(LogFixture, "tags are reached by the group's name, too") {
    const std::string arn = "arn:aws:logs:us-east-1:000000000000:log-group:" + group;
    aws.send(logs::TagLogGroup{.log_group_name = group, .tags = {{"team", "bus"}, {"env", "test"}}})
        .value();
    aws.send(logs::UntagLogGroup{.log_group_name = group, .tags = {"env"}}).value();
    const std::map<std::string, std::string> left = {{"team", "bus"}};
    CHECK(aws.send(logs::ListTagsLogGroup{.log_group_name = group}).value().tags == left);
    CHECK(aws.send(logs::ListTagsForResource{.resource_arn = arn}).value().tags == left);
    std::map<std::string, std::string> many;
    for (int i = 0; i < 50; ++i) many["key" + std::to_string(i)] = "";
    CHECK(code(aws.send(logs::TagLogGroup{.log_group_name = group, .tags = many})) ==
          "InvalidParameterException");
    CHECK(code(aws.send(logs::TagLogGroup{.log_group_name = "none", .tags = left})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(logs::UntagLogGroup{.log_group_name = "none", .tags = {"a"}})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(logs::ListTagsLogGroup{.log_group_name = "none"})) ==
          "ResourceNotFoundException");
  }

  // "PutLogGroupDeletionProtection".
  TEST_CASE_FIXTURE(LogFixture, "a protected group keeps itself and its streams") {
    const auto protect = [this](bool is_on) {
      aws.send(logs::PutLogGroupDeletionProtection{.log_group_identifier = group,
                                                   .deletion_protection_enabled = is_on})
          .value();
    };
    protect(true);
    CHECK(aws.send(logs::DescribeLogGroups{}).value().log_groups.at(0).deletion_protection_enabled);
    CHECK(code(aws.send(logs::DeleteLogGroup{.log_group_name = group})) == "ValidationException");
    CHECK(code(aws.send(logs::DeleteLogStream{
              .log_group_name = group, .log_stream_name = stream})) == "ValidationException");
    protect(false);
    aws.send(logs::DeleteLogStream{.log_group_name = group, .log_stream_name = stream}).value();
    aws.send(logs::DeleteLogGroup{.log_group_name = group}).value();

    aws.send(logs::CreateLogGroup{.log_group_name = "b", .deletion_protection_enabled = true})
        .value();
    CHECK(code(aws.send(logs::DeleteLogGroup{.log_group_name = "b"})) == "ValidationException");
    CHECK(code(aws.send(logs::PutLogGroupDeletionProtection{
              .log_group_identifier = "none", .deletion_protection_enabled = true})) ==
          "ResourceNotFoundException");
  }

  // "AssociateKmsKey", "DisassociateKmsKey".
  TEST_CASE_FIXTURE(LogFixture, "the key of a group is a record") {
    const std::string arn = "arn:aws:logs:us-east-1:000000000000:log-group:" + group;
    const auto key = [this] {
      return aws.send(logs::DescribeLogGroups{}).value().log_groups.at(0).kms_key_id;
    };
    aws.send(logs::AssociateKmsKey{.log_group_name = group, .kms_key_id = "k"}).value();
    CHECK(key() == "k");
    aws.send(logs::AssociateKmsKey{.kms_key_id = "l", .resource_identifier = arn}).value();
    CHECK(key() == "l");
    CHECK(code(aws.send(logs::AssociateKmsKey{
              .log_group_name = group, .kms_key_id = "m", .resource_identifier = arn})) ==
          "InvalidParameterException");
    CHECK(code(aws.send(logs::DisassociateKmsKey{})) == "InvalidParameterException");
    CHECK(code(aws.send(logs::DisassociateKmsKey{.log_group_name = "none"})) ==
          "ResourceNotFoundException");
    aws.send(logs::DisassociateKmsKey{.resource_identifier = arn}).value();
    CHECK(key().empty());
  }

  TEST_CASE_FIXTURE(LogFixture, "accounts and regions have their own groups") {
    Aws elsewhere = cloud.aws({.region = "eu-west-1"});
    CHECK(elsewhere.send(logs::DescribeLogGroups{}).value().log_groups.empty());
  }
}

TEST_SUITE("logs: streams") {
  TEST_CASE_FIXTURE(LogFixture, "streams are told by name, or by their last event") {
    add_stream("b");
    add_stream("c");
    put_to("c", {{.timestamp = now() + 1, .message = "x"}}).value();
    put_to("a", {{.timestamp = now() + 2, .message = "y"}}).value();
    auto names = [this](logs::DescribeLogStreams request) {
      request.log_group_name = group;
      std::string joined;
      do {
        const auto page = aws.send(request).value();
        for (const auto& told : page.log_streams) joined += told.log_stream_name + ' ';
        request.next_token = page.next_token;
        joined += "| ";
      } while (!request.next_token.empty() && joined.size() < 40);
      return joined;
    };
    CHECK(names({}) == "a b c | ");
    CHECK(names({.descending = true, .limit = 2}) == "c b | a | ");
    CHECK(names({.order_by = "LastEventTime", .limit = 1}) == "b | c | a | ");
    CHECK(names({.order_by = "LastEventTime", .descending = true}) == "a c b | ");
    CHECK(names({.log_stream_name_prefix = "b"}) == "b | ");

    const auto told = aws.send(logs::DescribeLogStreams{.log_group_name = group}).value();
    CHECK(told.log_streams[0].first_event_timestamp == now() + 2);
    CHECK(told.log_streams[0].last_event_timestamp == now() + 2);
    CHECK(told.log_streams[0].last_ingestion_time == now());
    CHECK_FALSE(told.log_streams[1].first_event_timestamp);
    // As recorded from AWS.
    CHECK(told.log_streams[0].upload_sequence_token.size() == 56);
    CHECK(told.log_streams[1].upload_sequence_token.empty());
    CHECK(told.log_streams[1].arn ==
          "arn:aws:logs:us-east-1:000000000000:log-group:" + group + ":log-stream:b");
  }

  TEST_CASE_FIXTURE(LogFixture, "refusals of streams") {
    CHECK(message(aws.send(
              logs::CreateLogStream{.log_group_name = group, .log_stream_name = stream})) ==
          "The specified log stream already exists");
    CHECK(code(aws.send(logs::CreateLogStream{
              .log_group_name = group, .log_stream_name = "a:b"})) == "InvalidParameterException");
    CHECK(message(aws.send(
              logs::DeleteLogStream{.log_group_name = group, .log_stream_name = "none"})) ==
          "The specified log stream does not exist.");
    CHECK(message(aws.send(logs::DescribeLogStreams{.log_group_name = group,
                                                    .log_stream_name_prefix = "a",
                                                    .order_by = "LastEventTime"})) ==
          "Cannot order by LastEventTime with a logStreamNamePrefix.");
  }
}

}  // namespace emu::test
