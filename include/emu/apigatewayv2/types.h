// What requests and answers of several kinds have in common.
// Source: Amazon API Gateway Version 2 API Reference.
#pragma once

#include <emu/shape.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::apigatewayv2 {

// What other origins may ask of an API.
struct Cors {
  std::optional<bool> allow_credentials = {};
  std::vector<std::string> allow_headers = {};  // "*": all, but with credentials
  std::vector<std::string> allow_methods = {};
  std::vector<std::string> allow_origins = {};  // "https://example.com", "https://*" or "*"
  std::vector<std::string> expose_headers = {};
  std::optional<std::chrono::seconds> max_age = {};  // -1 to 86,400
  static void describe(StructureShape<Cors>& s);
};

// Stored and told; requests are not throttled by it.
struct RouteSettings {
  std::optional<bool> data_trace_enabled = {};
  std::optional<bool> detailed_metrics_enabled = {};
  std::string logging_level = {};  // WebSocket APIs only
  std::optional<std::int32_t> throttling_burst_limit = {};
  std::optional<double> throttling_rate_limit = {};
  static void describe(StructureShape<RouteSettings>& s);
};

// Stored and told; nothing is logged.
struct AccessLogSettings {
  std::string destination_arn = {};
  std::string format = {};
  static void describe(StructureShape<AccessLogSettings>& s);
};

struct ParameterConstraints {
  std::optional<bool> required = {};
  static void describe(StructureShape<ParameterConstraints>& s);
};

struct TlsConfig {
  std::string server_name_to_verify = {};
  static void describe(StructureShape<TlsConfig>& s);
};

}  // namespace emu::apigatewayv2
