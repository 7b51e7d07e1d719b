#include "apigatewayv2/route_key.h"

#include <algorithm>
#include <array>

namespace emu::apigatewayv2 {

namespace {

using Segment = RouteKey::Segment;

bool is_variable_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '-' || c == '.' || c == ':';
  });
}

std::optional<Segment> parse_segment(std::string_view text) {
  if (!text.starts_with('{')) {
    if (text.find_first_of("{} \t?#") != text.npos) return std::nullopt;
    return Segment{.kind = Segment::Kind::kLiteral, .text = text};
  }
  if (!text.ends_with('}')) return std::nullopt;
  text = text.substr(1, text.size() - 2);
  Segment segment{.kind = Segment::Kind::kVariable, .text = {}};
  if (text.ends_with('+')) {
    segment.kind = Segment::Kind::kGreedy;
    text.remove_suffix(1);
  }
  if (!is_variable_name(text)) return std::nullopt;
  segment.text = text;
  return segment;
}

}  // namespace

bool is_method(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kMethods = {"ANY",     "DELETE", "GET",  "HEAD",
                                                               "OPTIONS", "PATCH",  "POST", "PUT"};
  return std::find(kMethods.begin(), kMethods.end(), text) != kMethods.end();
}

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (path.starts_with('/')) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

std::optional<RouteKey> parse_route_key(std::string_view text) {
  RouteKey key;
  if (text == kDefault) {
    key.is_default = true;
    return key;
  }
  const std::size_t space = text.find(' ');
  if (space == text.npos || !is_method(text.substr(0, space))) return std::nullopt;
  key.method = text.substr(0, space);
  key.path = text.substr(space + 1);
  if (!key.path.starts_with('/')) return std::nullopt;

  for (const std::string_view part : split_path(key.path)) {
    const auto segment = parse_segment(part);
    const bool after_greedy =
        !key.segments.empty() && key.segments.back().kind == Segment::Kind::kGreedy;
    if (!segment || after_greedy) return std::nullopt;
    key.segments.push_back(*segment);
  }
  return key;
}

}  // namespace emu::apigatewayv2
