// What a receipt handle lets its holder do.

#include <fmt/format.h>

#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

Error receipt_handle_invalid(std::string_view handle) {
  return error(
      errors::kReceiptHandleIsInvalid,
      fmt::format("The input receipt handle \"{}\" is not a valid receipt handle.", handle));
}

Error receipt_handle_foreign(std::string_view handle) {
  return error(errors::kReceiptHandleIsInvalid,
               fmt::format("The receipt handle \"{}\" is not valid for this queue.", handle));
}

Error message_gone(std::string_view handle) {
  return invalid_parameter(
      "ReceiptHandle", handle,
      "Message does not exist or is not available for visibility timeout change.");
}

Error receipt_handle_expired(std::string_view handle) {
  return invalid_parameter("ReceiptHandle", handle, "The receipt handle has expired.");
}

Error visibility_beyond_limit(std::int64_t seconds) {
  return invalid_parameter(
      "VisibilityTimeout", std::to_string(seconds),
      fmt::format("Total VisibilityTimeout for the message is beyond the limit [{} seconds]",
                  kVisibilityMax));
}

}  // namespace

Result<Receipt> Sqs::read_handle(const Queue& queue, std::string_view handle) const {
  const std::optional<Receipt> receipt = decode_receipt(handle);
  if (!receipt) return receipt_handle_invalid(handle);
  if (receipt->queue != queue.serial) return receipt_handle_foreign(handle);
  return *receipt;
}

// A standard queue answers success also when the message is gone or was received again since. In a
// FIFO queue a handle expires with the visibility timeout. Sources: Amazon SQS API Reference,
// "DeleteMessage", and "ReceiveMessage" on ReceiveRequestAttemptId; the text as clients report it.
Result<std::string> Sqs::delete_received(Queue& queue, std::string_view handle) {
  EMU_TRY(const Receipt receipt, read_handle(queue, handle));
  StoredMessage* message = queue.messages.find(receipt.message);
  if (message == nullptr) return std::string();
  const bool is_last = message->receipts == receipt.receive;
  const bool is_in_flight = message->state == StoredMessage::State::kInFlight;
  if (queue.attributes.is_fifo && !(is_last && is_in_flight)) return receipt_handle_expired(handle);
  if (!is_last) return std::string();
  std::string id(message->id());
  const bool was_full = queue.messages.in_flight() >= kInFlightMax;
  queue.messages.remove(receipt.message);
  ++queue.metrics.deleted;
  if (was_full) wake(queue, 1);
  return id;
}

Result<std::string> Sqs::leave_received(const Queue& queue, std::string_view handle) const {
  EMU_CHECK(read_handle(queue, handle));
  return std::string();
}

// Checks: Amazon SQS API Reference, "ChangeMessageVisibility".
Result<std::string> Sqs::change_visibility(Queue& queue, std::string_view handle,
                                           std::chrono::seconds timeout,
                                           const std::string& caller_arn) {
  if (timeout.count() < 0 || timeout.count() > kVisibilityMax) {
    return out_of_range("VisibilityTimeout", timeout.count(), 0, kVisibilityMax);
  }
  EMU_TRY(const Receipt receipt, read_handle(queue, handle));
  StoredMessage* message = queue.messages.find(receipt.message);
  if (message == nullptr) return message_gone(handle);
  // As recorded from AWS: a handle of an earlier receive will do, and a message that is visible
  // again stays so. In a FIFO queue the handle has expired.
  const bool is_in_flight = message->state == StoredMessage::State::kInFlight;
  if (queue.attributes.is_fifo && !(is_in_flight && message->receipts == receipt.receive)) {
    return message_gone(handle);
  }
  if (!is_in_flight) return std::string(message->id());
  const Time due = world_.now() + timeout;
  if (due > message->received + std::chrono::seconds(kVisibilityMax)) {
    return visibility_beyond_limit(timeout.count());
  }
  queue.messages.hide_until(receipt.message, due);
  world_.record<events::VisibilityChanged>([&](auto& event) {
    event.queue_arn = queue.arn;
    event.message_id = message->id();
    event.hidden_until = due;
    event.caller_arn = caller_arn;
  });
  return std::string(message->id());
}

}  // namespace emu::sqs
