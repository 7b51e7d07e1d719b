// Which policies a secret may have.
// Source: AWS Secrets Manager API Reference, "PutResourcePolicy", "ValidateResourcePolicy"; User
// Guide, "Resource-based policies".
#pragma once

#include <emu/result.h>

#include <string_view>

#include "core/policy/document.h"

namespace emu::secretsmanager {

// A well-formed document whose statements have principals, actions and resources.
// Errors: MalformedPolicyDocumentException.
Result<policy::Document> read_policy(std::string_view json);

// Whether a statement of it lets everybody in.
bool is_public(const policy::Document& document);

}  // namespace emu::secretsmanager
