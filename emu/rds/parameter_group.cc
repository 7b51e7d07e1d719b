#include "rds/parameter_group.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "rds/engines.h"
#include "rds/errors.h"
#include "rds/limits.h"
#include "rds/names.h"

namespace emu::rds {

namespace {

constexpr std::string_view kDefault = "default.";

// Source: Amazon RDS API Reference, "CreateDBParameterGroup".
Result<std::string> read_name(std::string_view parameter, std::string_view name) {
  const bool is_valid = !name.empty() && name.size() <= kParameterGroupNameMax &&
                        is_letter(name.front()) && name.back() != '-' &&
                        name.find("--") == name.npos && !lower_case(name).starts_with(kDefault) &&
                        std::all_of(name.begin(), name.end(), [](char c) {
                          return is_alphanumeric(c) || c == '-' || c == '.';
                        });
  if (is_valid) return lower_case(name);
  return invalid_value(fmt::format(
      "The parameter {} is not a valid identifier. Identifiers must begin with a letter; must "
      "contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain "
      "two consecutive hyphens.",
      parameter));
}

// An engine and a version: "aurora-mysql8.0", also of versions that are not offered here.
bool is_family(std::string_view family) {
  const auto digits = family.find_first_of("0123456789");
  return digits != family.npos && is_engine(family.substr(0, digits)) &&
         family.size() <= kParameterGroupNameMax &&
         family.find_first_not_of("0123456789.", digits) == family.npos;
}

Error no_such_group(std::string_view name) {
  return error(errors::kDBParameterGroupNotFound,
               fmt::format("DBParameterGroup not found: {}", name), kNotFound);
}

bool fits(const std::optional<std::string>& text, std::size_t most) {
  return text && !text->empty() && text->size() <= most;
}

}  // namespace

Result<StoredParameterGroup*> add_parameter_group(ParameterGroups& groups,
                                                  const NewParameterGroup& in) {
  EMU_TRY(const std::string name, read_name(in.name_parameter, in.name));
  if (!is_family(in.family)) {
    return invalid_value(
        fmt::format("ParameterGroupFamily {} is not a valid parameter group family", in.family));
  }
  if (in.tags.size() > kTagsMax) return too_many_tags();
  if (groups.contains(name)) {
    return error(errors::kDBParameterGroupAlreadyExists,
                 fmt::format("Parameter group {} already exists", name));
  }
  if (groups.size() >= kParameterGroupsMax) {
    return error(errors::kDBParameterGroupQuotaExceeded,
                 "The request would result in the user exceeding the allowed number of DB "
                 "parameter groups.");
  }
  const auto added = groups.emplace(name, StoredParameterGroup{.name = name,
                                                               .family = in.family,
                                                               .description = in.description,
                                                               .arn = in.arn_prefix + name,
                                                               .tags = in.tags});
  return &added.first->second;
}

// AWS's own are there from the beginning, and nobody changes them.
Result<StoredParameterGroup> find_parameter_group(const ParameterGroups& groups,
                                                  std::string_view name,
                                                  std::string_view arn_prefix) {
  const std::string identifier = identifier_in(name);
  if (const auto found = groups.find(identifier); found != groups.end()) return found->second;
  const bool is_default = identifier.starts_with(kDefault);
  const std::string family = is_default ? identifier.substr(kDefault.size()) : std::string();
  if (!is_family(family)) return no_such_group(name);
  return StoredParameterGroup{.name = identifier,
                              .family = family,
                              .description = fmt::format("Default parameter group for {}", family),
                              .arn = std::string(arn_prefix) + identifier};
}

Result<StoredParameterGroup*> changeable_parameter_group(ParameterGroups& groups,
                                                         std::string_view name) {
  const auto found = groups.find(identifier_in(name));
  if (found != groups.end()) return &found->second;
  EMU_CHECK(find_parameter_group(groups, name, {}));
  return invalid_value(fmt::format("Default DBParameterGroup cannot be changed: {}", name));
}

Status set_parameters(StoredParameterGroup& group, const std::vector<Parameter>& parameters) {
  if (parameters.empty() || parameters.size() > kParametersOfCallMax) {
    return invalid_value(fmt::format("Between 1 and {} parameters can be modified in a request.",
                                     kParametersOfCallMax));
  }
  auto changed = group.parameters;
  for (const Parameter& each : parameters) {
    if (!fits(each.parameter_name, kParameterNameMax) || !each.apply_method ||
        !fits(each.parameter_value, kParameterValueMax)) {
      return invalid_value(
          "The parameters ParameterName, ParameterValue, and ApplyMethod must be provided.");
    }
    changed.insert_or_assign(*each.parameter_name,
                             Parameter{.parameter_name = each.parameter_name,
                                       .parameter_value = each.parameter_value,
                                       .source = "user",
                                       .apply_type = "dynamic",
                                       .data_type = "string",
                                       .is_modifiable = true,
                                       .apply_method = each.apply_method});
  }
  if (changed.size() > kParametersOfGroupMax) {
    return invalid_value(
        fmt::format("A group can have at most {} parameters.", kParametersOfGroupMax));
  }
  group.parameters = std::move(changed);
  return {};
}

Status reset_parameters(StoredParameterGroup& group, std::optional<bool> all,
                        const std::vector<Parameter>& parameters) {
  if (all.value_or(false) == !parameters.empty()) {
    return invalid_combination(
        "Either ResetAllParameters or Parameters must be specified, but not both.");
  }
  if (parameters.size() > kParametersOfCallMax) {
    return invalid_value(
        fmt::format("At most {} parameters can be reset in a request.", kParametersOfCallMax));
  }
  if (parameters.empty()) group.parameters.clear();
  for (const Parameter& each : parameters) group.parameters.erase(each.parameter_name.value_or(""));
  return {};
}

Result<bool> lists_set_parameters(const std::optional<std::string>& source) {
  if (!source || source->empty() || *source == "user") return true;
  if (*source == "system" || *source == "engine-default") return false;
  return invalid_value(
      fmt::format("Invalid value {} for Source. Must be user, system, or "
                  "engine-default",
                  *source));
}

}  // namespace emu::rds
