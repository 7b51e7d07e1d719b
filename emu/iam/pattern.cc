#include "iam/pattern.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "iam/request_context.h"

namespace emu::iam {

namespace {

// Wildcards in a prepared pattern are bytes that no UTF-8 text contains, so that a literal star
// needs no escape.
constexpr char kAnyText = '\xFF';
constexpr char kAnyCharacter = '\xFE';

constexpr std::size_t kArnParts = 6;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t after_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

std::string with_wildcards(std::string_view source, Wildcards wildcards) {
  std::string text(source);
  if (wildcards == Wildcards::kActive) {
    std::replace(text.begin(), text.end(), '*', kAnyText);
    std::replace(text.begin(), text.end(), '?', kAnyCharacter);
  }
  return text;
}

// Cuts the part up to the next colon off the front; the last of the six parts keeps its colons.
std::string_view take_arn_part(std::string_view& rest, bool is_last) {
  const std::size_t colon = is_last ? std::string_view::npos : rest.find(':');
  const std::string_view part = rest.substr(0, colon);
  rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
  return part;
}

bool matches_arn(std::string_view pattern, std::string_view arn) {
  if (pattern.size() == 1 && pattern[0] == kAnyText) return true;
  for (std::size_t i = 0; i < kArnParts; ++i) {
    if (pattern.empty() && i > 0) return true;
    const bool is_last = i + 1 == kArnParts;
    if (!matches_wildcards(take_arn_part(pattern, is_last), take_arn_part(arn, is_last))) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool matches_wildcards(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // the last star passed, to which a mismatch goes back
  std::size_t star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == kAnyText) {
      star = p++;
      star_text = t;
    } else if (p < pattern.size() && pattern[p] == kAnyCharacter) {
      ++p;
      t = after_character(text, t);
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++star_text;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == kAnyText) ++p;
  return p == pattern.size();
}

Pattern::Pattern(std::string_view source, Wildcards wildcards, Variables variables) {
  std::size_t at = 0;
  while (variables == Variables::kActive) {
    const std::size_t open = source.find("${", at);
    const std::size_t close = open == source.npos ? source.npos : source.find('}', open);
    if (close == source.npos) break;
    add_literal(with_wildcards(source.substr(at, open - at), wildcards));
    const std::string_view name = source.substr(open + 2, close - open - 2);
    at = close + 1;
    if (name == "*" || name == "?" || name == "$") {
      add_literal(std::string(name));
      continue;
    }
    // ${key, 'default'}
    const std::size_t comma = name.find(',');
    Piece piece{.text = {}, .variable = lower_case(name.substr(0, comma))};
    if (comma != name.npos) {
      const std::size_t first = name.find('\'', comma);
      const std::size_t last = name.rfind('\'');
      piece.has_default = first != name.npos && last > first;
      if (piece.has_default) piece.text = std::string(name.substr(first + 1, last - first - 1));
    }
    pieces_.push_back(std::move(piece));
  }
  add_literal(with_wildcards(source.substr(at), wildcards));
  if (pieces_.empty()) pieces_.emplace_back();
}

void Pattern::add_literal(std::string text) {
  if (text.empty()) return;
  if (!pieces_.empty() && pieces_.back().variable.empty()) {
    pieces_.back().text += text;
  } else {
    pieces_.push_back({.text = std::move(text), .variable = {}});
  }
}

std::optional<std::string> Pattern::expand(RequestContext& context) const {
  std::string expanded;
  for (const Piece& piece : pieces_) {
    if (piece.variable.empty()) {
      expanded += piece.text;
      continue;
    }
    const std::vector<std::string>* values = context.find(piece.variable);
    if (values != nullptr && values->size() == 1) {
      expanded += values->front();
    } else if (piece.has_default) {
      expanded += piece.text;
    } else {
      return std::nullopt;
    }
  }
  return expanded;
}

bool Pattern::matches(std::string_view text, RequestContext& context) const {
  if (!has_variables()) return matches_wildcards(fixed(), text);
  const std::optional<std::string> expanded = expand(context);
  return expanded && matches_wildcards(*expanded, text);
}

bool ArnPattern::matches(std::string_view arn, RequestContext& context) const {
  if (!pattern_.has_variables()) return matches_arn(pattern_.fixed(), arn);
  const std::optional<std::string> expanded = pattern_.expand(context);
  return expanded && matches_arn(*expanded, arn);
}

}  // namespace emu::iam
