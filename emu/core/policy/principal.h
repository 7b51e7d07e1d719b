// Whom a policy may name.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Principal".
#pragma once

#include <string_view>

namespace emu::policy {

// Whether a Principal may hold that name under that type: {"AWS": "111122223333"}. Types are AWS,
// Service, Federated and CanonicalUser.
bool is_principal(std::string_view type, std::string_view name);

// Whether the type is one of those four.
bool is_principal_type(std::string_view type);

}  // namespace emu::policy
