// Parameters that stand for secrets of Secrets Manager.
// Source: AWS Systems Manager User Guide, "Referencing AWS Secrets Manager secrets from Parameter
// Store parameters".
#pragma once

#include <emu/result.h>
#include <emu/ssm/types.h>

#include <string_view>

#include "core/gate/call.h"

namespace emu::ssm {

// Whether it is /aws/reference/secretsmanager/SECRET, which may end in ":" and a version or stage.
bool is_secret_reference(std::string_view name);

// The secret's value, which the caller must be allowed to read.
// Errors: ValidationException without decryption, ParameterNotFound, AccessDeniedException.
Result<Parameter> referenced_secret(Call& call, std::string_view name, bool with_decryption);

}  // namespace emu::ssm
