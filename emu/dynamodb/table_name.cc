#include "dynamodb/table_name.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

namespace {

constexpr std::string_view kArnStart = "arn:";
constexpr std::string_view kTable = "table/";
constexpr std::string_view kDynamodb = "arn:aws:dynamodb:";

Error invalid_table_arn(std::string_view arn) {
  return validation(fmt::format("Invalid TableArn: Invalid ResourceArn provided as input {}", arn));
}

Error of_another_region() {
  return {.code = errors::kResourceNotFoundException, .message = "Requested resource not found"};
}

Error name_of_wrong_length(const Call& call, std::string_view name) {
  if (is_of_table(call)) return table_name_of_wrong_length();
  const bool is_short = name.size() < kNameMin;
  return counted(validation(
      fmt::format("Value '{}' at 'tableName' failed to satisfy constraint: Member must have length "
                  "{} than or equal to {}",
                  name, is_short ? "greater" : "less", is_short ? kNameMin : kNameMax)));
}

bool is_account(std::string_view text) {
  return text.size() == 12 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_table_name(std::string_view text) {
  return text.size() >= kNameMin && text.size() <= kNameMax && detail::is_name(text);
}

bool is_arn(std::string_view name_or_arn) { return name_or_arn.starts_with(kArnStart); }

}  // namespace

// arn:aws:dynamodb:REGION:ACCOUNT:table/NAME; the parts refer to the text. IAM decides by the text
// of an ARN, so that a table must not have two.
std::optional<TableAddress> parse_table_arn(std::string_view arn) {
  std::array<std::string_view, 5> parts;
  for (std::string_view& part : parts) {
    const std::size_t end = arn.find(':');
    if (end == arn.npos) return std::nullopt;
    part = arn.substr(0, end);
    arn.remove_prefix(end + 1);
  }
  if (parts[0] != "arn" || parts[1] != "aws" || parts[2] != "dynamodb") return std::nullopt;
  if (!is_account(parts[4]) || !arn.starts_with(kTable)) return std::nullopt;
  const std::string_view name = arn.substr(kTable.size());
  if (!is_table_name(name)) return std::nullopt;
  return TableAddress{.account = parts[4], .region = parts[3], .name = name};
}

bool is_of_table(const Call& call) {
  const std::string_view operation = call.operation.name.name;
  return operation == "CreateTable" || operation == "DescribeTable" || operation == "UpdateTable" ||
         operation == "DeleteTable";
}

Error table_name_of_wrong_length() {
  return validation(
      fmt::format("TableName must be at least {} characters long and at most {} characters long",
                  kNameMin, kNameMax));
}

Result<TableAddress> address_of_arn(const Call& call, std::string_view arn) {
  const std::optional<TableAddress> address = parse_table_arn(arn);
  if (!address) return invalid_table_arn(arn);
  if (address->region != call.region()) return of_another_region();
  return *address;
}

bool is_plain_name(std::string_view name_or_arn) {
  return name_or_arn.size() >= kNameMin && name_or_arn.size() <= kNameMax && !is_arn(name_or_arn);
}

Result<TableAddress> address_of(const Call& call, std::string_view name_or_arn) {
  if (is_arn(name_or_arn)) return address_of_arn(call, name_or_arn);
  if (!is_plain_name(name_or_arn)) return name_of_wrong_length(call, name_or_arn);
  return TableAddress{.account = call.account(), .region = call.region(), .name = name_or_arn};
}

std::string arn_of_table(const Call& call, std::string_view name_or_arn) {
  // Appended, not formatted: every call on an item passes here.
  std::string arn = call.spare_text();
  if (!is_arn(name_or_arn)) {
    arn.reserve(kDynamodb.size() + call.region().size() + call.account().size() + kTable.size() +
                name_or_arn.size() + 2);
    arn.append(kDynamodb).append(call.region());
    arn += ':';
    arn.append(call.account());
    arn += ':';
    arn.append(kTable);
  }
  arn.append(name_or_arn);
  return arn;
}

}  // namespace emu::dynamodb
