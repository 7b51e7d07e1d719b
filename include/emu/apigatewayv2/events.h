// What a function behind an HTTP API receives and answers in payload format 1.0. For format 2.0 see
// <emu/lambda/events.h>.
//
//   auto request = from_json<apigatewayv2::ProxyRequestV1>(event).value();
//   return to_json(apigatewayv2::ProxyResponseV1{.status_code = 200, .body = request.path});
//
// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs in API
// Gateway".
#pragma once

#include <emu/json.h>
#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::apigatewayv2 {

struct ProxyIdentityV1 {
  std::string source_ip = {};
  std::string user_agent = {};
  static void describe(StructureShape<ProxyIdentityV1>& s);
};

struct ProxyRequestContextV1 {
  std::string account_id = {};
  std::string api_id = {};
  std::string domain_name = {};
  std::string domain_prefix = {};
  std::string extended_request_id = {};
  std::string http_method = {};
  ProxyIdentityV1 identity = {};
  std::string path = {};
  std::string protocol = {};
  std::string request_id = {};
  std::string request_time = {};        // "12/Mar/2020:19:03:58 +0000"
  std::int64_t request_time_epoch = 0;  // milliseconds
  std::string resource_id = {};         // the route key
  std::string resource_path = {};
  std::string stage = {};
  static void describe(StructureShape<ProxyRequestContextV1>& s);
};

// What is null in the event is empty or absent here.
struct ProxyRequestV1 {
  std::string version = {};   // "1.0"
  std::string resource = {};  // the path of the route: "/seats/{seat}"
  std::string path = {};      // with the stage, unless that is $default
  std::string http_method = {};
  std::map<std::string, std::string> headers = {};  // of several values of a name the last one
  std::map<std::string, std::vector<std::string>> multi_value_headers = {};
  std::map<std::string, std::string> query_string_parameters = {};
  std::map<std::string, std::vector<std::string>> multi_value_query_string_parameters = {};
  ProxyRequestContextV1 request_context = {};
  std::map<std::string, std::string> path_parameters = {};
  std::map<std::string, std::string> stage_variables = {};
  std::optional<std::string> body = {};
  bool is_base64_encoded = false;
  static void describe(StructureShape<ProxyRequestV1>& s);
};

struct ProxyResponseV1 {
  std::int32_t status_code = 200;  // without one the answer is a 500
  std::map<std::string, std::string> headers = {};
  std::map<std::string, std::vector<std::string>> multi_value_headers = {};
  std::optional<std::string> body = {};
  std::optional<bool> is_base64_encoded = {};
  static void describe(StructureShape<ProxyResponseV1>& s);
};

}  // namespace emu::apigatewayv2
