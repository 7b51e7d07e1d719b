// Names of parameters, and what requests call them by.
// Source: AWS Systems Manager User Guide, "Creating Parameter Store parameters in Systems Manager"
// (Requirements and constraints for parameter names).
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

#include "ssm/state.h"

namespace emu::ssm {

// Whether a new parameter may have the name.
Status check_name(std::string_view name, const State& state);

// arn:aws:ssm:REGION:ACCOUNT:parameter/NAME. The slash that a name begins with is not there twice.
std::string arn_of(std::string_view account, std::string_view region, std::string_view name);

// What a request names: a parameter, and one of its versions.
struct Reference {
  std::string name;
  std::string selector = {};  // a number or a label; empty for the latest version
};

// Of "NAME", "NAME:VERSION", "NAME:LABEL", or an ARN in place of the name. Spaces around it do not
// count. An ARN of elsewhere gives an empty name.
Reference reference_of(std::string_view text, const State& state);
// The same without a selector, which is then a part of a name that nothing has.
std::string name_of(std::string_view text);

// What begins with the path, which ends in a slash or not; the root is the empty text.
std::string hierarchy_of(std::string_view path);
// Whether a name lies deeper than the level below a hierarchy: where that level ends, or npos.
std::size_t end_of_level(std::string_view name, std::string_view hierarchy);
Status check_path(std::string_view path);

}  // namespace emu::ssm
