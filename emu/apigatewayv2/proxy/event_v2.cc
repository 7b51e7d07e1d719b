#include "apigatewayv2/proxy/event.h"
#include "core/json/json_writer.h"

namespace emu::apigatewayv2 {

namespace {

// "a=1; b=2" as two cookies.
void write_cookies(JsonWriter& json, const ProxyHeaders& headers) {
  bool open = false;
  for (const ProxyHeaders::Field& field : headers.fields()) {
    if (field.lower_name != "cookie") continue;
    if (!open) {
      json.key("cookies");
      json.begin_array();
      open = true;
    }
    std::string_view rest = field.value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      json.string(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      while (rest.starts_with(' ')) rest.remove_prefix(1);
    }
  }
  if (open) json.end_array();
}

void write_headers_v2(JsonWriter& json, const ProxyHeaders& headers) {
  json.key("headers");
  json.begin_object();
  const auto& fields = headers.fields();
  for (std::size_t i = 0; i < fields.size();) {
    const std::string_view name = fields[i].lower_name;
    std::size_t end = i + 1;
    while (end < fields.size() && fields[end].lower_name == name) ++end;
    if (name != "cookie") {
      json.key(name);
      if (end == i + 1) {
        json.string(fields[i].value);
      } else {
        std::string joined(fields[i].value);
        for (std::size_t j = i + 1; j < end; ++j) joined.append(",").append(fields[j].value);
        json.string(joined);
      }
    }
    i = end;
  }
  json.end_object();
}

void write_query_v2(JsonWriter& json, std::string_view query) {
  if (query.empty()) return;
  const QueryParameters parameters = query_parameters(query);
  if (parameters.empty()) return;
  json.key("queryStringParameters");
  json.begin_object();
  for (const auto& [name, values] : parameters) {
    std::string joined = values.front();
    for (std::size_t i = 1; i < values.size(); ++i) joined.append(",").append(values[i]);
    json.member(name, joined);
  }
  json.end_object();
}

void write_context_v2(JsonWriter& json, const ProxyRequest& request) {
  json.key("requestContext");
  json.begin_object();
  json.member("accountId", request.account);
  json.member("apiId", request.api_id);
  json.member("domainName", request.domain);
  json.member("domainPrefix", request.domain.substr(0, request.domain.find('.')));
  json.key("http");
  json.begin_object();
  json.member("method", request.http.method);
  json.member("path", request.path);
  json.member("protocol", "HTTP/1.1");
  json.member("sourceIp", request.http.source_ip);
  json.member("userAgent", request.headers.find("user-agent"));
  json.end_object();
  json.member("requestId", request.request_id);
  json.member("routeKey", request.route.route_key);
  json.member("stage", request.stage);
  json.member("time", access_log_time(request.at));
  json.key("timeEpoch");
  json.integer(epoch_millis(request.at));
  json.end_object();
}

// A map that is absent when it is empty.
template <class Map>
void write_map_v2(JsonWriter& json, std::string_view name, const Map& map) {
  if (map.empty()) return;
  json.key(name);
  json.begin_object();
  for (const auto& [key, value] : map) json.member(key, value);
  json.end_object();
}

}  // namespace

std::string event_v2(const ProxyRequest& request) {
  const Blob& body = request.http.body;
  std::string event;
  event.reserve(1'400 + body.size() + body.size() / 3);
  JsonWriter json(event);
  json.begin_object();
  json.member("version", "2.0");
  json.member("routeKey", request.route.route_key);
  json.member("rawPath", request.path);
  json.member("rawQueryString", request.query);
  write_cookies(json, request.headers);
  write_headers_v2(json, request.headers);
  write_query_v2(json, request.query);
  write_context_v2(json, request);
  write_map_v2(json, "pathParameters", request.match.variables);
  write_map_v2(json, "stageVariables", request.stage_variables);
  const bool is_text = is_text_body(request);
  if (!body.empty()) {
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
