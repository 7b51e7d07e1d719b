#include "s3/policy_principals.h"

#include <fmt/format.h>

#include <cstddef>

#include "core/text/account_id.h"

namespace emu::s3 {

namespace {

// Where the text in quotes ends that begins at `from`, behind its quote.
std::size_t end_of_text(std::string_view json, std::size_t from) {
  for (std::size_t at = from; at < json.size(); ++at) {
    if (json[at] == '\\') {
      ++at;
    } else if (json[at] == '"') {
      return at;
    }
  }
  return json.size();
}

std::size_t behind_spaces(std::string_view json, std::size_t at) {
  const auto found = json.find_first_not_of(" \t\r\n", at);
  return found == json.npos ? json.size() : found;
}

// Whether a member whose name ends at `at` holds an object.
bool holds_object(std::string_view json, std::size_t at) {
  const std::size_t colon = behind_spaces(json, at);
  if (colon == json.size() || json[colon] != ':') return false;
  const std::size_t value = behind_spaces(json, colon + 1);
  return value != json.size() && json[value] == '{';
}

}  // namespace

std::string with_account_arns(std::string_view policy) {
  std::string kept;
  bool is_inside = false;  // of a Principal's names
  for (std::size_t at = 0; at < policy.size(); ++at) {
    const char c = policy[at];
    if (c == '}') is_inside = false;
    kept += c;
    if (c != '"') continue;
    const std::size_t end = end_of_text(policy, at + 1);
    const std::string_view text = policy.substr(at + 1, end - at - 1);
    const bool is_name = text == "Principal" || text == "NotPrincipal";
    if (is_name && holds_object(policy, end + 1)) is_inside = true;
    if (is_inside && is_account_id(text)) {
      kept += fmt::format("arn:aws:iam::{}:root", text);
    } else {
      kept += text;
    }
    if (end < policy.size()) kept += '"';
    at = end;
  }
  return kept;
}

}  // namespace emu::s3
