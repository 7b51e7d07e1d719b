#include "dynamodb/errors.h"

#include <emu/dynamodb/errors.h>
#include <emu/dynamodb/values.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

constexpr std::string_view kCounted = "1 validation error detected: ";

}  // namespace

Error validation(std::string message) {
  return {.code = errors::kValidationException, .message = std::move(message)};
}

Error invalid_parameter(std::string_view what) {
  return validation(fmt::format("One or more parameter values were invalid: {}", what));
}

Error counted(Error error, Within within) {
  if (within == Within::kRequest) error.message.insert(0, kCounted);
  return error;
}

bool is_counted(const Error& error) { return error.message.starts_with(kCounted); }

Error resource_in_use(std::string message) {
  return {.code = errors::kResourceInUseException, .message = std::move(message)};
}

Error access_denied(std::string text) {
  return {.code = errors::kAccessDeniedException, .message = std::move(text)};
}

Error table_not_found_named(std::string_view name) {
  return {.code = errors::kResourceNotFoundException,
          .message = fmt::format("Requested resource not found: Table: {} not found", name)};
}

Error table_in_use(std::string_view name, std::string_view status) {
  const std::string_view doing = status == table_statuses::kCreating   ? "created"
                                 : status == table_statuses::kDeleting ? "deleted"
                                                                       : "updated";
  return resource_in_use(fmt::format(
      "Attempt to change a resource which is still in use: Table is being {}: {}", doing, name));
}

Error too_many_tables() {
  return {
      .code = errors::kLimitExceededException,
      .message = fmt::format(
          "Subscriber limit exceeded: There is a limit of {} tables per subscriber", kTablesMax)};
}

Error hash_key_must_be_first() {
  return validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
}

Error range_key_must_be_second() {
  return validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
}

Error key_has_no_definition() {
  return validation("Invalid KeySchema: Some index key attribute have no definition");
}

Error key_not_defined(const std::vector<KeySchemaElement>& keys,
                      const std::vector<AttributeDefinition>& definitions) {
  std::vector<std::string_view> key_names;
  key_names.reserve(keys.size());
  for (const KeySchemaElement& key : keys) key_names.push_back(key.attribute_name);
  std::vector<std::string_view> defined;
  defined.reserve(definitions.size());
  for (const AttributeDefinition& d : definitions) defined.push_back(d.attribute_name);
  return invalid_parameter(
      fmt::format("Some index key attributes are not defined in AttributeDefinitions. Keys: [{}], "
                  "AttributeDefinitions: [{}]",
                  fmt::join(key_names, ", "), fmt::join(defined, ", ")));
}

Error hash_key_too_long() {
  // DynamoDB's own text has no space before the number.
  return invalid_parameter(fmt::format(
      "Size of hashkey has exceeded the maximum size limit of{} bytes", kHashKeyBytesMax));
}

Error range_key_too_long() {
  return invalid_parameter(
      fmt::format("Aggregated size of all range keys has exceeded the size limit of {} bytes",
                  kRangeKeyBytesMax));
}

Error throughput_not_allowed() {
  return invalid_parameter(
      "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
      "PAY_PER_REQUEST");
}

Error on_demand_throughput_not_allowed() {
  return invalid_parameter(
      "OnDemandThroughput can only be specified when BillingMode is PAY_PER_REQUEST");
}

Error value_without_type() {
  return validation(
      "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
}

Error value_with_several_types() {
  return validation(
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
      "supported datatypes");
}

Error number_overflow() {
  return validation(
      "Number overflow. Attempting to store a number with magnitude larger than supported range");
}

Error number_underflow() {
  return validation(
      "Number underflow. Attempting to store a number with magnitude smaller than supported range");
}

Error number_too_long() {
  return validation("Attempting to store more than 38 significant digits in a Number");
}

Error updated_item_too_large() {
  return validation("Item size to update has exceeded the maximum allowed size");
}

Error nested_too_deeply() {
  return validation(
      "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels "
      "beyond supported limit");
}

}  // namespace emu::dynamodb
