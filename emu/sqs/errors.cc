#include "sqs/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sqs/limits.h"

namespace emu::sqs {

Error error(std::string_view code, std::string message, int status) {
  return {.code = std::string(code), .message = std::move(message), .status = status};
}

Error invalid_value(std::string message) {
  return error(errors::kInvalidParameterValue, std::move(message));
}

Error invalid_parameter(std::string_view name, std::string_view value, std::string_view reason) {
  return invalid_value(
      fmt::format("Value {} for parameter {} is invalid. Reason: {}", value, name, reason));
}

// SQS writes the action in lower case, as users of the AWS CLI and SDKs report it: "… is not
// authorized to perform: sqs:sendmessage on …".
Error access_denied_error(std::string text) {
  constexpr std::string_view kAction = " sqs:";
  for (auto at = text.find(kAction); at != std::string::npos; at = text.find(kAction, at)) {
    at += kAction.size();
    for (; at < text.size() && text[at] != ' '; ++at) {
      if (text[at] >= 'A' && text[at] <= 'Z') text[at] = static_cast<char>(text[at] - 'A' + 'a');
    }
  }
  return error(errors::kAccessDenied, std::move(text), kForbidden);
}

Error missing_parameter(std::string_view name) {
  return error(errors::kMissingParameter,
               fmt::format("The request must contain the parameter {}.", name));
}

Error out_of_range(std::string_view name, std::int64_t value, std::int64_t min, std::int64_t max) {
  return invalid_parameter(name, std::to_string(value),
                           fmt::format("Must be >= {} and <= {}, if provided.", min, max));
}

Error not_for_this_queue_type(std::string_view name, std::string_view value) {
  return invalid_parameter(name, value,
                           "The request include parameter that is not valid for this queue type.");
}

Status check_token(std::string_view name, std::string_view value) {
  if (!value.empty() && value.size() <= kTokenMax &&
      std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < '\x7f'; })) {
    return {};
  }
  return invalid_parameter(name, value,
                           fmt::format("{} can only include alphanumeric and punctuation "
                                       "characters. 1 to {} in length.",
                                       name, kTokenMax));
}

Error count_out_of_range(std::string_view name, std::int64_t value, std::int64_t max) {
  return invalid_parameter(name, std::to_string(value),
                           fmt::format("Must be between 1 and {}, if provided.", max));
}

Error queue_does_not_exist() {
  return error(errors::kQueueDoesNotExist, "The specified queue does not exist.");
}

Error invalid_address(std::string_view queue_url) {
  return error(errors::kInvalidAddress,
               fmt::format("The address {} is not valid for this endpoint.", queue_url), kNotFound);
}

Error no_queue_name() {
  return invalid_value(
      "Value for parameter QueueName is invalid. Reason: Must specify a queue name.");
}

Error invalid_queue_name() {
  return invalid_value(fmt::format(
      "Can only include alphanumeric characters, hyphens, or underscores. 1 to {} in length",
      kQueueNameMax));
}

Error invalid_fifo_queue_name() {
  return invalid_value(
      fmt::format("The name of a FIFO queue can only include alphanumeric characters, hyphens, or "
                  "underscores, must end with .fifo suffix and be 1 to {} in length.",
                  kQueueNameMax));
}

Error unknown_attribute(std::string_view name) {
  return error(errors::kInvalidAttributeName, fmt::format("Unknown Attribute {}.", name));
}

Error invalid_redrive(std::string_view value, std::string_view reason) {
  return invalid_parameter("RedrivePolicy", value, reason);
}

Error empty_batch(std::string_view operation) {
  return error(
      errors::kEmptyBatchRequest,
      fmt::format("There should be at least one {}RequestEntry in the request.", operation));
}

Error too_many_entries(std::size_t count) {
  return error(errors::kTooManyEntriesInBatchRequest,
               fmt::format("Maximum number of entries per request are {}. You have sent {}.",
                           kBatchEntriesMax, count));
}

Error invalid_entry_id() {
  return error(errors::kInvalidBatchEntryId,
               fmt::format("A batch entry id can only contain alphanumeric characters, hyphens and "
                           "underscores. It can be at most {} letters long.",
                           kBatchEntryIdMax));
}

Error repeated_entry_id(std::string_view id) {
  return error(errors::kBatchEntryIdsNotDistinct, fmt::format("Id {} repeated.", id));
}

}  // namespace emu::sqs
