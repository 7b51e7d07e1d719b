// Groups of parameters as RDS keeps them. Nothing here reads a parameter: they are records.
#pragma once

#include <emu/rds/parameter_groups.h>
#include <emu/rds/types.h>
#include <emu/result.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::rds {

// Of instances or of clusters.
struct StoredParameterGroup {
  std::string name = {};
  std::string family = {};
  std::string description = {};
  std::string arn = {};
  std::vector<Tag> tags = {};
  std::map<std::string, Parameter, std::less<>> parameters = {};  // those that were set
};

using ParameterGroups = std::map<std::string, StoredParameterGroup, std::less<>>;  // by name

// What an operation asks for, whichever kind of group it is about.
struct NewParameterGroup {
  std::string_view name_parameter;  // "DBParameterGroupName"
  const std::string& name;
  const std::string& family;
  const std::string& description;
  const std::vector<Tag>& tags;
  std::string arn_prefix;  // all but the name
};

// Errors: DBParameterGroupAlreadyExists, DBParameterGroupQuotaExceeded, InvalidParameterValue.
Result<StoredParameterGroup*> add_parameter_group(ParameterGroups& groups,
                                                  const NewParameterGroup& in);

// The group of that name, which may be one of AWS's own, "default.mysql8.0".
// Errors: DBParameterGroupNotFound.
Result<StoredParameterGroup> find_parameter_group(const ParameterGroups& groups,
                                                  std::string_view name,
                                                  std::string_view arn_prefix);
// One that may be changed.
// Errors: DBParameterGroupNotFound, InvalidParameterValue for one of AWS's own.
Result<StoredParameterGroup*> changeable_parameter_group(ParameterGroups& groups,
                                                         std::string_view name);

// Errors: InvalidParameterValue, InvalidParameterCombination. Nothing is changed then.
Status set_parameters(StoredParameterGroup& group, const std::vector<Parameter>& parameters);
Status reset_parameters(StoredParameterGroup& group, std::optional<bool> all,
                        const std::vector<Parameter>& parameters);

// Whether a list of parameters from that source has those that were set.
// Errors: InvalidParameterValue for a source that does not exist.
Result<bool> lists_set_parameters(const std::optional<std::string>& source);

}  // namespace emu::rds
