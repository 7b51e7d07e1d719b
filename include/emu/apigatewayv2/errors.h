// The codes of the errors of Amazon API Gateway V2, as Error::code holds them.
//
//   if (answer.error().code == apigatewayv2::errors::kNotFoundException) …
#pragma once

namespace emu::apigatewayv2::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kBadRequestException = "BadRequestException";
inline constexpr const char* kConflictException = "ConflictException";
inline constexpr const char* kNotFoundException = "NotFoundException";

}  // namespace emu::apigatewayv2::errors
