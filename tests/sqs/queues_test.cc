// Source: Amazon SQS API Reference, "CreateQueue", "DeleteQueue", "GetQueueUrl", "ListQueues",
// "GetQueueAttributes", "SetQueueAttributes", "PurgeQueue" and "TagQueue".
#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/sqs.h>

#include <string>
#include <vector>

#include "sqs/support.h"

namespace emu::sqs {

TEST_SUITE("sqs: CreateQueue") {
  TEST_CASE_FIXTURE(test::Fixture, "a queue has a URL, an ARN and AWS's attributes") {
    cloud.advance(1500ms);
    const auto url = aws.send(CreateQueue{.queue_name = "orders"}).value().queue_url;
    CHECK(url == "https://sqs.us-east-1.amazonaws.com/000000000000/orders");
    const auto all =
        aws.send(GetQueueAttributes{.queue_url = url, .attribute_names = {"All"}}).value();
    const std::string created = std::to_string(epoch_seconds(cloud.now()));
    CHECK(all.attributes == std::map<std::string, std::string>{
                                {"ApproximateNumberOfMessages", "0"},
                                {"ApproximateNumberOfMessagesDelayed", "0"},
                                {"ApproximateNumberOfMessagesNotVisible", "0"},
                                {"CreatedTimestamp", created},
                                {"DelaySeconds", "0"},
                                {"LastModifiedTimestamp", created},
                                {"MaximumMessageSize", "1048576"},
                                {"MessageRetentionPeriod", "345600"},
                                {"QueueArn", "arn:aws:sqs:us-east-1:000000000000:orders"},
                                {"ReceiveMessageWaitTimeSeconds", "0"},
                                {"SqsManagedSseEnabled", "true"},
                                {"VisibilityTimeout", "30"}});
  }

  TEST_CASE_FIXTURE(QueueFixture, "creating it again gives the same, unless something differs") {
    send("seat 12A");
    CHECK(create("orders") == url);
    CHECK(create("orders", {{"VisibilityTimeout", "36"}, {"DelaySeconds", "0"}}) == url);
    const auto refused =
        aws.send(CreateQueue{.queue_name = "orders", .attributes = {{"VisibilityTimeout", "37"}}});
    CHECK(code(refused) == "QueueNameExists");
    CHECK(message(refused) ==
          "A queue already exists with the same name and a different value for attribute "
          "VisibilityTimeout");
    CHECK(attribute(url, "VisibilityTimeout") == "36");
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(QueueFixture, "a deleted queue's name is free again after 60 seconds") {
    send("seat 12A");
    aws.send(DeleteQueue{url}).value();
    cloud.advance(60s - 1us);
    const auto refused = aws.send(CreateQueue{.queue_name = "orders"});
    CHECK(code(refused) == "QueueDeletedRecently");
    CHECK(message(refused) ==
          "You must wait 60 seconds after deleting a queue before you can create another with the "
          "same name.");
    cloud.advance(1us);
    CHECK(create("orders") == url);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 0);
  }

  TEST_CASE_FIXTURE(test::Fixture, "names and attributes that are refused") {
    for (const std::string name : {"a.b", "a b", "a/b", "orders.fifo"}) {
      const auto refused = aws.send(CreateQueue{.queue_name = name});
      CHECK(code(refused) == "InvalidParameterValue");
      CHECK(message(refused) ==
            "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    CHECK(code(aws.send(CreateQueue{.queue_name = std::string(81, 'a')})) ==
          "InvalidParameterValue");
    // As recorded from AWS.
    CHECK(message(aws.send(GetQueueUrl{.queue_name = ""})) ==
          "Value for parameter QueueName is invalid. Reason: Must specify a queue name.");
    CHECK(code(aws.send(GetQueueUrl{.queue_name = "orders.fifo"})) == "QueueDoesNotExist");
    CHECK(code(aws.send(GetQueueUrl{.queue_name = "orders.fif"})) == "InvalidParameterValue");
    CHECK(code(aws.send(CreateQueue{.queue_name = ""})) == "InvalidParameterValue");
    CHECK(aws.send(ListQueues{}).value().queue_urls.empty());
  }

  TEST_CASE_FIXTURE(QueueFixture, "accounts and regions have queues of their own") {
    Aws other = cloud.aws({.account = "111111111111"});
    Aws far = cloud.aws({.region = "eu-west-1"});
    CHECK(other.send(ListQueues{}).value().queue_urls.empty());
    CHECK(code(other.send(GetQueueUrl{.queue_name = "orders"})) == "QueueDoesNotExist");
    CHECK(
        other
            .send(GetQueueUrl{.queue_name = "orders", .queue_owner_aws_account_id = "000000000000"})
            .value()
            .queue_url == url);
    CHECK(far.send(CreateQueue{.queue_name = "orders"}).value().queue_url ==
          "https://sqs.eu-west-1.amazonaws.com/000000000000/orders");
    CHECK(other.send(SendMessage{.queue_url = url, .message_body = "hi"}).ok());
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    CHECK(
        cloud.look(PeekQueue{.queue = "http://localhost:4566/000000000000/orders"}).depth.visible ==
        1);
    CHECK(
        cloud.look(PeekQueue{.queue = "arn:aws:sqs:us-east-1:000000000000:orders"}).depth.visible ==
        1);
  }

  TEST_CASE_FIXTURE(QueueFixture, "a URL that names no region finds a queue in any") {
    Aws far = cloud.aws({.region = "eu-west-1"});
    const std::string queue = far.send(CreateQueue{.queue_name = "far"}).value().queue_url;
    far.send(SendMessage{.queue_url = queue, .message_body = "hi"}).value();
    CHECK(cloud.look(PeekQueue{.queue = "http://localhost:4566/000000000000/far"}).depth.visible ==
          1);
    CHECK(cloud.look(PeekQueue{.queue = "https://sqs.us-east-1.amazonaws.com/000000000000/far"})
              .depth.visible == 0);
  }
}

TEST_SUITE("sqs: ListQueues") {
  TEST_CASE_FIXTURE(test::Fixture, "queues are listed by name, by prefix and page by page") {
    for (const char* name : {"b2", "a", "b1", "c", "b3"}) {
      aws.send(CreateQueue{.queue_name = name}).value();
    }
    const std::string base = "https://sqs.us-east-1.amazonaws.com/000000000000/";
    CHECK(aws.send(ListQueues{}).value().queue_urls.size() == 5);
    const auto first = aws.send(ListQueues{.queue_name_prefix = "b", .max_results = 2}).value();
    CHECK(first.queue_urls == std::vector<std::string>{base + "b1", base + "b2"});
    const auto second =
        aws.send(ListQueues{
                     .queue_name_prefix = "b", .next_token = first.next_token, .max_results = 2})
            .value();
    CHECK(second.queue_urls == std::vector<std::string>{base + "b3"});
    CHECK(second.next_token.empty());
    CHECK(code(aws.send(ListQueues{.max_results = 1001})) == "InvalidParameterValue");
    CHECK(code(aws.send(ListQueues{.next_token = "?", .max_results = 1})) ==
          "InvalidParameterValue");
  }
}

TEST_SUITE("sqs: SetQueueAttributes") {
  TEST_CASE_FIXTURE(QueueFixture, "attributes change all or none") {
    cloud.advance(5s);
    aws.send(SetQueueAttributes{url, {{"DelaySeconds", "900"}, {"VisibilityTimeout", "0"}}})
        .value();
    CHECK(attribute(url, "DelaySeconds") == "900");
    CHECK(attribute(url, "LastModifiedTimestamp") == std::to_string(epoch_seconds(cloud.now())));
    CHECK(attribute(url, "CreatedTimestamp") != attribute(url, "LastModifiedTimestamp"));
    const auto refused =
        aws.send(SetQueueAttributes{url, {{"DelaySeconds", "1"}, {"VisibilityTimeout", "43201"}}});
    CHECK(code(refused) == "InvalidAttributeValue");
    CHECK(message(refused) == "Invalid value for the parameter VisibilityTimeout.");
    CHECK(attribute(url, "DelaySeconds") == "900");
  }

  TEST_CASE_FIXTURE(QueueFixture, "without attributes there is nothing to set") {
    const auto refused = aws.send(SetQueueAttributes{.queue_url = url, .attributes = {}});
    CHECK(code(refused) == "MissingParameter");
    CHECK(message(refused) == "The request must contain the parameter Attribute.Name.");
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(QueueFixture, "a standard queue does not become a FIFO queue") {
    for (const char* name : {"FifoQueue", "ContentBasedDeduplication", "DeduplicationScope"}) {
      const auto refused = aws.send(SetQueueAttributes{url, {{name, "true"}}});
      CHECK(code(refused) == "InvalidAttributeName");
      CHECK(message(refused) == "Unknown Attribute " + std::string(name) + ".");
    }
  }

  TEST_CASE_FIXTURE(QueueFixture, "bounds of every number") {
    struct Case {
      const char* name;
      int min;
      int max;
    };
    for (const Case c :
         {Case{"DelaySeconds", 0, 900}, Case{"MaximumMessageSize", 1024, 1048576},
          Case{"MessageRetentionPeriod", 60, 1209600}, Case{"ReceiveMessageWaitTimeSeconds", 0, 20},
          Case{"VisibilityTimeout", 0, 43200}, Case{"KmsDataKeyReusePeriodSeconds", 60, 86400}}) {
      CAPTURE(c.name);
      const auto set = [&](const std::string& value) {
        return code(aws.send(SetQueueAttributes{url, {{c.name, value}}}));
      };
      CHECK(set(std::to_string(c.min)).empty());
      CHECK(set(std::to_string(c.max)).empty());
      CHECK(set(std::to_string(c.min - 1)) == "InvalidAttributeValue");
      CHECK(set(std::to_string(c.max + 1)) == "InvalidAttributeValue");
      CHECK(set("ten") == "InvalidAttributeValue");
      CHECK(set("") == "InvalidAttributeValue");
    }
    CHECK(message(aws.send(SetQueueAttributes{url, {{"QueueArn", "x"}}})) ==
          "Unknown Attribute QueueArn.");
    CHECK(message(aws.send(GetQueueAttributes{.queue_url = url, .attribute_names = {"Size"}})) ==
          "Unknown Attribute Size.");
  }

  TEST_CASE_FIXTURE(QueueFixture, "a key of one's own replaces SQS's encryption, and back") {
    aws.send(SetQueueAttributes{url, {{"KmsMasterKeyId", "alias/aws/sqs"}}}).value();
    CHECK(attribute(url, "SqsManagedSseEnabled") == "false");
    CHECK(attribute(url, "KmsDataKeyReusePeriodSeconds") == "300");
    aws.send(SetQueueAttributes{url, {{"SqsManagedSseEnabled", "true"}}}).value();
    CHECK(attribute(url, "KmsMasterKeyId").empty());
  }

  TEST_CASE_FIXTURE(QueueFixture, "a smaller maximum size holds for new messages") {
    aws.send(SetQueueAttributes{url, {{"MaximumMessageSize", "1024"}}}).value();
    CHECK(aws.send(SendMessage{.queue_url = url, .message_body = std::string(1024, 'x')}).ok());
    CHECK(
        message(aws.send(SendMessage{.queue_url = url, .message_body = std::string(1025, 'x')})) ==
        "One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.");
  }
}

TEST_SUITE("sqs: PurgeQueue") {
  TEST_CASE_FIXTURE(QueueFixture, "a purge empties the queue, once in 60 seconds") {
    send("a");
    (void)receive();
    send("b");
    aws.send(SendMessage{.queue_url = url, .message_body = "c", .delay_seconds = 9s}).value();
    aws.send(PurgeQueue{url}).value();
    const QueueDepth depth = cloud.look(PeekQueue{.queue = url}).depth;
    CHECK(depth.visible + depth.in_flight + depth.delayed == 0);
    send("d");
    cloud.advance(60s - 1us);
    const auto refused = aws.send(PurgeQueue{url});
    CHECK(code(refused) == "PurgeQueueInProgress");
    CHECK(refused.error().status == 403);
    CHECK(message(refused) ==
          "Only one PurgeQueue operation on orders is allowed every 60 seconds.");
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    cloud.advance(1us);
    CHECK(aws.send(PurgeQueue{url}).ok());
  }
}

TEST_SUITE("sqs: tags") {
  TEST_CASE_FIXTURE(QueueFixture, "tags are added, replaced and removed") {
    aws.send(TagQueue{url, {{"team", "bus"}, {"stage", "dev"}}}).value();
    aws.send(TagQueue{url, {{"stage", "prod"}}}).value();
    aws.send(UntagQueue{url, {"team", "nothing"}}).value();
    CHECK(aws.send(ListQueueTags{url}).value().tags ==
          std::map<std::string, std::string>{{"stage", "prod"}});
  }

  TEST_CASE_FIXTURE(QueueFixture, "tags that are refused change nothing") {
    std::map<std::string, std::string> many;
    for (int i = 0; i < 51; ++i) many.emplace(std::to_string(i), "");
    CHECK(message(aws.send(TagQueue{url, many})) == "Too many tags added for queue orders.");
    CHECK(code(aws.send(TagQueue{url, {{"aws:x", "1"}}})) == "InvalidParameterValue");
    CHECK(code(aws.send(TagQueue{url, {{std::string(129, 'k'), "1"}}})) == "InvalidParameterValue");
    CHECK(aws.send(ListQueueTags{url}).value().tags.empty());
  }
}

TEST_SUITE("sqs: permissions") {
  TEST_CASE_FIXTURE(QueueFixture, "a permission is a statement of the policy") {
    aws.send(AddPermission{url, "share", {"111111111111"}, {"SendMessage"}}).value();
    CHECK(attribute(url, "Policy") ==
          R"({"Version":"2008-10-17","Id":"arn:aws:sqs:us-east-1:000000000000:orders/)"
          R"(SQSDefaultPolicy","Statement":[{"Sid":"share","Effect":"Allow","Principal":)"
          R"({"AWS":"arn:aws:iam::111111111111:root"},"Action":"SQS:SendMessage","Resource":)"
          R"("arn:aws:sqs:us-east-1:000000000000:orders"}]})");
    aws.send(AddPermission{url, "more", {"111111111111", "222222222222"}, {"*"}}).value();
    CHECK(message(aws.send(AddPermission{url, "more", {"111111111111"}, {"*"}})) ==
          "Value more for parameter Label is invalid. Reason: Already exists.");
    aws.send(RemovePermission{url, "share"}).value();
    CHECK(attribute(url, "Policy").find("share") == std::string::npos);
    aws.send(RemovePermission{url, "more"}).value();
    CHECK(attribute(url, "Policy").empty());
    CHECK(message(aws.send(RemovePermission{url, "more"})) ==
          "Value more for parameter Label is invalid. Reason: can't find label.");
  }

  // Amazon SQS API Reference, "CreateQueue".
  TEST_CASE_FIXTURE(QueueFixture, "to tag a queue on creation needs the permission to tag") {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    aws.send(iam::PutUserPolicy{.user_name = "ann",
                                .policy_name = "create",
                                .policy_document =
                                    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                    R"("Action":"sqs:CreateQueue","Resource":"*"}]})"})
        .value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    CHECK(ann.send(CreateQueue{.queue_name = "plain"}).ok());
    const auto refused = ann.send(CreateQueue{.queue_name = "tagged", .tags = {{"a", "b"}}});
    CHECK(code(refused) == "AccessDenied");
    CHECK(message(refused).find("sqs:tagqueue") != std::string::npos);
  }

  // As users of the AWS CLI and SDKs report it; AWS documents no text.
  TEST_CASE_FIXTURE(QueueFixture, "a refusal names the action in lower case") {
    aws.send(iam::CreateUser{.user_name = "Ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "Ann"}).value().access_key;
    const auto refused = cloud.aws({.access_key_id = key.access_key_id})
                             .send(SendMessage{.queue_url = url, .message_body = "seat 12A"});
    CHECK(code(refused) == "AccessDenied");
    CHECK(message(refused) ==
          "User: arn:aws:iam::000000000000:user/Ann is not authorized to perform: sqs:sendmessage "
          "on resource: arn:aws:sqs:us-east-1:000000000000:orders because no identity-based policy "
          "allows the sqs:sendmessage action");
  }

  TEST_CASE_FIXTURE(QueueFixture, "permissions that are refused change nothing") {
    CHECK(code(aws.send(AddPermission{url, "a", {"1"}, {"SendMessage"}})) ==
          "InvalidParameterValue");
    CHECK(code(aws.send(AddPermission{url, "a", {"111111111111"}, {"CreateQueue"}})) ==
          "InvalidParameterValue");
    CHECK(code(aws.send(AddPermission{url, "a b", {"111111111111"}, {"*"}})) ==
          "InvalidParameterValue");
    CHECK(code(aws.send(AddPermission{
              url, "a", {"111111111111"}, std::vector<std::string>(8, "*")})) == "OverLimit");
    CHECK(attribute(url, "Policy").empty());
    CHECK(code(aws.send(SetQueueAttributes{url, {{"Policy", "{"}}})) == "InvalidAttributeValue");
    CHECK(code(aws.send(AddPermission{url, "a", {}, {"*"}})) == "MissingParameter");
  }

  // What SQS takes is what IAM evaluates, a Deny above all.
  TEST_CASE_FIXTURE(QueueFixture, "a policy that IAM could not read is refused when it is set") {
    const std::string deny = R"("Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*")";
    const std::vector<std::string> statements = {
        deny + R"(,"Condition":{"StringEqual":{"aws:username":"ann"}})",
        deny + R"(,"Condition":[])",
        deny + R"(,"NotAction":"sqs:SendMessage")",
        deny + R"(,"Sid":7)",
        deny + R"(,"Colour":"red")",
        deny + R"(,"Effect":"Allow")",
        R"("Sid":"a",)" + deny + R"(},{"Sid":"a",)" + deny,
        R"("Effect":"Deny","Action":"sqs:*","Resource":"*")",
        R"("Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*")",
        R"("Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"orders")"};
    for (const std::string& statement : statements) {
      CAPTURE(statement);
      const std::string policy = R"({"Version":"2012-10-17","Statement":[{)" + statement + "}]}";
      const auto refused = aws.send(SetQueueAttributes{url, {{"Policy", policy}}});
      CHECK(code(refused) == "InvalidAttributeValue");
      CHECK(message(refused) == "Invalid value for the parameter Policy.");
      CHECK(code(aws.send(CreateQueue{.queue_name = "new", .attributes = {{"Policy", policy}}})) ==
            "InvalidAttributeValue");
    }
    CHECK(attribute(url, "Policy").empty());
  }

  // Amazon SQS Developer Guide, "Using custom policies with the Amazon SQS Access Policy Language".
  TEST_CASE_FIXTURE(QueueFixture, "a queue may be named by its owner and name") {
    aws.send(iam::CreateUser{.user_name = "Ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "Ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    const SendMessage send{.queue_url = url, .message_body = "seat 12A"};
    CHECK(code(ann.send(send)) == "AccessDenied");
    aws.send(SetQueueAttributes{url, {{"Policy", R"({"Statement":{"Effect":"Allow","Principal":"*",
                               "Action":"SQS:SendMessage","Resource":"/000000000000/orders"}})"}}})
        .value();
    CHECK(ann.send(send).ok());
  }
}

}  // namespace emu::sqs
