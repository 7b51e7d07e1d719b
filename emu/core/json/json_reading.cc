#include "core/json/json_reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/ascii.h"

namespace emu {

namespace {

constexpr std::string_view kStructureFound = "Start of structure or map found where not expected";

bool is_base64_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '+' || c == '/';
}

}  // namespace

std::string_view json_token_name(const JsonView& json) {
  switch (json.type()) {
    case JsonView::Type::kBoolean:
      return json.boolean() ? "TRUE_VALUE" : "FALSE_VALUE";
    case JsonView::Type::kInteger:
      return "NUMBER_VALUE";
    case JsonView::Type::kReal:
      return "DECIMAL_VALUE";
    case JsonView::Type::kString:
      return "STRING_VALUE";
    default:
      return "NULL_VALUE";
  }
}

namespace first_words {

std::string not_scalar(const JsonView& json, std::string_view java_type) {
  if (json.type() == JsonView::Type::kObject) return std::string(kStructureFound);
  if (json.type() == JsonView::Type::kArray) {
    return fmt::format("Unrecognized collection type class java.lang.{}", java_type);
  }
  if (json.type() == JsonView::Type::kString && java_type == "Boolean") {
    return "Unexpected token received from parser";
  }
  return fmt::format("{} cannot be converted to {}", json_token_name(json), java_type);
}

std::string not_blob(const JsonView& json) {
  if (json.type() == JsonView::Type::kObject) return std::string(kStructureFound);
  if (json.type() == JsonView::Type::kArray) return "Start of list found where not expected";
  return "only base-64-encoded strings are convertible to bytes";
}

std::string not_list(const JsonView& json) {
  return json.type() == JsonView::Type::kObject ? std::string(kStructureFound)
                                                : "Unexpected field type";
}

std::string not_map(const JsonView& json, std::string_view element) {
  if (json.type() != JsonView::Type::kArray) return "Unexpected field type";
  return fmt::format("Unrecognized collection type java.util.Map<java.lang.String, {}>", element);
}

std::string not_structure(const JsonView& json, std::string_view name, Place place) {
  if (json.type() == JsonView::Type::kArray) {
    return fmt::format("Unrecognized collection type class {}", name);
  }
  return place == Place::kEntry ? "Unexpected value type in payload" : "Unexpected field type";
}

std::string not_base64(std::string_view text) {
  if (text.size() % 4 != 0) {
    return fmt::format("Base64 encoded length is expected a multiple of 4 bytes but found: {}",
                       text.size());
  }
  const std::string_view letters = text.substr(0, text.find_last_not_of('=') + 1);
  const auto bad = std::find_if_not(letters.begin(), letters.end(), is_base64_letter);
  if (bad != letters.end()) return fmt::format("Invalid Base64 character: '{}'", *bad);
  return "Invalid last non-pad Base64 character detected";
}

}  // namespace first_words

}  // namespace emu
