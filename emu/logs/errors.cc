#include "logs/errors.h"

#include <fmt/format.h>

#include <utility>

#include "logs/limits.h"

namespace emu::logs {

namespace {

Error invalid_parameter(std::string message) {
  return {.code = "InvalidParameterException", .message = std::move(message)};
}

Error not_found(std::string message) {
  return {.code = "ResourceNotFoundException", .message = std::move(message)};
}

Error already_exists(std::string message) {
  return {.code = "ResourceAlreadyExistsException", .message = std::move(message)};
}

}  // namespace

Error access_denied(const Call&, const std::string& text) {
  return {.code = "AccessDeniedException", .message = text};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return invalid_parameter(validation_text(violations));
}

Error group_exists() { return already_exists("The specified log group already exists"); }
Error stream_exists() { return already_exists("The specified log stream already exists"); }
Error group_does_not_exist() { return not_found("The specified log group does not exist."); }
Error stream_does_not_exist() { return not_found("The specified log stream does not exist."); }
Error resource_does_not_exist() { return not_found("The specified resource does not exist."); }

Error groups_limit() {
  return {.code = "LimitExceededException", .message = "Resource limit exceeded."};
}

Error reserved_group_name() {
  return invalid_parameter("Log groups starting with AWS/ are reserved for AWS.");
}

Error retention_not_allowed(std::int32_t days) {
  return invalid_parameter(
      fmt::format("1 validation error detected: Value '{}' at 'retentionInDays' failed to satisfy "
                  "constraint: Member must satisfy enum value set: [{}]",
                  days, fmt::join(kRetentionDays, ", ")));
}

Error prefix_and_pattern() {
  return invalid_parameter(
      "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
}

Error prefix_with_last_event_time() {
  return invalid_parameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
}

Error streams_and_prefix() {
  return invalid_parameter(
      "You can't specify both logStreamNames and logStreamNamePrefix in the same request.");
}

Error name_and_identifier() {
  return invalid_parameter(
      "You must specify either logGroupName or logGroupIdentifier, but not both.");
}

Error accounts_without_linked() {
  return invalid_parameter("accountIdentifiers can only be used with includeLinkedAccounts.");
}

Error not_chronological() {
  return invalid_parameter(
      "Log events in a single PutLogEvents request must be in chronological order.");
}

Error batch_span_too_long() {
  return invalid_parameter(
      "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
}

Error batch_too_large(std::size_t bytes) {
  return invalid_parameter(
      fmt::format("Upload too large: {} bytes exceeds limit of {}", bytes, kBatchBytesMax));
}

Error event_too_large(std::size_t bytes) {
  return invalid_parameter(
      fmt::format("Log event too large: {} bytes exceeds limit of {}", bytes, kEventBytesMax));
}

Error invalid_token() { return invalid_parameter("The specified nextToken is invalid."); }

Error invalid_arn() { return invalid_parameter("The specified resource ARN is invalid."); }

Error invalid_filter_pattern(std::string_view why) {
  return invalid_parameter(fmt::format("Invalid filter pattern: {}", why));
}

Error too_many_tags() {
  return {.code = "TooManyTagsException", .message = "A resource can have no more than 50 tags."};
}

}  // namespace emu::logs
