// What a PutParameter makes of a parameter. Source: AWS Systems Manager API Reference,
// "PutParameter"; User Guide, "Managing parameter tiers".
#pragma once

#include <emu/result.h>

#include <string_view>

#include "ssm/state.h"

namespace emu::ssm {

namespace types {
inline constexpr std::string_view kString = "String";
inline constexpr std::string_view kStringList = "StringList";
inline constexpr std::string_view kSecureString = "SecureString";
}  // namespace types

std::string_view tier_name(const ParameterVersion& version);

// The next version of a parameter. What the request leaves out stays as it is in the version
// before, which is null for a new parameter.
Result<ParameterVersion> next_version(const PutParameter& in, const ParameterVersion* before,
                                      const State& state);

}  // namespace emu::ssm
