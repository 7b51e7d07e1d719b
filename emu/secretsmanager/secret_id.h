// Names and ARNs of secrets: arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-XXXXXX.
// Source: AWS Secrets Manager User Guide, "What's in a Secrets Manager secret?" and "Troubleshoot"
// (Finding a secret from a partial ARN).
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

namespace emu::secretsmanager {

// Errors: ValidationException.
Status check_name(std::string_view name);

// Without the hyphen and the six characters behind the name.
std::string partial_arn(std::string_view account, std::string_view region, std::string_view name);

// "NAME-XXXXXX" of an ARN; empty for another service's.
std::string_view name_in_arn(std::string_view arn);
// "NAME" of "NAME-XXXXXX"; empty for a text that does not end so.
std::string_view name_without_suffix(std::string_view name);

}  // namespace emu::secretsmanager
