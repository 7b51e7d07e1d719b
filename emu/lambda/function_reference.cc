#include "lambda/function_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/text/ascii.h"

namespace emu::lambda {

namespace {

bool is_word(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_';
}
bool is_word_text(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_word);
}
bool is_dotted_text(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_word(c) || c == '.'; });
}
bool is_version(std::string_view text) {
  return text == "$LATEST" || text == "$LATEST.PUBLISHED" || is_word_text(text);
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t colon = text.find(':', begin);
    parts.push_back(text.substr(begin, colon - begin));
    if (colon == std::string_view::npos) return parts;
    begin = colon + 1;
  }
}

}  // namespace

bool is_region(std::string_view text) {
  // Two letters, an optional "-gov", "-iso" or "-isob", a word and one digit: "us-gov-west-1".
  if (text.size() < 6 || !is_lower(text[0]) || !is_lower(text[1])) return false;
  text.remove_prefix(2);
  if (text.substr(0, 5) == "-gov-" || text.substr(0, 5) == "-iso-") {
    text.remove_prefix(4);
  } else if (text.substr(0, 4) == "-iso" && text.size() > 5 && text[5] == '-') {
    text.remove_prefix(5);
  }
  if (text.size() < 4 || text.front() != '-' || !is_digit(text.back())) return false;
  const std::string_view word = text.substr(1, text.size() - 3);
  return text[text.size() - 2] == '-' && !word.empty() &&
         std::all_of(word.begin(), word.end(), is_lower);
}

bool is_account_id(std::string_view text) {
  return text.size() == 12 && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<FunctionReference> parse_function_reference(std::string_view text) {
  if (is_dotted_text(text)) return FunctionReference{.name = text};
  const std::vector<std::string_view> parts = split(text);
  std::size_t at = 0;
  const auto left = [&] { return parts.size() - at; };
  FunctionReference reference;
  if (parts[0] == "arn") {
    if (parts.size() < 4 || parts[2] != "lambda") return std::nullopt;
    if (!parts[1].empty() && parts[1].substr(0, 3) != "aws") return std::nullopt;
    at = 3;
  }
  if (left() > 1 && is_region(parts[at])) reference.region = parts[at++];
  if (left() > 1 && is_account_id(parts[at])) reference.account = parts[at++];
  if (left() > 1 && parts[at] == "function") ++at;
  if (left() == 0 || !is_dotted_text(parts[at])) return std::nullopt;
  reference.name = parts[at++];
  if (left() > 0) {
    reference.qualifier = parts[at++];
    if (!is_version(reference.qualifier)) return std::nullopt;
  }
  if (left() > 0) return std::nullopt;
  return reference;
}

std::string function_arn(std::string_view account, std::string_view region, std::string_view name) {
  return fmt::format("arn:aws:lambda:{}:{}:function:{}", region, account, name);
}

}  // namespace emu::lambda
