// Source: Amazon SNS API Reference, "CreateTopic", "DeleteTopic", "GetTopicAttributes",
// "SetTopicAttributes", "ListTopics", "TagResource".
#include <doctest/doctest.h>
#include <emu/sns.h>

#include <string>
#include <vector>

#include "sns/support.h"

namespace emu::sns {

TEST_SUITE("sns: topics") {
  TEST_CASE_FIXTURE(TopicFixture, "a topic is created, shown, changed and deleted") {
    CHECK(topic == "arn:aws:sns:us-east-1:000000000000:orders");
    Attributes shown = attributes();
    CHECK(shown["Owner"] == "000000000000");
    CHECK(shown["DisplayName"].empty());
    CHECK(shown["SubscriptionsConfirmed"] == "0");
    CHECK(shown["EffectiveDeliveryPolicy"] ==
          R"({"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,)"
          R"("numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,)"
          R"("backoffFunction":"linear"},"disableSubscriptionOverrides":false,)"
          R"("defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}})");
    CHECK(shown["Policy"].find("__default_statement_ID") != std::string::npos);
    CHECK(shown.count("FifoTopic") == 0);
    aws.send(SetTopicAttributes{topic, "DisplayName", "Orders"}).value();
    CHECK(attributes()["DisplayName"] == "Orders");
    aws.send(DeleteTopic{topic}).value();
    aws.send(DeleteTopic{topic}).value();
    const auto gone = aws.send(GetTopicAttributes{topic});
    CHECK(code(gone) == errors::kNotFound);
    CHECK(message(gone) == "Topic does not exist");
    CHECK(gone.error().status == 404);
  }

  TEST_CASE_FIXTURE(TopicFixture, "creating it again gives it, unless something differs") {
    CHECK(create("orders") == topic);
    aws.send(SetTopicAttributes{topic, "DisplayName", "Orders"}).value();
    CHECK(create("orders") == topic);
    CHECK(create("orders", {{"DisplayName", "Orders"}}) == topic);
    const auto other = aws.send(CreateTopic{"orders", {{"DisplayName", "Seats"}}});
    CHECK(message(other) ==
          "Invalid parameter: Attributes Reason: Topic already exists with different attributes");
    const auto tagged = aws.send(CreateTopic{"orders", {}, {{"team", "red"}}});
    CHECK(message(tagged) ==
          "Invalid parameter: Tags Reason: Topic already exists with different tags");
    CHECK(attributes()["DisplayName"] == "Orders");
  }

  TEST_CASE_FIXTURE(TopicFixture, "names are checked") {
    for (const std::string& name : {std::string(), std::string("a b"), std::string("a.b"),
                                    std::string("orders.fifo"), std::string(257, 'a')}) {
      CAPTURE(name);
      CHECK(message(aws.send(CreateTopic{name})) == "Invalid parameter: Topic Name");
    }
    CHECK(code(aws.send(CreateTopic{})) == errors::kValidationError);
    const auto fifo = aws.send(CreateTopic{"orders", {{"FifoTopic", "true"}}});
    CHECK(message(fifo).starts_with("Invalid parameter: Fifo Topic names must end with .fifo"));
    CHECK(aws.send(CreateTopic{std::string(256, 'a')}).ok());
  }

  TEST_CASE_FIXTURE(TopicFixture, "a FIFO topic says that it is one") {
    topic = create("orders.fifo", {{"FifoTopic", "true"}, {"ContentBasedDeduplication", "true"}});
    Attributes shown = attributes();
    CHECK(shown["FifoTopic"] == "true");
    CHECK(shown["ContentBasedDeduplication"] == "true");
    CHECK(shown["FifoThroughputScope"] == "Topic");
    CHECK(message(aws.send(SetTopicAttributes{topic, "FifoTopic", "false"})) ==
          "Invalid parameter: AttributeName");
  }

  TEST_CASE_FIXTURE(TopicFixture, "attributes are checked") {
    struct Row {
      std::string name;
      std::string value;
      std::string what;
    };
    for (const Row& row :
         std::vector<Row>{{"Colour", "red", "AttributeName"},
                          {"ContentBasedDeduplication", "true", "AttributeName"},
                          {"DisplayName", std::string(101, 'a'), "DisplayName"},
                          {"SignatureVersion", "3", "SignatureVersion"},
                          {"TracingConfig", "On", "TracingConfig"},
                          {"HTTPSuccessFeedbackSampleRate", "101", "HTTPSuccessFeedbackSampleRate"},
                          {"Policy", "{", "Policy Error: null"},
                          {"DeliveryPolicy", "{}", "DeliveryPolicy: http is required"}}) {
      CAPTURE(row.name);
      const auto refused = aws.send(SetTopicAttributes{topic, row.name, row.value});
      CHECK(code(refused) == errors::kInvalidParameter);
      CHECK(message(refused) == "Invalid parameter: " + row.what);
    }
    CHECK(message(aws.send(CreateTopic{"new", {{"Colour", "red"}}})) ==
          "Invalid parameter: Attributes Reason: Unknown attribute Colour");
  }

  TEST_CASE_FIXTURE(TopicFixture, "ARNs are checked") {
    CHECK(message(aws.send(GetTopicAttributes{"orders"})) ==
          "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1");
    CHECK(message(aws.send(GetTopicAttributes{"arn:aws:sqs:us-east-1:000000000000:orders"})) ==
          "Invalid parameter: TopicArn");
    CHECK(message(aws.send(GetTopicAttributes{"arn:aws:sns:eu-west-1:000000000000:orders"})) ==
          "Invalid parameter: TopicArn");
  }

  TEST_CASE_FIXTURE(TopicFixture, "topics are listed 100 at a time") {
    for (int i = 0; i < 200; ++i) create("t" + std::to_string(i));
    std::vector<std::string> names;
    std::optional<std::string> token;
    int pages = 0;
    do {
      const auto page = aws.send(ListTopics{.next_token = token}).value();
      for (const Topic& each : page.topics) names.push_back(each.topic_arn);
      token = page.next_token;
      ++pages;
    } while (!token->empty());
    CHECK(pages == 3);
    CHECK(names.size() == 201);
    CHECK(message(aws.send(ListTopics{.next_token = "?"})) == "Invalid parameter: NextToken");
  }

  TEST_CASE_FIXTURE(TopicFixture, "tags are added and taken away, up to 50") {
    aws.send(TagResource{topic, {{"team", "red"}, {"stage", "test"}}}).value();
    aws.send(UntagResource{topic, {"stage", "none"}}).value();
    const auto tags = aws.send(ListTagsForResource{topic}).value().tags;
    CHECK(tags.size() == 1);
    CHECK(tags.at(0).value == "red");
    std::vector<Tag> many;
    for (int i = 0; i < 50; ++i) many.push_back({"k" + std::to_string(i), ""});
    CHECK(code(aws.send(TagResource{topic, many})) == errors::kTagLimitExceeded);
    CHECK(message(aws.send(TagResource{topic, {{"aws:a", "b"}}}))
              .starts_with("Invalid parameter: Tags"));
    CHECK(aws.send(ListTagsForResource{topic}).value().tags.size() == 1);
    const auto none = aws.send(ListTagsForResource{topic + "s"});
    CHECK(code(none) == errors::kResourceNotFound);
    CHECK(none.error().status == 404);
  }

  TEST_CASE_FIXTURE(TopicFixture, "a data protection policy is kept") {
    CHECK(aws.send(GetDataProtectionPolicy{topic}).value().data_protection_policy.empty());
    aws.send(PutDataProtectionPolicy{topic, R"({"Name":"none"})"}).value();
    CHECK(aws.send(GetDataProtectionPolicy{topic}).value().data_protection_policy ==
          R"({"Name":"none"})");
    CHECK(code(aws.send(PutDataProtectionPolicy{topic, "none"})) == errors::kInvalidParameter);
  }
}

}  // namespace emu::sns
