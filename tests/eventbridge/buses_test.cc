// Sources: Amazon EventBridge API Reference, the page of each operation; Amazon EventBridge User
// Guide, "Sending and receiving events between AWS accounts in Amazon EventBridge".
#include <doctest/doctest.h>

#include "eventbridge/support.h"

namespace emu::eventbridge {

TEST_SUITE("eventbridge: buses") {
  TEST_CASE_FIXTURE(EventFixture, "buses are made, changed, listed and deleted") {
    const CreateEventBusResult made =
        aws.send(CreateEventBus{.name = "shop", .description = "d", .tags = {{"team", "bus"}}})
            .value();
    CHECK(made.event_bus_arn == "arn:aws:events:us-east-1:000000000000:event-bus/shop");
    CHECK(aws.send(UpdateEventBus{.name = "shop", .description = "new"}).value().description ==
          "new");
    CHECK(aws.send(DescribeEventBus{.name = made.event_bus_arn}).value().description == "new");
    CHECK(aws.send(DescribeEventBus{}).value().name == "default");
    CHECK(message(aws.send(CreateEventBus{.name = "shop"})) == "Event bus shop already exists.");
    CHECK(code(aws.send(CreateEventBus{.name = "default"})) == "ResourceAlreadyExistsException");
    CHECK(message(aws.send(CreateEventBus{.name = "a/b"})) ==
          "Event bus name must not contain '/'.");
    const ListEventBusesResult page = aws.send(ListEventBuses{.limit = 1}).value();
    CHECK(page.event_buses.at(0).name == "default");
    CHECK(aws.send(ListEventBuses{.next_token = page.next_token}).value().event_buses.at(0).name ==
          "shop");
    CHECK(message(aws.send(DeleteEventBus{.name = "default"})) ==
          "Cannot delete event bus default.");
    aws.send(PutRule{.name = "r", .event_pattern = kShop, .event_bus_name = "shop"}).value();
    CHECK(message(aws.send(DeleteEventBus{.name = "shop"})) ==
          "Event bus can't be deleted since it has rules.");
    aws.send(DeleteRule{.name = "r", .event_bus_name = "shop"}).value();
    aws.send(DeleteEventBus{.name = "shop"}).value();
    aws.send(DeleteEventBus{.name = "shop"}).value();
    CHECK(code(aws.send(DescribeEventBus{.name = "shop"})) == "ResourceNotFoundException");
  }

  // Source: Amazon EventBridge User Guide, "Using dead-letter queues to process undelivered
  // events".
  TEST_CASE_FIXTURE(EventFixture, "a bus has a standard queue for dead letters, or none") {
    const std::string queue = "arn:aws:sqs:us-east-1:000000000000:dead";
    const auto with = [](const std::string& arn) { return DeadLetterConfig{.arn = arn}; };
    for (const std::string& wrong : {queue + ".fifo", std::string("dead"),
                                     std::string("arn:aws:sns:us-east-1:000000000000:dead")}) {
      CAPTURE(wrong);
      CHECK_FALSE(aws.send(CreateEventBus{.name = "shop", .dead_letter_config = with(wrong)}).ok());
    }
    CHECK(code(aws.send(DescribeEventBus{.name = "shop"})) == "ResourceNotFoundException");
    aws.send(CreateEventBus{.name = "shop", .dead_letter_config = with(queue)}).value();
    CHECK_FALSE(aws.send(UpdateEventBus{.name = "shop", .dead_letter_config = with("dead")}).ok());
    CHECK(aws.send(DescribeEventBus{.name = "shop"}).value().dead_letter_config->arn == queue);
  }

  TEST_CASE_FIXTURE(EventFixture, "buses and rules have tags") {
    const std::string bus =
        aws.send(CreateEventBus{.name = "shop", .tags = {{"a", "1"}}}).value().event_bus_arn;
    const std::string rule = put_rule(kShop);
    for (const std::string& arn : {bus, rule}) {
      aws.send(TagResource{.resource_arn = arn, .tags = {{"b", "2"}, {"c", "3"}}}).value();
      aws.send(UntagResource{.resource_arn = arn, .tag_keys = {"c"}}).value();
      const auto tags = aws.send(ListTagsForResource{.resource_arn = arn}).value().tags;
      CHECK(tags.back().key == "b");
    }
    CHECK(code(aws.send(TagResource{.resource_arn = rule, .tags = {{"aws:x", "1"}}})) ==
          "ValidationException");
    CHECK(code(aws.send(ListTagsForResource{.resource_arn = rule + "x"})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(ListTagsForResource{.resource_arn = "x"})) == "ValidationException");
  }

  TEST_CASE_FIXTURE(EventFixture, "permissions are statements of the bus's policy") {
    aws.send(PutPermission{
                 .action = "events:PutEvents", .principal = "111122223333", .statement_id = "a"})
        .value();
    CHECK(aws.send(DescribeEventBus{}).value().policy ==
          R"({"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow",)"
          R"("Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"events:PutEvents",)"
          R"("Resource":"arn:aws:events:us-east-1:000000000000:event-bus/default"}]})");
    CHECK(message(aws.send(RemovePermission{.statement_id = "b"})) ==
          "Statement with the provided id does not exist.");
    aws.send(RemovePermission{.statement_id = "a"}).value();
    CHECK(message(aws.send(RemovePermission{.statement_id = "a"})) ==
          "EventBus does not have a policy.");
    CHECK(code(aws.send(PutPermission{.policy = "{"})) == "ValidationException");
    const std::string large = R"({"Version":"2012-10-17","Id":")" + std::string(10240, 'x') +
                              R"(","Statement":[{"Effect":"Allow","Principal":"*",)"
                              R"("Action":"events:*","Resource":"*"}]})";
    CHECK(code(aws.send(PutPermission{.policy = large})) == "PolicyLengthExceededException");
    CHECK(code(aws.send(PutPermission{.event_bus_name = "x", .policy = "{}"})) ==
          "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(EventFixture, "another account puts events when the bus's policy lets it") {
    const Queue queue = create_queue("q");
    put_rule(kShop);
    put_target({.id = "t", .arn = queue.arn, .input_path = "$.account"});
    Aws other = cloud.aws({.account = "111122223333"});
    const PutEvents request{
        .entries = {{.source = "shop",
                     .detail_type = "t",
                     .detail = "{}",
                     .event_bus_name = "arn:aws:events:us-east-1:000000000000:event-bus/default"}}};
    CHECK(code(other.send(request)) == "AccessDeniedException");
    aws.send(PutPermission{
                 .action = "events:PutEvents", .principal = "111122223333", .statement_id = "a"})
        .value();
    CHECK(other.send(request).value().failed_entry_count == 0);
    CHECK(bodies(queue) == std::vector<std::string>{"\"111122223333\""});
  }

  TEST_CASE_FIXTURE(EventFixture, "events go on to another bus, and to no third one") {
    const Queue queue = create_queue("q");
    const Queue dead = create_queue("dead");
    for (const char* name : {"second", "third"}) {
      aws.send(CreateEventBus{.name = name}).value();
      aws.send(PutRule{.name = "r", .event_pattern = kShop, .event_bus_name = name}).value();
    }
    const auto arn = [](const std::string& bus) {
      return "arn:aws:events:us-east-1:000000000000:event-bus/" + bus;
    };
    put_rule(kShop);
    put_target({.id = "t", .arn = arn("second")});
    aws.send(PutTargets{.rule = "r",
                        .event_bus_name = "second",
                        .targets = {{.id = "q", .arn = queue.arn},
                                    {.id = "on",
                                     .arn = arn("third"),
                                     .dead_letter_config = DeadLetterConfig{.arn = dead.arn}}}})
        .value();
    aws
        .send(PutTargets{
            .rule = "r", .event_bus_name = "third", .targets = {{.id = "q", .arn = queue.arn}}})
        .value();
    const std::string id = put_event("{}");
    const auto got = bodies(queue);
    REQUIRE(got.size() == 1);
    CHECK(got[0].find(id) != std::string::npos);
    const auto failed = received(dead);
    REQUIRE(failed.size() == 1);
    CHECK(failed[0].message_attributes.at("ERROR_CODE").string_value ==
          "THIRD_ACCOUNT_HOP_DETECTED");
  }

  TEST_CASE_FIXTURE(EventFixture, "another account's bus is a target when it lets the account in") {
    Aws other = cloud.aws({.account = "111122223333"});
    const Queue dead = create_queue("dead");
    const std::string foreign = "arn:aws:events:us-east-1:111122223333:event-bus/default";
    other.send(PutRule{.name = "r", .event_pattern = kShop}).value();
    const std::string url = other.send(sqs::CreateQueue{.queue_name = "q"}).value().queue_url;
    other
        .send(sqs::SetQueueAttributes{
            .queue_url = url,
            .attributes = {{"Policy", R"({"Statement":[{"Effect":"Allow","Principal":{"Service":)"
                                      R"("events.amazonaws.com"},"Action":"sqs:SendMessage",)"
                                      R"("Resource":"arn:aws:sqs:us-east-1:111122223333:q"}]})"}}})
        .value();
    other
        .send(PutTargets{.rule = "r",
                         .targets = {{.id = "q", .arn = "arn:aws:sqs:us-east-1:111122223333:q"}}})
        .value();
    put_rule(kShop);
    put_target(
        {.id = "t", .arn = foreign, .dead_letter_config = DeadLetterConfig{.arn = dead.arn}});
    put_event("{}");
    CHECK(received(dead).size() == 1);
    other
        .send(PutPermission{
            .action = "events:PutEvents", .principal = "000000000000", .statement_id = "a"})
        .value();
    put_event("{}");
    cloud.advance(1ms);
    const auto got = other.send(sqs::ReceiveMessage{.queue_url = url}).value().messages;
    REQUIRE(got.size() == 1);
    CHECK(got[0].body.find(R"("account":"000000000000")") != std::string::npos);
  }

  TEST_CASE_FIXTURE(EventFixture, "a user needs the permission for each bus and source") {
    aws.send(iam::CreateUser{.user_name = "u"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "u"}).value().access_key;
    Aws user = cloud.aws({.access_key_id = key.access_key_id});
    const PutEvents two{.entries = {{.source = "shop", .detail_type = "t", .detail = "{}"},
                                    {.source = "bank", .detail_type = "t", .detail = "{}"}}};
    CHECK(code(user.send(two)) == "AccessDeniedException");
    const auto allow_source = [&](const std::string& source) {
      aws.send(iam::PutUserPolicy{
                   .user_name = "u",
                   .policy_name = "p",
                   .policy_document = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                      R"("Action":"events:PutEvents","Resource":"*","Condition":)"
                                      R"({"StringLike":{"events:source":")" +
                                      source + R"("}}}]})"})
          .value();
    };
    allow_source("shop");
    CHECK(code(user.send(two)) == "AccessDeniedException");
    allow_source("*");
    CHECK(code(user.send(two)) == "");
  }
}

}  // namespace emu::eventbridge
