#include "sqs/errors.h"

#include <fmt/format.h>

#include <utility>

#include "sqs/limits.h"

namespace emu::sqs {

namespace {

constexpr int kForbidden = 403;

Error error(std::string_view code, std::string message, int status = 400) {
  return {.code = std::string(code), .message = std::move(message), .status = status};
}

Error invalid_value(std::string message) {
  return error("InvalidParameterValue", std::move(message));
}

}  // namespace

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
  return error("AccessDenied", std::move(text), kForbidden);
}

Error missing_parameter(std::string_view name) {
  return error("MissingParameter", fmt::format("The request must contain the parameter {}.", name));
}

Error invalid_parameter(std::string_view name, std::string_view value, std::string_view reason) {
  return invalid_value(
      fmt::format("Value {} for parameter {} is invalid. Reason: {}", value, name, reason));
}

Error out_of_range(std::string_view name, std::int64_t value, std::int64_t min, std::int64_t max) {
  return invalid_parameter(name, std::to_string(value),
                           fmt::format("Must be >= {} and <= {}, if provided.", min, max));
}

Error count_out_of_range(std::string_view name, std::int64_t value, std::int64_t max) {
  return invalid_parameter(name, std::to_string(value),
                           fmt::format("Must be between 1 and {}, if provided.", max));
}

Error invalid_next_token(std::string_view token) {
  return invalid_parameter("NextToken", token, "Invalid or expired next token.");
}

Error queue_does_not_exist() {
  return error("QueueDoesNotExist", "The specified queue does not exist.");
}

Error queue_deleted_recently() {
  return error("QueueDeletedRecently",
               fmt::format("You must wait {} seconds after deleting a queue before you can create "
                           "another with the same name.",
                           kQueueNameReusedAfter.count()));
}

Error queue_name_exists(std::string_view attribute) {
  return error("QueueNameExists", fmt::format("A queue already exists with the same name and a "
                                              "different value for attribute {}",
                                              attribute));
}

Error invalid_queue_name() {
  return invalid_value(fmt::format(
      "Can only include alphanumeric characters, hyphens, or underscores. 1 to {} in length",
      kQueueNameMax));
}

Error purge_in_progress(std::string_view queue_name) {
  return error("PurgeQueueInProgress",
               fmt::format("Only one PurgeQueue operation on {} is allowed every {} seconds.",
                           queue_name, kPurgeInterval.count()),
               kForbidden);
}

Error unknown_attribute(std::string_view name) {
  return error("InvalidAttributeName", fmt::format("Unknown Attribute {}.", name));
}

Error invalid_attribute_value(std::string_view name) {
  return error("InvalidAttributeValue", fmt::format("Invalid value for the parameter {}.", name));
}

Error fifo_not_offered() {
  return error("InvalidAttributeValue",
               "Invalid value for the parameter FifoQueue. Reason: FIFO queues are not offered by "
               "this testbed.");
}

Error invalid_redrive(std::string_view value, std::string_view reason) {
  return invalid_parameter("RedrivePolicy", value, reason);
}

Error redrive_not_json(std::string_view value) {
  return invalid_redrive(value, "Redrive policy is not a valid JSON map.");
}

Error redrive_lacks(std::string_view value, std::string_view member) {
  return invalid_redrive(
      value, fmt::format("Redrive policy does not contain mandatory attribute: {}.", member));
}

Error redrive_count_invalid(std::string_view value, std::string_view count) {
  return invalid_redrive(
      value,
      fmt::format(
          "Invalid value for maxReceiveCount: {}, valid values are from {} to {} both inclusive.",
          count, kReceiveCountMin, kReceiveCountMax));
}

Error redrive_target_invalid(std::string_view value) {
  return invalid_redrive(value, "Invalid value for deadLetterTargetArn.");
}

Error redrive_target_missing(std::string_view value) {
  return invalid_redrive(value, "Dead letter target does not exist.");
}

Error redrive_target_elsewhere(std::string_view value) {
  return invalid_redrive(
      value, "Dead letter target must be in the same account and region as the source.");
}

Error redrive_not_allowed(std::string_view value) {
  return invalid_redrive(value,
                         "The RedriveAllowPolicy of the dead letter target does not allow it.");
}

Error invalid_redrive_allow(std::string_view value, std::string_view reason) {
  return invalid_parameter("RedriveAllowPolicy", value, reason);
}

Error too_many_tags(std::string_view queue_name) {
  return invalid_value(fmt::format("Too many tags added for queue {}.", queue_name));
}

Error invalid_tag(std::string_view reason) { return invalid_value(std::string(reason)); }

Error invalid_label(std::string_view label) {
  return invalid_parameter("Label", label,
                           "Can only include alphanumeric characters, hyphens, or underscores. 1 "
                           "to 80 in length.");
}

Error label_exists(std::string_view label) {
  return invalid_parameter("Label", label, "Already exists.");
}

Error label_unknown(std::string_view label) {
  return invalid_parameter("Label", label, "can't find label.");
}

Error invalid_action(std::string_view action) {
  return invalid_parameter("ActionName", fmt::format("SQS:{}", action),
                           "Please refer to the appropriate WSDL for a list of valid actions.");
}

Error invalid_account(std::string_view account) {
  return invalid_parameter("PrincipalId", fmt::format("[{}]", account), "Unable to verify.");
}

Error too_many_actions(std::size_t count) {
  return error(
      "OverLimit",
      fmt::format("{} Actions were found, maximum allowed is {}.", count, kPermissionActionsMax),
      kForbidden);
}

Error too_many_statements() {
  return error("OverLimit",
               fmt::format("The policy can have at most {} statements.", kPermissionStatementsMax),
               kForbidden);
}

Error message_too_long(std::int64_t bytes_max) {
  return invalid_value(fmt::format(
      "One or more parameters are invalid. Reason: Message must be shorter than {} bytes.",
      bytes_max));
}

Error delay_out_of_range(std::int64_t delay) {
  return invalid_parameter("DelaySeconds", std::to_string(delay),
                           fmt::format("DelaySeconds must be >= 0 and <= {}.", kDelayMax));
}

Error invalid_message_contents(std::string_view character) {
  return error("InvalidMessageContents",
               fmt::format("Invalid binary character '{}' was found in the message body, the set "
                           "of allowed characters is #x9 | #xA | #xD | [#x20-#xD7FF] | "
                           "[#xE000-#xFFFD] | [#x10000-#x10FFFF].",
                           character));
}

Error fifo_parameter(std::string_view name, std::string_view value) {
  return invalid_parameter(name, value,
                           "The request include parameter that is not valid for this queue type");
}

Error invalid_group_id(std::string_view value) {
  return invalid_parameter("MessageGroupId", value,
                           fmt::format("MessageGroupId can only include alphanumeric and "
                                       "punctuation characters. 1 to {} in length",
                                       kMessageGroupIdMax));
}

Error too_many_attributes(std::size_t count) {
  return invalid_value(
      fmt::format("Number of message attributes [{}] exceeds the allowed maximum [{}].", count,
                  kMessageAttributesMax));
}

Error empty_attribute_name() {
  return invalid_value("The request must contain non-empty message (user) attribute names.");
}

Error attribute_name_invalid(std::string_view name) {
  return invalid_value(
      fmt::format("Message (user) attribute name '{}' is invalid. It can contain alphanumeric "
                  "characters, hyphens, underscores and periods, no periods at its ends or in a "
                  "row, and up to {} characters.",
                  name, kMessageAttributeNameMax));
}

Error attribute_name_reserved(std::string_view name) {
  return invalid_value(fmt::format(
      "Message (user) attribute name '{}' begins with a reserved prefix: AWS. or Amazon.", name));
}

Error empty_attribute_type(std::string_view name) {
  return invalid_value(
      fmt::format("The message (user) attribute '{}' must contain a non-empty message attribute "
                  "type.",
                  name));
}

Error attribute_type_invalid(std::string_view name) {
  return invalid_value(
      fmt::format("The type of message (user) attribute '{}' is invalid. You must use only the "
                  "following supported type prefixes: Binary, Number, String.",
                  name));
}

Error empty_attribute_value(std::string_view name, std::string_view type) {
  return invalid_value(fmt::format(
      "Message (user) attribute '{}' must contain a non-empty value of type '{}'.", name, type));
}

Error attribute_value_field(std::string_view name, std::string_view type, bool is_binary) {
  return invalid_value(
      fmt::format("The message (user) attribute '{}' with type '{}' must use "
                  "field '{}'.",
                  name, type, is_binary ? "Binary" : "String"));
}

Error attribute_not_a_number(std::string_view name) {
  return invalid_value(
      fmt::format("Can't cast the value of message (user) attribute '{}' to a number.", name));
}

Error forbidden_attribute_character(std::string_view name, std::string_view character) {
  return invalid_value(
      fmt::format("Invalid binary character '{}' was found in the value of message "
                  "(user) attribute '{}'.",
                  character, name));
}

Error lists_not_supported(std::string_view name) {
  return error("UnsupportedOperation",
               fmt::format("Message (user) attribute lists in '{}' are not supported.", name));
}

Error unknown_system_attribute(std::string_view name) {
  return invalid_value(fmt::format("Message system attribute name '{}' is invalid.", name));
}

Error trace_header_not_a_string() {
  return invalid_value("The type of message system attribute 'AWSTraceHeader' must be String.");
}

Error too_many_in_flight() {
  return error("OverLimit",
               fmt::format("Too many messages in flight: the maximum is {}.", kInFlightMax),
               kForbidden);
}

Error receipt_handle_invalid(std::string_view handle) {
  return error(
      "ReceiptHandleIsInvalid",
      fmt::format("The input receipt handle \"{}\" is not a valid receipt handle.", handle));
}

Error receipt_handle_foreign(std::string_view handle) {
  return error("ReceiptHandleIsInvalid",
               fmt::format("The receipt handle \"{}\" is not valid for this queue.", handle));
}

Error not_in_flight() {
  return error("MessageNotInflight", "The specified message isn't in flight.");
}

Error message_gone(std::string_view handle) {
  return invalid_parameter(
      "ReceiptHandle", handle,
      "Message does not exist or is not available for visibility timeout change.");
}

Error visibility_beyond_limit(std::int64_t seconds) {
  return invalid_parameter(
      "VisibilityTimeout", std::to_string(seconds),
      fmt::format("Total VisibilityTimeout for the message is beyond the limit [{} seconds]",
                  kVisibilityMax));
}

Error empty_batch(std::string_view operation) {
  return error(
      "EmptyBatchRequest",
      fmt::format("There should be at least one {}RequestEntry in the request.", operation));
}

Error too_many_entries(std::size_t count) {
  return error("TooManyEntriesInBatchRequest",
               fmt::format("Maximum number of entries per request are {}. You have sent {}.",
                           kBatchEntriesMax, count));
}

Error invalid_entry_id() {
  return error("InvalidBatchEntryId",
               fmt::format("A batch entry id can only contain alphanumeric characters, hyphens and "
                           "underscores. It can be at most {} letters long.",
                           kBatchEntryIdMax));
}

Error repeated_entry_id(std::string_view id) {
  return error("BatchEntryIdsNotDistinct", fmt::format("Id {} repeated.", id));
}

Error batch_too_long(std::size_t bytes) {
  return error("BatchRequestTooLong",
               fmt::format("Batch requests cannot be longer than {} bytes. You have sent {} bytes.",
                           kBatchBytesMax, bytes));
}

Error move_source_missing() {
  return error("ResourceNotFoundException",
               "The resource that you specified for the SourceArn parameter doesn't exist.");
}

Error move_source_not_dead_letter(std::string_view arn) {
  return invalid_parameter("SourceArn", arn,
                           "Source queue must be configured as a Dead Letter Queue.");
}

Error move_destination_missing() {
  return error("ResourceNotFoundException",
               "The resource that you specified for the DestinationArn parameter doesn't exist.");
}

Error move_task_running() {
  return error(
      "UnsupportedOperation",
      "There is already a task running. Only one active task is allowed for a source queue "
      "arn at a given time.");
}

Error move_task_unknown() { return error("ResourceNotFoundException", "Task does not exist."); }

std::string hex_reference(char32_t character) {
  return fmt::format("#x{:X}", static_cast<std::uint32_t>(character));
}

}  // namespace emu::sqs
