// Values that texts of Amazon API Gateway V2 take, for those who want a compiler to read them.
#pragma once

namespace emu::apigatewayv2 {

// CreateIntegration::integration_type.
namespace integration_types {
inline constexpr const char* kAwsProxy = "AWS_PROXY";
inline constexpr const char* kHttpProxy = "HTTP_PROXY";
}  // namespace integration_types

// CreateApi::protocol_type.
namespace protocol_types {
inline constexpr const char* kHttp = "HTTP";
}  // namespace protocol_types

}  // namespace emu::apigatewayv2
