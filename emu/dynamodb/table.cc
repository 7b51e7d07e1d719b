#include "dynamodb/table.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "core/text/base64.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

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

// The value of a key attribute; its size and emptiness are checked.
Result<std::string_view> checked_part(const KeyAttribute& attribute, const AttributeValue& value,
                                      bool is_hash, std::string& digits) {
  if (attribute.type == Type::kN) {
    EMU_TRY(const Decimal number, parse_number(value.n()));
    digits = number.to_string();
    return std::string_view(digits);
  }
  const std::string_view part =
      attribute.type == Type::kB ? value.b().view() : std::string_view(value.s());
  if (part.empty()) return key_is_empty(attribute.name, attribute.type);
  if (is_hash && part.size() > kHashKeyBytesMax) return hash_key_too_long();
  if (!is_hash && part.size() > kRangeKeyBytesMax) return range_key_too_long();
  return part;
}

Result<ItemKey> checked_key(const Table& table, const AttributeValue& hash,
                            const AttributeValue* range, KeyDigits& digits) {
  ItemKey key;
  EMU_TRY(key.hash, checked_part(table.hash_key, hash, true, digits.hash));
  if (range != nullptr) {
    EMU_TRY(key.range, checked_part(*table.range_key, *range, false, digits.range));
  }
  return key;
}

// The attribute in a request's key, which has one or two, or null when it is missing or of another
// type.
const AttributeValue* in_request(const KeyAttribute& attribute, const Item& key) {
  for (const auto& [name, value] : key) {
    if (name == attribute.name) return value.type() == attribute.type ? &value : nullptr;
  }
  return nullptr;
}

Error key_missing_in_item(std::string_view name) {
  return invalid_parameter(fmt::format("Missing the key {} in the item", name));
}

Error key_type_mismatch(std::string_view name, std::string_view expected, std::string_view actual) {
  return invalid_parameter(
      fmt::format("Type mismatch for key {} expected: {} actual: {}", name, expected, actual));
}

Result<const AttributeValue*> in_item(const KeyAttribute& attribute, const Item& item) {
  auto found = item.find(attribute.name);
  if (found == item.end()) return key_missing_in_item(attribute.name);
  if (found->second.type() != attribute.type) {
    return key_type_mismatch(attribute.name, type_name(attribute.type),
                             type_name(found->second.type()));
  }
  return &found->second;
}

void append_part(const KeyAttribute& attribute, std::string_view part, std::string& text) {
  text += attribute.name;
  text += '=';
  if (attribute.type == Type::kB) {
    text += base64_encode(part);
  } else {
    text += part;
  }
}

Error key_does_not_match_schema() {
  return validation("The provided key element does not match the schema");
}

}  // namespace

std::string key_part(const AttributeValue& value) {
  switch (value.type()) {
    case Type::kS:
      return value.s();
    case Type::kB:
      return value.b().str();
    default:
      return stored_number(value.n()).to_string();
  }
}

Result<ItemKey> key_of_request(const Table& table, const Item& key, KeyDigits& digits) {
  const std::size_t expected = table.range_key ? 2 : 1;
  if (key.size() != expected) return key_does_not_match_schema();
  const AttributeValue* hash = in_request(table.hash_key, key);
  const AttributeValue* range = table.range_key ? in_request(*table.range_key, key) : nullptr;
  if (hash == nullptr || (table.range_key && range == nullptr)) {
    return key_does_not_match_schema();
  }
  return checked_key(table, *hash, range, digits);
}

Result<ItemKey> key_of_item(const Table& table, const Item& item, KeyDigits& digits) {
  EMU_TRY(const AttributeValue* hash, in_item(table.hash_key, item));
  if (!table.range_key) return checked_key(table, *hash, nullptr, digits);
  EMU_TRY(const AttributeValue* range, in_item(*table.range_key, item));
  return checked_key(table, *hash, range, digits);
}

void append_key(const Table& table, const ItemKey& key, std::string& text) {
  append_part(table.hash_key, key.hash, text);
  if (!table.range_key) return;
  text += ',';
  append_part(*table.range_key, key.range, text);
}

TableDescription describe(const Table& table, Time now) {
  TableDescription d;
  d.attribute_definitions = table.attribute_definitions;
  d.table_name = table.name;
  d.key_schema.push_back({.attribute_name = table.hash_key.name, .key_type = "HASH"});
  if (table.range_key) {
    d.key_schema.push_back({.attribute_name = table.range_key->name, .key_type = "RANGE"});
  }
  d.table_status = table.status(now);
  d.creation_date_time = table.created;
  d.provisioned_throughput = {.last_increase_date_time = table.last_increase,
                              .last_decrease_date_time = table.last_decrease,
                              .number_of_decreases_today = table.decreases_today,
                              .read_capacity_units = table.throughput.read_capacity_units,
                              .write_capacity_units = table.throughput.write_capacity_units};
  d.table_size_bytes = static_cast<std::int64_t>(table.items.bytes());
  d.item_count = static_cast<std::int64_t>(table.items.count());
  d.table_arn = table.arn;
  d.table_id = table.id;
  if (table.is_on_demand || table.last_on_demand) {
    d.billing_mode_summary =
        BillingModeSummary{.billing_mode = table.is_on_demand ? "PAY_PER_REQUEST" : "PROVISIONED",
                           .last_update_to_pay_per_request_date_time = table.last_on_demand};
  }
  if (table.stream) {
    d.stream_specification = table.stream;
    d.latest_stream_arn = table.arn + "/stream/" + table.stream_label;
  }
  d.latest_stream_label = table.stream_label;
  d.sse_description = table.encryption;
  d.table_class_summary = table.table_class;
  d.deletion_protection_enabled = table.is_protected;
  d.on_demand_throughput = table.on_demand_throughput;
  return d;
}

}  // namespace emu::dynamodb
