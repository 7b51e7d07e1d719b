#include "iam/pattern.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "iam/request_context.h"

namespace emu::iam {

namespace {

// Wildcards in a prepared pattern are bytes that no UTF-8 text contains, so that a literal star
// needs no escape. Those of a segment pass no colon.
constexpr char kAnyText = '\xFF';
constexpr char kAnyCharacter = '\xFE';
constexpr char kAnyTextOfSegment = '\xFD';
constexpr char kAnyCharacterOfSegment = '\xFC';

constexpr int kArnColons = 5;

bool has_wildcard_byte(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return c == kAnyText || c == kAnyCharacter || c == kAnyTextOfSegment ||
           c == kAnyCharacterOfSegment;
  });
}

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

// A prepared pattern, with wildcards that stay within the segments of an ARN where they must.
std::string with_segments(std::string pattern, ArnStars stars) {
  int colons = 0;
  for (std::size_t i = 0; i < pattern.size() && colons < kArnColons; ++i) {
    const bool ends_segment =
        i + 1 == pattern.size() || (stars == ArnStars::kOfResources && pattern[i + 1] == ':');
    if (pattern[i] == ':') {
      ++colons;
    } else if (pattern[i] == kAnyText && !ends_segment) {
      pattern[i] = kAnyTextOfSegment;
    } else if (pattern[i] == kAnyCharacter) {
      pattern[i] = kAnyCharacterOfSegment;
    }
  }
  return pattern;
}

}  // namespace

bool matches_wildcards(std::string_view pattern, std::string_view text) {
  // A star that was passed, to which a mismatch goes back. What lies before the last star that may
  // pass colons needs no second look; nor does, within a segment, what lies before its last star.
  struct Star {
    std::size_t pattern_at = std::string_view::npos;
    std::size_t text_at = 0;
    bool is_set() const { return pattern_at != std::string_view::npos; }
  };
  std::size_t p = 0;
  std::size_t t = 0;
  Star any;
  Star in_segment;
  while (t < text.size()) {
    const char wanted = p < pattern.size() ? pattern[p] : '\0';
    if (p < pattern.size() && wanted == kAnyText) {
      any = {.pattern_at = p++, .text_at = t};
      in_segment = Star();
    } else if (p < pattern.size() && wanted == kAnyTextOfSegment) {
      in_segment = {.pattern_at = p++, .text_at = t};
    } else if (wanted == kAnyCharacter || (wanted == kAnyCharacterOfSegment && text[t] != ':')) {
      ++p;
      t = after_character(text, t);
    } else if (p < pattern.size() && wanted == text[t]) {
      ++p;
      ++t;
    } else if (in_segment.is_set() && text[in_segment.text_at] != ':') {
      p = in_segment.pattern_at + 1;
      t = ++in_segment.text_at;
    } else if (any.is_set()) {
      p = any.pattern_at + 1;
      t = ++any.text_at;
      in_segment = Star();
    } else {
      return false;
    }
  }
  while (p < pattern.size() && (pattern[p] == kAnyText || pattern[p] == kAnyTextOfSegment)) ++p;
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
      // What is no text must not pass for a wildcard.
      if (has_wildcard_byte(values->front())) return std::nullopt;
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

ArnPattern::ArnPattern(std::string_view source, ArnStars stars, Variables variables)
    : pattern_(source, Wildcards::kActive, variables), stars_(stars) {
  if (!pattern_.has_variables()) fixed_ = with_segments(pattern_.fixed(), stars);
}

bool ArnPattern::matches(std::string_view arn, RequestContext& context) const {
  if (!pattern_.has_variables()) return matches_wildcards(fixed_, arn);
  std::optional<std::string> expanded = pattern_.expand(context);
  return expanded && matches_wildcards(with_segments(*std::move(expanded), stars_), arn);
}

}  // namespace emu::iam
