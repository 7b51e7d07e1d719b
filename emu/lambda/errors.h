// Errors in Lambda's words: those that several files share, and what an operation makes its own
// from.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::lambda {

// For the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

// What Lambda puts down to the caller: the error's document says "Type": "User".
Error user_error(std::string_view code, int status, std::string message);
Error invalid_parameter(std::string message);
Error not_found(std::string message);
Error conflict(std::string message);
Error too_large(std::string_view code, std::size_t bytes_max, std::string_view operation);

Error function_not_found(std::string_view arn);
Error function_not_in_region(std::string_view function_region, std::string_view region);
Error resource_not_found();  // a mapping or a policy
Error code_missing();
Error role_lacks_permission(std::string_view action, std::string_view service);
// "GetPolicy" is the operation that tells the latest revision.
Error revision_differs(std::string_view operation = "GetFunction/GetAlias");
Error marker_invalid();

// Event source mappings.
Error mapping_is_busy();
Error mapped_function_missing();
Error parameter_unsupported(std::string_view parameter);
Error stream_mapping_exists(std::string_view source_arn, std::string_view function,
                            std::string_view uuid);
Error mapping_exists(std::string_view source_arn, std::string_view function, std::string_view uuid);

}  // namespace emu::lambda
