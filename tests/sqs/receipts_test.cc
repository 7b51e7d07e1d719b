// Source: Amazon SQS API Reference, "DeleteMessage" and "ChangeMessageVisibility"; Amazon SQS
// Developer Guide, "Amazon SQS visibility timeout".
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>
#include <vector>

#include "sqs/receipt_handle.h"
#include "sqs/support.h"

namespace emu::sqs {

TEST_SUITE("sqs: DeleteMessage") {
  TEST_CASE_FIXTURE(QueueFixture, "a message that is deleted does not come back") {
    send("seat 12A");
    aws.send(DeleteMessage{url, receive().messages.at(0).receipt_handle}).value();
    cloud.advance(1h);
    CHECK(receive().messages.empty());
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 0);
  }

  TEST_CASE_FIXTURE(QueueFixture, "deleting twice succeeds") {
    send("seat 12A");
    const std::string handle = receive().messages.at(0).receipt_handle;
    aws.send(DeleteMessage{url, handle}).value();
    send("seat 12B");
    CHECK(aws.send(DeleteMessage{url, handle}).ok());
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(QueueFixture,
                    "the handle of the last receive deletes, also after the timeout") {
    send("seat 12A");
    const std::string handle = receive().messages.at(0).receipt_handle;
    cloud.advance(36s);
    aws.send(DeleteMessage{url, handle}).value();
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 0);
  }

  TEST_CASE_FIXTURE(QueueFixture, "an older handle succeeds and deletes nothing") {
    send("seat 12A");
    const std::string old = receive().messages.at(0).receipt_handle;
    cloud.advance(36s);
    (void)receive();
    CHECK(aws.send(DeleteMessage{url, old}).ok());
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 1);
  }

  TEST_CASE_FIXTURE(QueueFixture, "what is no handle of this queue is refused") {
    send("seat 12A");
    const std::string handle = receive().messages.at(0).receipt_handle;
    const std::string other = create("other");
    const auto foreign = aws.send(DeleteMessage{other, handle});
    CHECK(code(foreign) == "ReceiptHandleIsInvalid");
    CHECK(message(foreign) == "The receipt handle \"" + handle + "\" is not valid for this queue.");
    for (const std::string& broken : {std::string("x"), handle + "A", "B" + handle.substr(1),
                                      handle.substr(0, 20) + "A" + handle.substr(21)}) {
      const auto refused = aws.send(DeleteMessage{url, broken});
      CHECK(code(refused) == "ReceiptHandleIsInvalid");
      CHECK(message(refused) ==
            "The input receipt handle \"" + broken + "\" is not a valid receipt handle.");
    }
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 1);
  }

  TEST_CASE_FIXTURE(QueueFixture, "a batch deletes what it can") {
    send("a");
    send("b");
    const auto got = receive(10).messages;
    const auto out =
        aws
            .send(DeleteMessageBatch{
                url,
                {{"1", got[0].receipt_handle}, {"2", "nonsense"}, {"3", got[1].receipt_handle}}})
            .value();
    REQUIRE(out.successful.size() == 2);
    CHECK(out.successful[1].id == "3");
    REQUIRE(out.failed.size() == 1);
    CHECK(out.failed[0].code == "ReceiptHandleIsInvalid");
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 0);
    CHECK(message(aws.send(DeleteMessageBatch{url, {}})) ==
          "There should be at least one DeleteMessageBatchRequestEntry in the request.");
  }
}

TEST_SUITE("sqs: ChangeMessageVisibility") {
  TEST_CASE_FIXTURE(QueueFixture, "a timeout is prolonged or ended from now on") {
    send("seat 12A");
    const std::string handle = receive().messages.at(0).receipt_handle;
    cloud.advance(30s);
    aws.send(ChangeMessageVisibility{url, handle, 60s}).value();
    cloud.advance(60s - 1us);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 1);
    aws.send(ChangeMessageVisibility{url, handle, 0s}).value();
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(QueueFixture, "a shortened timeout ends before those that were set earlier") {
    send("a");
    send("b");
    const auto got = receive(10).messages;
    aws.send(ChangeMessageVisibility{url, got[1].receipt_handle, 5s}).value();
    cloud.advance(5s);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 1);
    CHECK(receive().messages.at(0).body == "b");
  }

  TEST_CASE_FIXTURE(QueueFixture, "12 hours after the receive there is no more to give") {
    send("seat 12A");
    const std::string handle = receive().messages.at(0).receipt_handle;
    cloud.advance(1s);
    const auto refused = aws.send(ChangeMessageVisibility{url, handle, 43200s});
    CHECK(code(refused) == "InvalidParameterValue");
    CHECK(message(refused) ==
          "Value 43200 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout "
          "for the message is beyond the limit [43200 seconds]");
    CHECK(aws.send(ChangeMessageVisibility{url, handle, 43199s}).ok());
    // A new receive begins anew.
    cloud.advance(12h);
    CHECK(aws.send(ChangeMessageVisibility{url, receive().messages.at(0).receipt_handle, 43200s})
              .ok());
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(QueueFixture, "a message that is visible again stays so") {
    send("seat 12A");
    const std::string handle = receive().messages.at(0).receipt_handle;
    cloud.advance(36s);
    CHECK(aws.send(ChangeMessageVisibility{url, handle, 10s}).ok());
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    const auto batch =
        aws.send(ChangeMessageVisibilityBatch{url, {{"1", handle, 10s}}}).value().successful;
    CHECK(batch.size() == 1);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(QueueFixture, "the handle of an earlier receive changes the timeout too") {
    send("seat 12A");
    const std::string handle = receive().messages.at(0).receipt_handle;
    cloud.advance(36s);
    (void)receive();
    CHECK(aws.send(ChangeMessageVisibility{url, handle, 0s}).ok());
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(QueueFixture, "what cannot be changed is refused") {
    send("seat 12A");
    const std::string handle = receive().messages.at(0).receipt_handle;
    CHECK(code(aws.send(ChangeMessageVisibility{url, handle, 43201s})) == "InvalidParameterValue");
    CHECK(message(aws.send(ChangeMessageVisibility{.queue_url = url, .receipt_handle = handle})) ==
          "The request must contain the parameter VisibilityTimeout.");
    aws.send(DeleteMessage{url, handle}).value();
    const auto gone = aws.send(ChangeMessageVisibility{url, handle, 10s});
    CHECK(code(gone) == "InvalidParameterValue");
    CHECK(message(gone) == "Value " + handle +
                               " for parameter ReceiptHandle is invalid. Reason: Message does not "
                               "exist or is not available for visibility timeout change.");
  }

  TEST_CASE_FIXTURE(QueueFixture, "a batch changes what it can") {
    send("a");
    send("b");
    const auto got = receive(10).messages;
    const auto out =
        aws.send(ChangeMessageVisibilityBatch{
                     url, {{"1", got[0].receipt_handle, 0s}, {"2", got[1].receipt_handle, 50000s}}})
            .value();
    CHECK(out.successful.at(0).id == "1");
    CHECK(out.failed.at(0).id == "2");
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 1);
  }
}

TEST_SUITE("sqs: receipt handles") {
  TEST_CASE("a handle reads back as what it was made of, and looks like AWS's") {
    const Receipt receipt{.queue = 7, .message = 1U << 28U, .receive = 3};
    CHECK(decode_receipt(encode_receipt(receipt)) == receipt);
    CHECK(encode_receipt(receipt).starts_with("AQEB"));
    CHECK(encode_receipt(receipt) !=
          encode_receipt({.queue = 7, .message = 1U << 28U, .receive = 4}));
    CHECK_FALSE(decode_receipt("").has_value());
  }
}

}  // namespace emu::sqs
