#include "dynamodb/errors.h"

#include <emu/describe.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <utility>

#include "dynamodb/limits.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

Error resource_in_use(std::string message) {
  return {.code = "ResourceInUseException", .message = std::move(message)};
}

// The item that a failed condition was held against.
struct ConditionFailure {
  Item item;
  static void describe(StructureShape<ConditionFailure>& s) {
    s.member("Item", &ConditionFailure::item);
  }
};

class ConditionFailureDetail final : public ErrorDetail {
 public:
  explicit ConditionFailureDetail(Item item) : failure_{std::move(item)} {}
  const Shape& shape() const override { return shape_of<ConditionFailure>(); }
  const void* value() const override { return &failure_; }

 private:
  ConditionFailure failure_;
};

std::string_view set_kind(Type type) { return type == Type::kNs ? "number" : "string"; }

}  // namespace

Error validation(std::string message) {
  return {.code = "ValidationException", .message = std::move(message)};
}

Error invalid_parameter(std::string_view what) {
  return validation(fmt::format("One or more parameter values were invalid: {}", what));
}

Error access_denied(std::string text) {
  return {.code = "AccessDeniedException", .message = std::move(text)};
}

Error table_not_found() {
  return {.code = "ResourceNotFoundException", .message = "Requested resource not found"};
}

Error table_not_found_named(std::string_view name) {
  return {.code = "ResourceNotFoundException",
          .message = fmt::format("Requested resource not found: Table: {} not found", name)};
}

Error table_exists(std::string_view name) {
  return resource_in_use(fmt::format("Table already exists: {}", name));
}

Error table_in_use(std::string_view name, std::string_view status) {
  const std::string_view doing = status == "CREATING"   ? "created"
                                 : status == "DELETING" ? "deleted"
                                                        : "updated";
  return resource_in_use(fmt::format(
      "Attempt to change a resource which is still in use: Table is being {}: {}", doing, name));
}

Error too_many_tables() {
  return {
      .code = "LimitExceededException",
      .message = fmt::format(
          "Subscriber limit exceeded: There is a limit of {} tables per subscriber", kTablesMax)};
}

Error table_is_protected() {
  return validation(
      "Resource cannot be deleted as it is currently protected against deletion. Disable deletion "
      "protection first.");
}

Error secondary_indexes_not_supported() {
  return invalid_parameter("Secondary indexes are not supported here");
}

Error hash_key_must_be_first() {
  return validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
}

Error range_key_must_be_second() {
  return validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
}

Error keys_have_same_name() {
  return validation(
      "Both the Hash Key and the Range Key element in the KeySchema have the same name");
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

Error definitions_do_not_match_keys() {
  return invalid_parameter(
      "Number of attributes in KeySchema does not exactly match number of attributes defined in "
      "AttributeDefinitions");
}

Error duplicate_definition(std::string_view name) {
  return invalid_parameter(
      fmt::format("Duplicate AttributeName in AttributeDefinitions: {}", name));
}

Error throughput_required() {
  return invalid_parameter(
      "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is "
      "PROVISIONED");
}

Error throughput_not_allowed() {
  return invalid_parameter(
      "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
      "PAY_PER_REQUEST");
}

Error throughput_out_of_bounds(std::int64_t value, std::string_view member) {
  return validation(fmt::format("Given value {} for {} is out of bounds", value, member));
}

Error throughput_unchanged(const ProvisionedThroughput& current) {
  return validation(fmt::format(
      "The provisioned throughput for the table will not change. The requested value equals the "
      "current value. Current ReadCapacityUnits provisioned for the table: {0}. Requested "
      "ReadCapacityUnits: {0}. Current WriteCapacityUnits provisioned for the table: {1}. "
      "Requested WriteCapacityUnits: {1}. Refer to the Amazon DynamoDB Developer Guide for current "
      "limits and how to request higher limits.",
      current.read_capacity_units, current.write_capacity_units));
}

Error on_demand_throughput_not_allowed() {
  return invalid_parameter(
      "OnDemandThroughput can only be specified when BillingMode is PAY_PER_REQUEST");
}

Error stream_view_type_required() {
  return invalid_parameter("StreamViewType must be specified when StreamEnabled is true");
}

Error stream_view_type_not_allowed() {
  return invalid_parameter("StreamViewType cannot be specified when StreamEnabled is false");
}

Error stream_already_enabled(std::string_view table) {
  return validation(fmt::format("Table already has an enabled stream: TableName: {}", table));
}

Error stream_not_enabled(std::string_view table) {
  return validation(fmt::format("Table does not have a stream to disable: TableName: {}", table));
}

Error encryption_key_not_allowed() {
  return invalid_parameter("KMSMasterKeyId can only be specified when SSEType is KMS");
}

Error too_many_tags(std::size_t count) {
  return validation(fmt::format("Too many tags: {}; at most {} are allowed", count, kTagsMax));
}

Error duplicate_tag(std::string_view key) {
  return validation(fmt::format("Duplicate tag key: {}", key));
}

Error nothing_to_update() {
  return validation(
      "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
      "GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
}

Error number_not_numeric(std::string_view text) {
  if (text.empty()) return validation("The parameter cannot be converted to a numeric value");
  return validation(fmt::format("The parameter cannot be converted to a numeric value: {}", text));
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

Error value_without_type() {
  return validation(
      "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
}

Error value_with_several_types() {
  return validation(
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
      "supported datatypes");
}

Error null_must_be_true() {
  return invalid_parameter("Null attribute value types must have the value of true");
}

Error empty_set(Type type) {
  if (type == Type::kBs) return invalid_parameter("Binary sets should not be empty");
  return invalid_parameter(fmt::format("An {} set  may not be empty", set_kind(type)));
}

Error empty_element_in_set(Type type) {
  if (type == Type::kBs) {
    return invalid_parameter("Binary sets may not contain null or empty values");
  }
  return invalid_parameter("An string set may not have a empty string as a member");
}

Error duplicates_in_set(const AttributeValue& set) {
  if (set.type() == Type::kNs) return validation("Input collection contains duplicates");
  // DynamoDB's own text has no space before "of type".
  const std::string shown = describe_value(set);
  const std::string elements = shown.substr(shown.find('['), shown.size() - shown.find('[') - 1);
  return invalid_parameter(
      set.type() == Type::kBs
          ? fmt::format("Input collection {}of type BS contains duplicates.", elements)
          : fmt::format("Input collection {} contains duplicates.", elements));
}

Error nested_too_deeply() { return validation("Nesting Levels have exceeded supported limits"); }

Error key_does_not_match_schema() {
  return validation("The provided key element does not match the schema");
}

Error key_missing_in_item(std::string_view name) {
  return invalid_parameter(fmt::format("Missing the key {} in the item", name));
}

Error key_type_mismatch(std::string_view name, std::string_view expected, std::string_view actual) {
  return invalid_parameter(
      fmt::format("Type mismatch for key {} expected: {} actual: {}", name, expected, actual));
}

Error key_is_empty(std::string_view name, Type type) {
  return validation(
      fmt::format("One or more parameter values are not valid. The AttributeValue for a key "
                  "attribute cannot contain an empty {} value. Key: {}",
                  type == Type::kB ? "binary" : "string", name));
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

Error key_cannot_be_updated(std::string_view name) {
  return invalid_parameter(
      fmt::format("Cannot update attribute {}. This attribute is part of the key", name));
}

Error item_too_large() { return validation("Item size has exceeded the maximum allowed size"); }

Error updated_item_too_large() {
  return validation("Item size to update has exceeded the maximum allowed size");
}

Error condition_failed() {
  return {.code = "ConditionalCheckFailedException", .message = "The conditional request failed"};
}

Error condition_failed(Item item) {
  Error error = condition_failed();
  error.detail = std::make_shared<ConditionFailureDetail>(std::move(item));
  return error;
}

Error return_values_not_allowed() { return validation("ReturnValues can only be ALL_OLD or NONE"); }

Error expression_with_legacy(const std::vector<std::string_view>& legacy,
                             const std::vector<std::string_view>& expressions) {
  return validation(
      fmt::format("Can not use both expression and non-expression parameters in the same request: "
                  "Non-expression parameters: {{{}}} Expression parameters: {{{}}}",
                  fmt::join(legacy, ", "), fmt::join(expressions, ", ")));
}

Error legacy_not_supported(std::string_view parameter) {
  return validation(fmt::format(
      "The legacy parameter {} is not supported here; use an expression instead", parameter));
}

Error names_without_expression() {
  return validation("ExpressionAttributeNames can only be specified when using expressions");
}

Error values_without_expression(std::string_view expressions) {
  return validation(fmt::format(
      "ExpressionAttributeValues can only be specified when using expressions: {}", expressions));
}

Error names_key_invalid(std::string_view key) {
  return validation(
      fmt::format("ExpressionAttributeNames contains invalid key: Syntax error; key: \"{}\"", key));
}

Error names_value_empty(std::string_view key) {
  return validation(fmt::format(
      "ExpressionAttributeNames contains invalid value: Empty attribute name for key {}", key));
}

Error values_key_invalid(std::string_view key) {
  return validation(fmt::format(
      "ExpressionAttributeValues contains invalid key: Syntax error; key: \"{}\"", key));
}

Error values_value_invalid(std::string_view key, const Error& why) {
  return validation(fmt::format("ExpressionAttributeValues contains invalid value: {} for key {}",
                                why.message, key));
}

Error names_unused(const std::vector<std::string_view>& keys) {
  return validation(
      fmt::format("Value provided in ExpressionAttributeNames unused in expressions: keys: {{{}}}",
                  fmt::join(keys, ", ")));
}

Error values_unused(const std::vector<std::string_view>& keys) {
  return validation(
      fmt::format("Value provided in ExpressionAttributeValues unused in expressions: keys: {{{}}}",
                  fmt::join(keys, ", ")));
}

Error path_invalid_for_update() {
  return validation("The document path provided in the update expression is invalid for update");
}

Error operand_type_incorrect() {
  return validation("An operand in the update expression has an incorrect data type");
}

Error attribute_not_in_item() {
  return validation(
      "The provided expression refers to an attribute that does not exist in the item");
}

}  // namespace emu::dynamodb
