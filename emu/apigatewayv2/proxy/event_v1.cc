#include "apigatewayv2/proxy/event.h"
#include "core/json/json_writer.h"

namespace emu::apigatewayv2 {

namespace {

void null_member(JsonWriter& json, std::string_view name) {
  json.key(name);
  json.null();
}

void write_headers_v1(JsonWriter& json, const ProxyHeaders& headers) {
  const auto& fields = headers.fields();
  // Visits the ranges of fields of one name.
  auto each_name = [&fields](auto visit) {
    for (std::size_t i = 0; i < fields.size();) {
      std::size_t end = i + 1;
      while (end < fields.size() && fields[end].lower_name == fields[i].lower_name) ++end;
      visit(i, end);
      i = end;
    }
  };
  json.key("headers");
  json.begin_object();
  each_name([&](std::size_t first, std::size_t end) {
    json.member(fields[first].name, fields[end - 1].value);
  });
  json.end_object();
  json.key("multiValueHeaders");
  json.begin_object();
  each_name([&](std::size_t first, std::size_t end) {
    json.key(fields[first].name);
    json.begin_array();
    for (std::size_t i = first; i < end; ++i) json.string(fields[i].value);
    json.end_array();
  });
  json.end_object();
}

void write_query_v1(JsonWriter& json, std::string_view query) {
  const QueryParameters parameters = query_parameters(query);
  if (parameters.empty()) {
    null_member(json, "queryStringParameters");
    null_member(json, "multiValueQueryStringParameters");
    return;
  }
  json.key("queryStringParameters");
  json.begin_object();
  for (const auto& [name, values] : parameters) json.member(name, values.back());
  json.end_object();
  json.key("multiValueQueryStringParameters");
  json.begin_object();
  for (const auto& [name, values] : parameters) {
    json.key(name);
    json.begin_array();
    for (const std::string& value : values) json.string(value);
    json.end_array();
  }
  json.end_object();
}

void write_identity(JsonWriter& json, const ProxyRequest& request) {
  json.key("identity");
  json.begin_object();
  for (const char* name : {"accessKey", "accountId", "caller", "cognitoAuthenticationProvider",
                           "cognitoAuthenticationType", "cognitoIdentityId",
                           "cognitoIdentityPoolId", "principalOrgId"}) {
    null_member(json, name);
  }
  json.member("sourceIp", request.http.source_ip);
  null_member(json, "user");
  json.member("userAgent", request.headers.find("user-agent"));
  null_member(json, "userArn");
  json.end_object();
}

std::string_view resource_of(const DeployedRoute& route) {
  return route.is_default ? kDefault : std::string_view(route.path);
}

void write_context_v1(JsonWriter& json, const ProxyRequest& request) {
  json.key("requestContext");
  json.begin_object();
  json.member("accountId", request.account);
  json.member("apiId", request.api_id);
  json.member("domainName", request.domain);
  json.member("domainPrefix", request.domain.substr(0, request.domain.find('.')));
  json.member("extendedRequestId", request.request_id);
  json.member("httpMethod", request.http.method);
  write_identity(json, request);
  json.member("path", request.path);
  json.member("protocol", "HTTP/1.1");
  json.member("requestId", request.request_id);
  json.member("requestTime", access_log_time(request.at));
  json.key("requestTimeEpoch");
  json.integer(epoch_millis(request.at));
  json.member("resourceId", request.route.route_key);
  json.member("resourcePath", resource_of(request.route));
  json.member("stage", request.stage);
  json.end_object();
}

// A map that is null when it is empty.
template <class Map>
void write_map_v1(JsonWriter& json, std::string_view name, const Map& map) {
  if (map.empty()) return null_member(json, name);
  json.key(name);
  json.begin_object();
  for (const auto& [key, value] : map) json.member(key, value);
  json.end_object();
}

}  // namespace

std::string event_v1(const ProxyRequest& request) {
  const Blob& body = request.http.body;
  std::string event;
  event.reserve(2'200 + body.size() + body.size() / 3);
  JsonWriter json(event);
  json.begin_object();
  json.member("version", "1.0");
  json.member("resource", resource_of(request.route));
  json.member("path", request.path);
  json.member("httpMethod", request.http.method);
  write_headers_v1(json, request.headers);
  write_query_v1(json, request.query);
  write_context_v1(json, request);
  write_map_v1(json, "pathParameters", request.match.variables);
  write_map_v1(json, "stageVariables", request.stage_variables);
  const bool is_text = is_text_body(request);
  if (body.empty()) {
    null_member(json, "body");
  } else {
    json.key("body");
    if (is_text) {
      json.string(body);
    } else {
      json.bytes(body);
    }
  }
  json.key("isBase64Encoded");
  json.boolean(!body.empty() && !is_text);
  json.end_object();
  return event;
}

}  // namespace emu::apigatewayv2
