#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/sqs.h>
#include <emu/sts.h>

#include <string>

#include "wire/protocol/protocol.h"
#include "wire/xml/xml_reader.h"

using namespace emu;
using namespace emu::wire;

namespace {

const Protocol& query() { return protocol_of(ProtocolKind::kQuery); }

template <class Op>
Status read(std::string_view form, Op& in) {
  const HttpRequest http{.method = "POST"};
  const WireRequest request{.http = http, .form = parse_query_form(form).value()};
  return query().read_request(operation<Op>(), request, &in);
}

}  // namespace

TEST_SUITE("wire: the Query protocol") {
  TEST_CASE("a form becomes the operation's struct under SQS's older names") {
    sqs::SendMessageBatch in;
    REQUIRE(read("Action=SendMessageBatch&QueueUrl=u"
                 "&SendMessageBatchRequestEntry.1.Id=a"
                 "&SendMessageBatchRequestEntry.1.MessageBody=hi%20there"
                 "&SendMessageBatchRequestEntry.1.DelaySeconds=7"
                 "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Name=n"
                 "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType=Binary"
                 "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.BinaryValue=aGk%3D"
                 "&SendMessageBatchRequestEntry.2.Id=b",
                 in)
                .ok());
    REQUIRE(in.entries.size() == 2);
    CHECK(in.entries[0].message_body == "hi there");
    CHECK(in.entries[0].delay_seconds == std::chrono::seconds(7));
    CHECK(in.entries[0].message_attributes.at("n").binary_value->view() == "hi");
    CHECK(in.entries[1].id == "b");

    sqs::CreateQueue create;
    REQUIRE(read("QueueName=q&Attribute.1.Name=DelaySeconds&Attribute.1.Value=5"
                 "&Tag.1.Key=team&Tag.1.Value=bus",
                 create)
                .ok());
    CHECK(create.attributes.at("DelaySeconds") == "5");
    CHECK(create.tags.at("team") == "bus");
  }

  TEST_CASE("a result is a document with the id of the request") {
    const sqs::SendMessageResult out{.md5_of_message_body = "d", .message_id = "m<1>"};
    const HttpResponse response = query().write_result(operation<sqs::SendMessage>(), &out, "r-1");
    CHECK(response.status == 200);
    CHECK(response.body.view().find("<SendMessageResponse "
                                    "xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">"
                                    "<SendMessageResult><MD5OfMessageBody>d</MD5OfMessageBody>"
                                    "<MessageId>m&lt;1&gt;</MessageId></SendMessageResult>"
                                    "<ResponseMetadata><RequestId>r-1</RequestId>"
                                    "</ResponseMetadata></SendMessageResponse>") !=
          std::string_view::npos);
  }

  TEST_CASE("a result without members is left out, but for the one that is in the model") {
    const Nothing nothing;
    const HttpResponse bare = query().write_result(operation<iam::TagRole>(), &nothing, "r-1");
    CHECK(bare.body.view().find("TagRoleResult") == std::string_view::npos);
    const iam::UpdateRoleResult updated;
    const HttpResponse empty = query().write_result(operation<iam::UpdateRole>(), &updated, "r-1");
    const auto document = parse_xml(empty.body);
    REQUIRE(document.ok());
    CHECK(document->child("UpdateRoleResult") != nullptr);
  }

  TEST_CASE("received messages come flattened") {
    sqs::ReceiveMessageResult out;
    sqs::Message& message = out.messages.emplace_back();
    message.message_id = "m";
    message.attributes = {{"SenderId", "1"}};
    const HttpResponse response =
        query().write_result(operation<sqs::ReceiveMessage>(), &out, "r-1");
    CHECK(response.body.view().find("<ReceiveMessageResult><Message><MessageId>m</MessageId>") !=
          std::string_view::npos);
    CHECK(
        response.body.view().find("<Attribute><Name>SenderId</Name><Value>1</Value></Attribute>") !=
        std::string_view::npos);
  }

  TEST_CASE("IAM's lists are wrapped, in requests and in answers") {
    iam::CreateUser in;
    REQUIRE(read("UserName=ann&Tags.member.1.Key=a&Tags.member.1.Value=b", in).ok());
    REQUIRE(in.tags.size() == 1);
    CHECK(in.tags[0].key == "a");

    iam::ListUsersResult out;
    out.users.resize(1);
    out.users[0].user_name = "ann";
    const HttpResponse response = query().write_result(operation<iam::ListUsers>(), &out, "r-1");
    CHECK(response.body.view().find("<Users><member>") != std::string_view::npos);
    CHECK(response.body.view().starts_with("<ListUsersResponse"));
  }

  TEST_CASE("errors say whose fault it was, and SQS uses its older codes") {
    const Error error{.code = "QueueDoesNotExist", .message = "gone"};
    const HttpResponse response = query().write_error(*find_profile("sqs"), error, "r-1");
    CHECK(response.status == 400);
    CHECK(response.body.view().find("<Error><Type>Sender</Type>"
                                    "<Code>AWS.SimpleQueueService.NonExistentQueue</Code>"
                                    "<Message>The specified queue does not exist for this wsdl "
                                    "version.</Message><Detail/></Error>"
                                    "<RequestId>r-1</RequestId></ErrorResponse>") !=
          std::string_view::npos);
    sqs::SendMessageResult out;
    const Status status = query().read_response(operation<sqs::SendMessage>(), response, &out);
    REQUIRE(!status.ok());
    CHECK(status.error().code == "QueueDoesNotExist");
    CHECK(status.error().message == "The specified queue does not exist for this wsdl version.");
  }

  TEST_CASE("a value that cannot be read is named") {
    sqs::SendMessage in;
    const Status status = read("QueueUrl=u&MessageBody=b&DelaySeconds=soon", in);
    REQUIRE(!status.ok());
    CHECK(status.error().code == "MalformedInput");
    CHECK(status.error().message.find("DelaySeconds") != std::string::npos);
  }
}
