#include "lambda/errors.h"

#include <fmt/format.h>

#include "lambda/limits.h"

namespace emu::lambda {

namespace {

Error invalid_parameter(std::string message) {
  return {.code = "InvalidParameterValueException",
          .message = std::move(message),
          .fields = {{"Type", "User"}}};
}

Error not_found(std::string message) {
  return {.code = "ResourceNotFoundException",
          .message = std::move(message),
          .status = 404,
          .fields = {{"Type", "User"}}};
}

Error conflict(std::string message) {
  return {.code = "ResourceConflictException",
          .message = std::move(message),
          .status = 409,
          .fields = {{"Type", "User"}}};
}

Error throttled(std::string reason) {
  return {.code = "TooManyRequestsException",
          .message = "Rate Exceeded.",
          .status = 429,
          .fields = {{"Type", "User"}, {"Reason", std::move(reason)}}};
}

Error too_large(std::size_t bytes, std::string_view operation) {
  return {.code = "RequestTooLargeException",
          .message = fmt::format("Request must be smaller than {} bytes for the {} operation",
                                 bytes, operation),
          .status = 413,
          .fields = {{"Type", "User"}}};
}

}  // namespace

Error access_denied(const Call&, const std::string& text) {
  return {.code = "AccessDeniedException", .message = text, .status = 403};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return {.code = "ValidationException", .message = validation_text(violations)};
}

Error function_not_found(std::string_view arn) {
  return not_found(fmt::format("Function not found: {}", arn));
}

Error function_not_in_region(std::string_view function_region, std::string_view region) {
  return not_found(fmt::format("Functions from '{}' are not reachable in this region ('{}')",
                               function_region, region));
}

Error function_exists(std::string_view name) {
  return conflict(fmt::format("Function already exist: {}", name));
}

Error function_name_too_long(std::string_view name) {
  return {.code = "ValidationException",
          .message = fmt::format("1 validation error detected: Value '{}' at 'functionName' failed "
                                 "to satisfy constraint: Member must have length less than or "
                                 "equal to {}",
                                 name, kFunctionNameMax)};
}

Error qualifiers_differ() {
  return invalid_parameter(
      "The derived qualifier from the function name does not match the specified qualifier.");
}

Error only_latest_is_kept() {
  return invalid_parameter("$LATEST version cannot be deleted without deleting the function.");
}

Error runtime_and_handler_required() {
  return invalid_parameter(
      "Runtime and Handler are mandatory parameters for functions created with deployment "
      "packages.");
}

Error image_takes_no_runtime_or_handler() {
  return invalid_parameter(
      "Please don't provide Handler or Runtime or Layer when the intended function PackageType is "
      "Image");
}

Error code_missing() { return invalid_parameter("Please provide a source for function code."); }

Error code_too_large(std::string_view operation) {
  Error error = too_large(kCodeRequestBytesMax, operation);
  error.code = "RequestEntityTooLargeException";
  return error;
}

Error environment_too_large(std::string_view measured) {
  return invalid_parameter(fmt::format(
      "Lambda was unable to configure your environment variables because the environment variables "
      "you have provided exceeded the 4KB limit. String measured: {}",
      measured));
}

Error environment_names_reserved(std::string_view names) {
  return invalid_parameter(fmt::format(
      "Lambda was unable to configure your environment variables because the environment variables "
      "you have provided contains reserved keys that are currently not supported for modification. "
      "Reserved keys used in this request: {}",
      names));
}

Error environment_name_invalid() {
  return {.code = "ValidationException",
          .message =
              "1 validation error detected: Value at 'environment.variables' failed to "
              "satisfy constraint: Map keys must satisfy constraint: [Member must satisfy "
              "regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]"};
}

Error too_many_layers() {
  return invalid_parameter(fmt::format("Cannot reference more than {} layers.", kLayersMax));
}

Error too_many_tags() {
  return invalid_parameter(fmt::format("A resource cannot have more than {} tags.", kTagsMax));
}

Error role_cannot_be_assumed() {
  return invalid_parameter("The role defined for the function cannot be assumed by Lambda.");
}

Error role_lacks_permission(std::string_view action, std::string_view service) {
  return invalid_parameter(fmt::format(
      "The provided execution role does not have permissions to call {} on {}", action, service));
}

Error dead_letter_target_unsupported(std::string_view arn) {
  return invalid_parameter(
      fmt::format("The DLQ target must be an SQS queue of the function's region: {}", arn));
}

Error revision_differs() {
  return {.code = "PreconditionFailedException",
          .message =
              "The Revision Id provided does not match the latest Revision Id. Call the "
              "GetFunction/GetAlias API to retrieve the latest Revision Id",
          .status = 412,
          .fields = {{"Type", "User"}}};
}

Error payload_is_not_json(std::string_view why) {
  return {.code = "InvalidRequestContentException",
          .message = fmt::format("Could not parse request body into json: {}", why),
          .fields = {{"Type", "User"}}};
}

Error payload_too_large(std::size_t bytes_max) { return too_large(bytes_max, "InvokeFunction"); }

Error throttled_by_reservation() {
  return throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
}

Error throttled_by_account() { return throttled("ConcurrentInvocationLimitExceeded"); }

bool is_throttled(const Error& error) { return error.status == 429; }

Error too_much_reserved() {
  return invalid_parameter(
      fmt::format("Specified ReservedConcurrentExecutions for function decreases account's "
                  "UnreservedConcurrentExecution below its minimum value of [{}].",
                  kUnreservedConcurrencyMin));
}

Error event_invoke_config_not_found(std::string_view arn) {
  return not_found(fmt::format("The function {} doesn't have an EventInvokeConfig", arn));
}

Error event_invoke_config_empty() {
  return invalid_parameter(
      "You must specify at least one of error handling or destination setting.");
}

Error destination_unsupported(std::string_view arn) {
  return invalid_parameter(
      fmt::format("The destination must be an SQS queue or a Lambda function: {}", arn));
}

Error role_cannot_reach_destination(std::string_view action, std::string_view arn) {
  return invalid_parameter(fmt::format(
      "The function's execution role does not have permissions to call {} on {}", action, arn));
}

Error statement_exists() {
  return conflict(
      "The statement id (sid) provided already exists. Please provide a new statement id, or "
      "remove the existing statement.");
}

Error statement_not_found(std::string_view id) {
  return not_found(fmt::format("Statement {} is not found in resource policy.", id));
}

Error policy_not_found() { return not_found("The resource you requested does not exist."); }

Error policy_too_large(std::size_t bytes) {
  return {.code = "PolicyLengthExceededException",
          .message = fmt::format("The final policy size ({}) is bigger than the limit ({}).", bytes,
                                 kPolicyBytesMax),
          .fields = {{"Type", "User"}}};
}

Error principal_invalid() {
  return invalid_parameter(
      "The provided principal was invalid. Please check the principal and try again.");
}

Error resource_arn_invalid(std::string_view arn) {
  return invalid_parameter(fmt::format("The resource ARN is not of a Lambda resource: {}", arn));
}

Error reserved_tag_key() {
  return invalid_parameter(
      "Tag keys cannot start with 'aws:', a prefix that is reserved for system tags.");
}

Error mapping_not_found() { return not_found("The resource you requested does not exist."); }

Error mapping_exists(std::string_view source_arn, std::string_view function,
                     std::string_view uuid) {
  return conflict(
      fmt::format("The event source arn (\" {} \") and function (\" {} \") provided mapping "
                  "already exists. Please update or delete the existing mapping with UUID {}",
                  source_arn, function, uuid));
}

Error mapping_is_busy() {
  return {.code = "ResourceInUseException",
          .message = "Cannot update the event source mapping because it is in use.",
          .fields = {{"Type", "User"}}};
}

Error source_unsupported(std::string_view arn) {
  return invalid_parameter(fmt::format("Unrecognized event source, must be an SQS queue: {}", arn));
}

Error source_in_other_region(std::string_view source_region, std::string_view region) {
  return invalid_parameter(
      fmt::format("The event source's region ({}) does not match the function's region ({})",
                  source_region, region));
}

Error source_does_not_answer(std::string_view operation, const Error& error) {
  // SQS had another name for this one before it spoke JSON, and Lambda still shows that.
  const bool missing = error.code == "QueueDoesNotExist";
  return invalid_parameter(fmt::format(
      "Error occurred while {}. SQS Error Code: {}. SQS Error Message: {}", operation,
      missing ? std::string_view("AWS.SimpleQueueService.NonExistentQueue") : error.code,
      error.message));
}

Error visibility_too_short(std::chrono::seconds visibility, std::chrono::seconds timeout) {
  return invalid_parameter(
      fmt::format("Queue visibility timeout: {} seconds is less than Function timeout: {} seconds",
                  visibility.count(), timeout.count()));
}

Error batch_needs_window() {
  return invalid_parameter(
      fmt::format("Maximum batch window in seconds must be greater than 0 if maximum batch size is "
                  "greater than {}",
                  kBatchSizeWithoutWindowMax));
}

Error parameter_unsupported_for_sqs(std::string_view parameter) {
  return invalid_parameter(
      fmt::format("Unsupported parameter for event source SQS: {}", parameter));
}

Error filter_invalid(std::string_view why) {
  return invalid_parameter(fmt::format("Invalid filter pattern definition. ({})", why));
}

Error too_many_filters() {
  return invalid_parameter(fmt::format(
      "The number of filters exceeds the limit of {} for an event source mapping.", kFiltersMax));
}

Error marker_invalid() { return invalid_parameter("The provided marker is invalid."); }

std::string timed_out_text(std::chrono::seconds timeout) {
  return fmt::format("Task timed out after {}.00 seconds", timeout.count());
}

std::string exit_text(std::string_view request_id) {
  return fmt::format("RequestId: {} Error: Runtime exited with error: exit status 1", request_id);
}

std::string import_error_text(std::string_view module) {
  return fmt::format("Unable to import module '{}': No module named '{}'", module, module);
}

std::string response_too_large_text() {
  return fmt::format("Response payload size exceeded maximum allowed payload size ({} bytes).",
                     kResponseBytesMax);
}

}  // namespace emu::lambda
