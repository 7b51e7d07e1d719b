// The numbers of API Gateway's HTTP APIs. Sources: API Gateway Developer Guide, "Quotas for
// configuring and running an HTTP API in API Gateway"; Version 2 API Reference.
#pragma once

#include <chrono>
#include <cstddef>

namespace emu::apigatewayv2 {

inline constexpr std::size_t kApisMax = 600;  // of an account and region
inline constexpr std::size_t kRoutesMax = 300;
inline constexpr std::size_t kIntegrationsMax = 300;
inline constexpr std::size_t kStagesMax = 10;
inline constexpr std::size_t kPageMax = 500;

inline constexpr std::size_t kNameMax = 128;
inline constexpr std::size_t kDescriptionMax = 1024;
inline constexpr std::size_t kVersionMax = 64;
inline constexpr std::size_t kStageVariableMax = 2048;
inline constexpr std::size_t kUriMax = 2048;
inline constexpr std::chrono::seconds kCorsMaxAgeMin{-1};
inline constexpr std::chrono::seconds kCorsMaxAgeMax{86'400};

inline constexpr std::chrono::milliseconds kTimeoutMin{50};
inline constexpr std::chrono::milliseconds kTimeoutMax{30'000};

inline constexpr std::size_t kPayloadMax = 10'485'760;  // 10 MiB
inline constexpr std::size_t kRequestLineAndHeadersMax = 10'240;

}  // namespace emu::apigatewayv2
