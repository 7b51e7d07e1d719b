// Filters of parameters, as DescribeParameters and GetParametersByPath have them.
// Source: AWS Systems Manager API Reference, "ParameterStringFilter".
#pragma once

#include <emu/result.h>

#include <string_view>
#include <vector>

#include "ssm/state.h"

namespace emu::ssm {

using ParameterFilters = std::vector<ParameterStringFilter>;

// Errors: InvalidFilterKey, InvalidFilterOption, InvalidFilterValue.
Status check_describe_filters(const ParameterFilters& filters);
Status check_path_filters(const ParameterFilters& filters);

// What the older form of filters means.
ParameterFilters newer_filters(const std::vector<ParametersFilter>& filters);

// The version that all filters let through: one with a label that is asked for, else the latest.
// Null when there is none. Filters have been checked.
const ParameterVersion* filtered(const ParameterFilters& filters, std::string_view name,
                                 StoredParameter& parameter);

}  // namespace emu::ssm
