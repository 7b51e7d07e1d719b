#include "ssm/name.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/text/ascii.h"
#include "core/text/character_sets.h"
#include "core/text/partition.h"
#include "ssm/errors.h"
#include "ssm/limits.h"

namespace emu::ssm {

namespace {

constexpr std::string_view kParameterResource = "parameter/";

bool begins_with(std::string_view text, std::string_view prefix) {
  return equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

std::string_view without_slash(std::string_view name) {
  if (name.starts_with('/')) name.remove_prefix(1);
  return name;
}

bool has_empty_level(std::string_view name) {
  return name.ends_with('/') || name.find("//") != name.npos;
}

Error malformed_name() {
  return validation(
      "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it "
      "can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of "
      "letters, numbers and the following 3 symbols .-_");
}

Error reserved_name(std::string_view name) {
  return {.code = errors::kAccessDeniedException,
          .message = fmt::format("No access to reserved parameter name: {}.", name)};
}

Error too_many_levels() {
  return {.code = errors::kHierarchyLevelLimitExceededException,
          .message = fmt::format("Hierarchy depth is limited to {} levels.", kLevelsMax)};
}

Error name_too_long() {
  return validation(fmt::format(
      "The parameter name and its ARN can have {} characters together at most.", kNameMax));
}

}  // namespace

Status check_name(std::string_view name, const State& state) {
  const std::string_view levels = without_slash(name);
  if (begins_with(levels, "aws")) return reserved_name(name);
  if (levels.empty() || begins_with(levels, "ssm") || !all_words_or(name, "/.-") ||
      has_empty_level(name)) {
    return malformed_name();
  }
  const auto slashes = static_cast<std::size_t>(std::count(levels.begin(), levels.end(), '/'));
  if (slashes > 0 && !name.starts_with('/')) {
    return validation("Parameter name must be a fully qualified name.");
  }
  if (slashes + 1 > kLevelsMax) return too_many_levels();
  if (arn_of(state.account, state.region, name).size() > kNameMax) return name_too_long();
  return {};
}

std::string arn_of(std::string_view account, std::string_view region, std::string_view name) {
  return fmt::format("arn:{}:ssm:{}:{}:{}{}", partition_of(region), region, account,
                     kParameterResource, without_slash(name));
}

Reference reference_of(std::string_view text, const State& state) {
  text = trim(text);
  if (!text.starts_with("arn:")) {
    const std::string_view name = take_until(text, ':');
    return {.name = std::string(name), .selector = std::string(text)};
  }
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || arn->service != "ssm" || arn->account != state.account ||
      arn->region != state.region || !arn->resource.starts_with(kParameterResource)) {
    return {.name = {}};
  }
  std::string_view selector = arn->resource;
  const std::string_view path = take_until(selector, ':');
  // The ARN of a name of one level does not tell whether it begins with a slash.
  const std::string_view plain = path.substr(kParameterResource.size());
  const bool is_plain = state.parameters.contains(plain);
  return {.name = is_plain ? std::string(plain) : fmt::format("/{}", plain),
          .selector = std::string(selector)};
}

std::string name_of(std::string_view text) { return std::string(trim(text)); }

std::string hierarchy_of(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path.empty() ? std::string() : fmt::format("{}/", path);
}

// A name of the first level may begin with a slash or not.
std::size_t end_of_level(std::string_view name, std::string_view hierarchy) {
  return name.find('/', std::max<std::size_t>(hierarchy.size(), 1));
}

Status check_path(std::string_view path) {
  const std::string_view levels = path.substr(0, path.size() - (path.ends_with('/') ? 1 : 0));
  if (path.starts_with('/') && all_words_or(path, "/.-") && !has_empty_level(levels)) return {};
  return validation(
      "The parameter doesn't meet the parameter name requirements. The parameter name must begin "
      "with a forward slash \"/\". It can't be prefixed with \"aws\" or \"ssm\" "
      "(case-insensitive). "
      "It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ "
      "(underscore). Special characters are not allowed. All sub-paths, if specified, must use the "
      "forward slash symbol \"/\". Valid example: /get/parameters2-/by1./path0_.");
}

}  // namespace emu::ssm
