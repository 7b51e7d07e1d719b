// SQS as older SDKs, browsers and curl speak to it: forms, paths of queues, XML and plain JSON.
// Sources: Amazon SQS Developer Guide, "Making query API requests using AWS query protocol in
// Amazon SQS"; where it is silent, as recorded from AWS.
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>
#include <utility>

#include "server/api_fixture.h"

namespace emu::server {

namespace {

struct QueryFixture : test::ApiFixture {
  static constexpr const char* kQueue = "/000000000000/orders";

  QueryFixture() { form("sqs", "Action=CreateQueue&QueueName=orders"); }

  HttpResponse get(std::string target, const char* accept = nullptr) {
    HttpRequest request = signed_request("sqs", "GET", std::move(target));
    if (accept != nullptr) request.headers.add("Accept", accept);
    return api.answer(request);
  }
  HttpResponse get_json(std::string target) { return get(std::move(target), "application/json"); }
};

}  // namespace

TEST_SUITE("server: the Query protocol of SQS") {
  TEST_CASE_FIXTURE(QueryFixture, "a list or map of one entry needs no number") {
    CHECK(form("sqs",
               "Action=SetQueueAttributes&Attribute.Name=VisibilityTimeout"
               "&Attribute.Value=35",
               kQueue)
              .status == 200);
    const HttpResponse all = form("sqs", "Action=GetQueueAttributes&AttributeName=All", kQueue);
    CHECK(contains(all, "<Name>VisibilityTimeout</Name><Value>35</Value>"));
    // As SDKs write an empty list.
    const HttpResponse none = form("sqs", "Action=GetQueueAttributes&AttributeName=", kQueue);
    CHECK(none.status == 200);
    CHECK(contains(none, "<GetQueueAttributesResult/>"));

    form("sqs",
         "Action=SendMessage&MessageBody=hi&MessageAttribute.Name=a"
         "&MessageAttribute.Value.DataType=String&MessageAttribute.Value.StringValue=x",
         kQueue);
    const HttpResponse got =
        form("sqs", "Action=ReceiveMessage&MessageAttributeName=a&AttributeName=All", kQueue);
    CHECK(contains(got, "<StringValue>x</StringValue>"));
    CHECK(contains(got, "<Name>SentTimestamp</Name>"));
  }

  TEST_CASE_FIXTURE(QueryFixture, "an empty result is an empty element") {
    CHECK(contains(get(std::string(kQueue) + "?Action=ReceiveMessage"),
                   "<ReceiveMessageResult/><ResponseMetadata>"));
    CHECK(contains(form("sqs", "Action=ListQueues&QueueNamePrefix=none"), "<ListQueuesResult/>"));
    CHECK(contains(form("sqs", "Action=ListDeadLetterSourceQueues", kQueue),
                   "<ListDeadLetterSourceQueuesResult/>"));
  }

  TEST_CASE_FIXTURE(QueryFixture, "a queue that does not exist is worded as ever") {
    const HttpResponse none = form("sqs", "Action=GetQueueUrl&QueueName=none");
    CHECK(contains(none,
                   "<Message>The specified queue does not exist for this wsdl version.</Message>"));
    CHECK(contains(json("sqs", "AmazonSQS.GetQueueUrl", R"({"QueueName":"none"})"),
                   R"("message":"The specified queue does not exist.")"));
  }

  TEST_CASE_FIXTURE(QueryFixture, "the path of a queue knows the actions of a queue only") {
    for (const char* action : {"CreateQueue&QueueName=a", "ListQueues"}) {
      const HttpResponse refused = get(std::string(kQueue) + "?Action=" + action);
      CHECK(refused.status == 400);
      CHECK(contains(refused, "<Code>InvalidAction</Code>"));
      CHECK(contains(refused, "is not valid for this endpoint.</Message>"));
    }
    CHECK(get(std::string(kQueue) + "?Action=GetQueueUrl&QueueName=orders").status == 200);
    CHECK(get("/?Action=ListQueues").status == 200);
  }

  TEST_CASE_FIXTURE(QueryFixture, "without an action there is no operation") {
    for (const char* accept : {"*/*", "application/json"}) {
      const HttpResponse none = get(kQueue, accept);
      CHECK(none.status == 404);
      CHECK(none.body.view() == "<UnknownOperationException/>\n");
      CHECK(header(none, "x-amzn-RequestId").size() == 36);
    }
    HttpRequest unsigned_request{
        .method = "GET", .host = "sqs.us-east-1.localhost.localstack.cloud:4566", .target = kQueue};
    CHECK(api.answer(unsigned_request).status == 404);
    CHECK(json("dynamodb", "", "{}").status == 400);  // it has the header
  }

  // Amazon API Gateway users see these documents: their integrations accept JSON.
  TEST_CASE_FIXTURE(QueryFixture, "who accepts only JSON gets JSON") {
    CHECK(get_json("/?Action=GetQueueUrl&QueueName=orders")
              .body.view()
              .starts_with(R"({"GetQueueUrlResponse":{"GetQueueUrlResult":{)"
                           R"("QueueUrl":"http://localhost:4566/000000000000/orders"},)"
                           R"("ResponseMetadata":{"RequestId":")"));
    const HttpResponse sent = get_json(std::string(kQueue) + "?Action=SendMessage&MessageBody=hi");
    CHECK(header(sent, "Content-Type") == "application/json");
    CHECK(sent.body.view().starts_with(
        R"({"SendMessageResponse":{"ResponseMetadata":{"RequestId":")"));
    CHECK(contains(sent, R"("SendMessageResult":{"MD5OfMessageAttributes":null,)"
                         R"("MD5OfMessageBody":"49f68a5c8493ec2c0bf489821c21fc3b",)"
                         R"("MD5OfMessageSystemAttributes":null,"MessageId":")"));
    CHECK(contains(sent, R"("SequenceNumber":null}}})"));

    const HttpResponse got =
        get_json(std::string(kQueue) + "?Action=ReceiveMessage&AttributeName=SenderId");
    CHECK(contains(got, R"("ReceiveMessageResult":{"messages":[{)"
                        R"("Attributes":[{"Name":"SenderId","Value":"000000000000"}],)"
                        R"("Body":"hi",)"));
    CHECK(contains(get_json(std::string(kQueue) + "?Action=ReceiveMessage"),
                   R"("ReceiveMessageResult":{"messages":null})"));
    CHECK(contains(get_json("/?Action=ListQueues"),
                   R"("queueUrls":["http://localhost:4566/000000000000/orders"])"));
    CHECK(get_json(std::string(kQueue) + "?Action=PurgeQueue")
              .body.view()
              .starts_with(R"({"PurgeQueueResponse":{"ResponseMetadata":{"RequestId":")"));

    const HttpResponse none = get_json("/?Action=GetQueueUrl&QueueName=none");
    CHECK(none.status == 400);
    CHECK(none.body.view().starts_with(
        R"({"Error":{"Code":"AWS.SimpleQueueService.NonExistentQueue",)"
        R"("Message":"The specified queue does not exist for this wsdl version.",)"
        R"("Type":"Sender"},"RequestId":")"));
  }
}

TEST_SUITE("server: errors of SQS in JSON") {
  // As recorded from AWS: what the model does not declare comes from the framework, under a longer
  // name.
  TEST_CASE_FIXTURE(QueryFixture, "errors of the framework have their long names") {
    struct Case {
      std::string operation;
      std::string body;
      std::string type;
      std::string code;
    };
    const std::string url = R"("QueueUrl":"http://localhost:4566/000000000000/orders")";
    for (const Case& c : std::vector<Case>{
             {"ReceiveMessage", "{" + url + R"(,"MaxNumberOfMessages":11})",
              "com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue"},
             {"SendMessage", "{" + url + "}",
              "com.amazon.coral.service#MissingRequiredParameterException", "MissingParameter"},
             {"GetQueueAttributes", "{" + url + R"(,"AttributeNames":["x"]})",
              "com.amazonaws.sqs#InvalidAttributeName", "InvalidAttributeName"},
             {"SendMessageBatch", "{" + url + R"(,"Entries":[]})",
              "com.amazonaws.sqs#EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest"},
         }) {
      const HttpResponse refused = json("sqs", "AmazonSQS." + c.operation, c.body);
      CHECK(refused.status == 400);
      CHECK(contains(refused, R"({"__type":")" + c.type + "\""));
      CHECK(header(refused, "x-amzn-query-error") == c.code + ";Sender");
    }
  }

  // Amazon SQS API Reference, "StartMessageMoveTask": HTTP status code 404.
  TEST_CASE_FIXTURE(QueryFixture, "a queue that no task can find is not found") {
    CHECK(json("sqs", "AmazonSQS.StartMessageMoveTask",
               R"({"SourceArn":"arn:aws:sqs:us-east-1:000000000000:none"})")
              .status == 404);
    CHECK(json("sqs", "AmazonSQS.ListMessageMoveTasks",
               R"({"SourceArn":"arn:aws:sqs:us-east-1:000000000000:none"})")
              .status == 404);
  }
}

TEST_SUITE("server: traces") {
  // AWS X-Ray Developer Guide, "Amazon SQS and AWS X-Ray".
  TEST_CASE_FIXTURE(QueryFixture, "the trace of a request goes with all its messages") {
    const auto sent_traced = [&](const char* operation, std::string body) {
      HttpRequest request = signed_request("sqs", "POST", "/");
      request.headers.add("X-Amz-Target", std::string("AmazonSQS.") + operation);
      request.headers.add("X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793");
      request.body = Blob(std::move(body));
      return api.answer(request).status;
    };
    CHECK(sent_traced("SendMessage", R"({"QueueUrl":"orders","MessageBody":"a"})") == 200);
    CHECK(sent_traced("SendMessageBatch",
                      R"({"QueueUrl":"orders","Entries":[{"Id":"1","MessageBody":"b"},)"
                      R"({"Id":"2","MessageBody":"c","MessageSystemAttributes":{"AWSTraceHeader":)"
                      R"({"DataType":"String","StringValue":"Root=own"}}}]})") == 200);
    const auto got = aws.send(sqs::ReceiveMessage{.queue_url = "orders",
                                                  .message_system_attribute_names = {"All"},
                                                  .max_number_of_messages = 10})
                         .value()
                         .messages;
    REQUIRE(got.size() == 3);
    CHECK(got[0].attributes.at("AWSTraceHeader") == "Root=1-5759e988-bd862e3fe1be46a994272793");
    CHECK(got[1].attributes.at("AWSTraceHeader") == "Root=1-5759e988-bd862e3fe1be46a994272793");
    CHECK(got[2].attributes.at("AWSTraceHeader") == "Root=own");
  }
}

}  // namespace emu::server
