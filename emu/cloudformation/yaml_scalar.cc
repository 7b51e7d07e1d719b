#include "cloudformation/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/text/ascii.h"

namespace emu::cloudformation {

namespace {

bool is_any(std::string_view text, const std::array<std::string_view, 9>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// How many digits the text begins with.
std::size_t digits(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  return static_cast<std::size_t>(end - text.begin());
}

// A whole number that fits into 64 bits, or one with a point.
bool is_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  const std::size_t whole = digits(text);
  constexpr std::size_t kDigitsMax = 18;
  if (whole == 0 || whole > kDigitsMax || (whole > 1 && text[0] == '0')) return false;
  text.remove_prefix(whole);
  if (text.empty()) return true;
  if (text[0] != '.') return false;
  text.remove_prefix(1);
  text.remove_prefix(digits(text));
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  text.remove_prefix(1);
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && digits(text) == text.size();
}

}  // namespace

Node plain_scalar(const std::string& text, Place place) {
  static constexpr std::array<std::string_view, 9> kTrue = {"true", "True", "TRUE", "yes", "Yes",
                                                            "YES",  "on",   "On",   "ON"};
  static constexpr std::array<std::string_view, 9> kFalse = {"false", "False", "FALSE", "no", "No",
                                                             "NO",    "off",   "Off",   "OFF"};
  if (is_any(text, kTrue)) return boolean_node(true, place);
  if (is_any(text, kFalse)) return boolean_node(false, place);
  Node node = text_node(text, place);
  if (is_number(text)) node.kind = Node::Kind::kNumber;
  return node;
}

}  // namespace emu::cloudformation
