#include "eventbridge/rule_pattern.h"

#include <string>
#include <utility>

#include "eventbridge/errors.h"

namespace emu::eventbridge {

namespace {

constexpr pattern::Dialect kDialect = {.has_cidr = true,
                                       .has_wildcard = true,
                                       .has_lists = true,
                                       .has_ignore_case_inside = true,
                                       .or_is_two_objects = true};

}  // namespace

Result<pattern::Node> parse_pattern(std::string_view text) {
  std::string why;
  const auto document = JsonDocument::parse(text, why);
  if (!document) return invalid_pattern("Event pattern is not valid JSON");
  std::optional<pattern::Node> node = pattern::parse(document->root(), kDialect, why);
  if (!node) return invalid_pattern(why);
  return *std::move(node);
}

}  // namespace emu::eventbridge
