#include <emu/apigatewayv2/types.h>

#include "apigatewayv2/shapes/describe.h"

namespace emu::apigatewayv2 {

void Cors::describe(StructureShape<Cors>& s) {
  s.member("AllowCredentials", &Cors::allow_credentials).wire_name("allowCredentials");
  s.member("AllowHeaders", &Cors::allow_headers).wire_name("allowHeaders");
  s.member("AllowMethods", &Cors::allow_methods).wire_name("allowMethods");
  s.member("AllowOrigins", &Cors::allow_origins).wire_name("allowOrigins");
  s.member("ExposeHeaders", &Cors::expose_headers).wire_name("exposeHeaders");
  s.member("MaxAge", &Cors::max_age).wire_name("maxAge");
}

void RouteSettings::describe(StructureShape<RouteSettings>& s) {
  s.member("DataTraceEnabled", &RouteSettings::data_trace_enabled).wire_name("dataTraceEnabled");
  s.member("DetailedMetricsEnabled", &RouteSettings::detailed_metrics_enabled)
      .wire_name("detailedMetricsEnabled");
  s.member("LoggingLevel", &RouteSettings::logging_level)
      .wire_name("loggingLevel")
      .one_of({"ERROR", "INFO", "OFF"});
  s.member("ThrottlingBurstLimit", &RouteSettings::throttling_burst_limit)
      .wire_name("throttlingBurstLimit");
  s.member("ThrottlingRateLimit", &RouteSettings::throttling_rate_limit)
      .wire_name("throttlingRateLimit");
}

void AccessLogSettings::describe(StructureShape<AccessLogSettings>& s) {
  s.member("DestinationArn", &AccessLogSettings::destination_arn).wire_name("destinationArn");
  s.member("Format", &AccessLogSettings::format).wire_name("format");
}

void ParameterConstraints::describe(StructureShape<ParameterConstraints>& s) {
  s.member("Required", &ParameterConstraints::required).wire_name("required");
}

void TlsConfig::describe(StructureShape<TlsConfig>& s) {
  s.member("ServerNameToVerify", &TlsConfig::server_name_to_verify).wire_name("serverNameToVerify");
}

}  // namespace emu::apigatewayv2

namespace emu {
EMU_DESCRIBED(apigatewayv2::Cors);
EMU_DESCRIBED(apigatewayv2::RouteSettings);
EMU_DESCRIBED(apigatewayv2::AccessLogSettings);
EMU_DESCRIBED(apigatewayv2::ParameterConstraints);
EMU_DESCRIBED(apigatewayv2::TlsConfig);
}  // namespace emu
