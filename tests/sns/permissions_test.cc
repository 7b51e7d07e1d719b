// Source: Amazon SNS API Reference, "AddPermission"; Amazon SNS Developer Guide, "Example cases for
// Amazon SNS access control".
#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/sns.h>

#include <string>

#include "sns/support.h"

namespace emu::sns {

namespace {

constexpr const char* kOther = "222222222222";

struct OtherAccount : TopicFixture {
  Aws other = cloud.aws({.account = kOther});

  std::string refusal() {
    return message(other.send(Publish{.topic_arn = topic, .message = "hi"}));
  }
};

}  // namespace

TEST_SUITE("sns: permissions") {
  TEST_CASE_FIXTURE(OtherAccount, "another account is let in by the topic's policy") {
    CHECK(code(other.send(Publish{.topic_arn = topic, .message = "hi"})) ==
          errors::kAuthorizationError);
    CHECK(refusal().find("is not authorized to perform: SNS:Publish on resource: " + topic) !=
          std::string::npos);
    aws.send(AddPermission{topic, "others", {kOther}, {"Publish"}}).value();
    CHECK(refusal().empty());
    CHECK(code(other.send(DeleteTopic{topic})) == errors::kAuthorizationError);
    aws.send(RemovePermission{topic, "others"}).value();
    CHECK_FALSE(refusal().empty());
  }

  TEST_CASE_FIXTURE(OtherAccount, "what cannot be added is refused") {
    CHECK(message(aws.send(AddPermission{topic, "a b", {kOther}, {"Publish"}})) ==
          "Invalid parameter: Label");
    CHECK(message(aws.send(AddPermission{topic, "a", {"2"}, {"Publish"}})) ==
          "Invalid parameter: Policy Error: PrincipalNotFound");
    CHECK(message(aws.send(AddPermission{topic, "a", {kOther}, {"Fly"}})) ==
          "Invalid parameter: Policy statement action out of service scope!");
    aws.send(AddPermission{topic, "a", {kOther}, {"Publish"}}).value();
    CHECK(message(aws.send(AddPermission{topic, "a", {kOther}, {"Publish"}})) ==
          "Invalid parameter: Statement already exists");
    CHECK(message(aws.send(RemovePermission{topic, "b"})) == "Invalid parameter: Label");
  }

  TEST_CASE_FIXTURE(TopicFixture, "a user needs a permission of its own") {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    CHECK(code(ann.send(Publish{.topic_arn = topic, .message = "hi"})) ==
          errors::kAuthorizationError);
    aws.send(iam::PutUserPolicy{
                 .user_name = "ann",
                 .policy_name = "own",
                 .policy_document = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                    R"("Action":"sns:Publish","Resource":")" +
                                    topic + R"("}]})"})
        .value();
    CHECK(ann.send(Publish{.topic_arn = topic, .message = "hi"}).ok());
    CHECK(code(ann.send(
              Subscribe{.topic_arn = topic, .protocol = "sms", .endpoint = "+4915112345678"})) ==
          errors::kAuthorizationError);
    CHECK(code(ann.send(ConfirmSubscription{topic, "token"})) == errors::kAuthorizationError);
  }

  // Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
  // SNS".
  TEST_CASE_FIXTURE(TopicFixture, "tags of topics and requests are condition keys") {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    const auto allow = [&](const std::string& action, const std::string& condition) {
      aws
          .send(iam::PutUserPolicy{
              .user_name = "ann",
              .policy_name = "own",
              .policy_document = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                 R"("Action":")" +
                                 action + R"(","Resource":"*","Condition":)" + condition + "}]}"})
          .value();
    };
    const auto is_refused = [&](const auto& result) {
      return code(result) == errors::kAuthorizationError;
    };
    allow("sns:Publish", R"({"StringEquals":{"aws:ResourceTag/team":"red"}})");
    CHECK(is_refused(ann.send(Publish{.topic_arn = topic, .message = "hi"})));
    aws.send(TagResource{topic, {{"team", "red"}}}).value();
    CHECK(ann.send(Publish{.topic_arn = topic, .message = "hi"}).ok());
    allow("sns:*", R"({"StringEquals":{"aws:RequestTag/team":"red"}})");
    CHECK(is_refused(ann.send(CreateTopic{"new", {}, {{"team", "blue"}}})));
    CHECK(ann.send(CreateTopic{"new", {}, {{"team", "red"}}}).ok());
    CHECK(is_refused(ann.send(TagResource{topic, {{"team", "blue"}}})));
    CHECK(ann.send(TagResource{topic, {{"team", "red"}}}).ok());
    allow("sns:*", R"({"ForAllValues:StringEquals":{"aws:TagKeys":"stage"}})");
    CHECK(is_refused(ann.send(UntagResource{topic, {"team"}})));
    CHECK(ann.send(UntagResource{topic, {"stage"}}).ok());
  }
}

}  // namespace emu::sns
