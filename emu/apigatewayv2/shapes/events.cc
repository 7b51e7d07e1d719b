#include <emu/apigatewayv2/events.h>

#include "apigatewayv2/shapes/describe.h"

namespace emu::apigatewayv2 {

void ProxyIdentityV1::describe(StructureShape<ProxyIdentityV1>& s) {
  s.member("sourceIp", &ProxyIdentityV1::source_ip);
  s.member("userAgent", &ProxyIdentityV1::user_agent);
}

void ProxyRequestContextV1::describe(StructureShape<ProxyRequestContextV1>& s) {
  s.member("accountId", &ProxyRequestContextV1::account_id);
  s.member("apiId", &ProxyRequestContextV1::api_id);
  s.member("domainName", &ProxyRequestContextV1::domain_name);
  s.member("domainPrefix", &ProxyRequestContextV1::domain_prefix);
  s.member("extendedRequestId", &ProxyRequestContextV1::extended_request_id);
  s.member("httpMethod", &ProxyRequestContextV1::http_method);
  s.member("identity", &ProxyRequestContextV1::identity);
  s.member("path", &ProxyRequestContextV1::path);
  s.member("protocol", &ProxyRequestContextV1::protocol);
  s.member("requestId", &ProxyRequestContextV1::request_id);
  s.member("requestTime", &ProxyRequestContextV1::request_time);
  s.member("requestTimeEpoch", &ProxyRequestContextV1::request_time_epoch);
  s.member("resourceId", &ProxyRequestContextV1::resource_id);
  s.member("resourcePath", &ProxyRequestContextV1::resource_path);
  s.member("stage", &ProxyRequestContextV1::stage);
}

void ProxyRequestV1::describe(StructureShape<ProxyRequestV1>& s) {
  s.member("version", &ProxyRequestV1::version);
  s.member("resource", &ProxyRequestV1::resource);
  s.member("path", &ProxyRequestV1::path);
  s.member("httpMethod", &ProxyRequestV1::http_method);
  s.member("headers", &ProxyRequestV1::headers);
  s.member("multiValueHeaders", &ProxyRequestV1::multi_value_headers);
  s.member("queryStringParameters", &ProxyRequestV1::query_string_parameters);
  s.member("multiValueQueryStringParameters", &ProxyRequestV1::multi_value_query_string_parameters);
  s.member("requestContext", &ProxyRequestV1::request_context);
  s.member("pathParameters", &ProxyRequestV1::path_parameters);
  s.member("stageVariables", &ProxyRequestV1::stage_variables);
  s.member("body", &ProxyRequestV1::body);
  s.member("isBase64Encoded", &ProxyRequestV1::is_base64_encoded);
}

void ProxyResponseV1::describe(StructureShape<ProxyResponseV1>& s) {
  s.member("statusCode", &ProxyResponseV1::status_code);
  s.member("headers", &ProxyResponseV1::headers);
  s.member("multiValueHeaders", &ProxyResponseV1::multi_value_headers);
  s.member("body", &ProxyResponseV1::body);
  s.member("isBase64Encoded", &ProxyResponseV1::is_base64_encoded);
}

}  // namespace emu::apigatewayv2

namespace emu {
EMU_DESCRIBED(apigatewayv2::ProxyIdentityV1);
EMU_DESCRIBED(apigatewayv2::ProxyRequestContextV1);
EMU_DESCRIBED(apigatewayv2::ProxyRequestV1);
EMU_DESCRIBED(apigatewayv2::ProxyResponseV1);
}  // namespace emu
