#include "ssm/filters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>

#include "ssm/errors.h"
#include "ssm/name.h"
#include "ssm/values.h"

namespace emu::ssm {

namespace {

constexpr std::string_view kTagPrefix = "tag:";
constexpr std::string_view kName = "Name";
constexpr std::string_view kType = "Type";
constexpr std::string_view kKeyId = "KeyId";
constexpr std::string_view kPath = "Path";
constexpr std::string_view kLabel = "Label";
constexpr std::string_view kTier = "Tier";
constexpr std::string_view kDataType = "DataType";
constexpr std::string_view kEquals = "Equals";
constexpr std::string_view kBeginsWith = "BeginsWith";
constexpr std::string_view kContains = "Contains";
constexpr std::string_view kRecursive = "Recursive";
constexpr std::string_view kOneLevel = "OneLevel";

constexpr std::array kDescribeKeys = {kName, kType, kKeyId, kPath, kTier, kDataType};
constexpr std::array kPathKeys = {kType, kKeyId, kLabel};
constexpr std::array kUsualOptions = {kBeginsWith, kEquals};
constexpr std::array kNameOptions = {kBeginsWith, kContains, kEquals};
constexpr std::array kPathOptions = {kRecursive, kOneLevel};
constexpr std::array kLabelOptions = {kEquals};
constexpr std::array kTypes = {types::kString, types::kStringList, types::kSecureString};

using Texts = std::span<const std::string_view>;

bool is_one_of(Texts texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

Texts options_of(std::string_view key) {
  if (key == kName) return kNameOptions;
  if (key == kPath) return kPathOptions;
  if (key == kLabel) return kLabelOptions;
  return kUsualOptions;
}

std::string_view option_of(const ParameterStringFilter& filter) {
  if (filter.option) return *filter.option;
  return filter.key == kPath ? kOneLevel : kEquals;
}

Error bad_filter_key(std::string message) {
  return {.code = errors::kInvalidFilterKey, .message = std::move(message)};
}

Error bad_filter_value(std::string message) {
  return {.code = errors::kInvalidFilterValue, .message = std::move(message)};
}

Status check_filter_values(const ParameterStringFilter& filter) {
  if (filter.values.empty() && !filter.key.starts_with(kTagPrefix)) {
    return bad_filter_value(fmt::format(
        "The following filter values are missing : null for filter key {}.", filter.key));
  }
  for (const std::string& value : filter.values) {
    if (filter.key == kType && !is_one_of(kTypes, value)) {
      return bad_filter_value(
          fmt::format("The following filter value is not valid: {}. Valid values include: [{}].",
                      value, fmt::join(kTypes, ", ")));
    }
    if (filter.key == kPath) EMU_CHECK(check_path(value));
  }
  return {};
}

Status check_filter_list(const ParameterFilters& filters, Texts keys, bool takes_tags) {
  std::set<std::string_view> seen;
  for (const ParameterStringFilter& filter : filters) {
    const bool is_tag = takes_tags && filter.key.starts_with(kTagPrefix);
    if (!is_tag && !is_one_of(keys, filter.key)) {
      return bad_filter_key(
          fmt::format("The following filter key is not valid: {}. Valid filter keys include: [{}].",
                      filter.key, fmt::join(keys, ", ")));
    }
    if (!seen.insert(filter.key).second) {
      return bad_filter_key(fmt::format(
          "The following filter is duplicated in the request: {}. A request can contain only one "
          "occurrence of a specific filter.",
          filter.key));
    }
    if (!is_one_of(options_of(filter.key), option_of(filter))) {
      return Error{
          .code = errors::kInvalidFilterOption,
          .message = fmt::format("The following filter option is not valid: {}. Valid "
                                 "options include: [{}].",
                                 option_of(filter), fmt::join(options_of(filter.key), ", "))};
    }
    EMU_CHECK(check_filter_values(filter));
  }
  return {};
}

bool lies_below(std::string_view name, std::string_view path, bool is_recursive) {
  const std::string hierarchy = hierarchy_of(path);
  return name.starts_with(hierarchy) &&
         (is_recursive || end_of_level(name, hierarchy) == name.npos);
}

bool matches_value(std::string_view option, std::string_view text, std::string_view value) {
  if (option == kBeginsWith) return text.starts_with(value);
  if (option == kContains) return text.find(value) != text.npos;
  if (option == kEquals) return text == value;
  return lies_below(text, value, option == kRecursive);
}

std::string_view filtered_text(std::string_view key, std::string_view name,
                               const ParameterVersion& version) {
  if (key == kType) return version.type;
  if (key == kKeyId) return version.key_id;
  if (key == kTier) return tier_name(version);
  if (key == kDataType) return version.data_type;
  return name;
}

bool matches_any(const ParameterStringFilter& filter, std::string_view text) {
  return std::any_of(filter.values.begin(), filter.values.end(), [&](const std::string& value) {
    return matches_value(option_of(filter), text, value);
  });
}

bool matches_tags(const ParameterStringFilter& filter, const StoredParameter& parameter) {
  const auto tag = parameter.tags.find(filter.key.substr(kTagPrefix.size()));
  if (tag == parameter.tags.end()) return false;
  return filter.values.empty() || matches_any(filter, tag->second);
}

const ParameterVersion* labelled(const ParameterStringFilter& filter, StoredParameter& parameter) {
  for (const std::string& label : filter.values) {
    const auto found = std::find_if(
        parameter.versions.begin(), parameter.versions.end(),
        [&](const ParameterVersion& version) { return version.labels.contains(label); });
    if (found != parameter.versions.end()) return &*found;
  }
  return nullptr;
}

}  // namespace

Status check_describe_filters(const ParameterFilters& filters) {
  return check_filter_list(filters, kDescribeKeys, true);
}

Status check_path_filters(const ParameterFilters& filters) {
  return check_filter_list(filters, kPathKeys, false);
}

// Source: AWS Systems Manager API Reference, "ParametersFilter".
ParameterFilters newer_filters(const std::vector<ParametersFilter>& filters) {
  ParameterFilters newer;
  for (const ParametersFilter& filter : filters) {
    const std::string_view option = filter.key == kName ? kBeginsWith : kEquals;
    newer.push_back({.key = filter.key, .option = std::string(option), .values = filter.values});
  }
  return newer;
}

const ParameterVersion* filtered(const ParameterFilters& filters, std::string_view name,
                                 StoredParameter& parameter) {
  const ParameterVersion* version = &parameter.versions.back();
  for (const ParameterStringFilter& filter : filters) {
    if (filter.key == kLabel) version = labelled(filter, parameter);
    if (version == nullptr) return nullptr;
  }
  for (const ParameterStringFilter& filter : filters) {
    if (filter.key == kLabel) continue;
    const bool is_match = filter.key.starts_with(kTagPrefix)
                              ? matches_tags(filter, parameter)
                              : matches_any(filter, filtered_text(filter.key, name, *version));
    if (!is_match) return nullptr;
  }
  return version;
}

}  // namespace emu::ssm
