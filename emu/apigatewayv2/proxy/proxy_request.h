// ProxyRequest: a request to a route, taken apart for the event that its function receives.
#pragma once

#include <emu/http.h>
#include <emu/time.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "apigatewayv2/deployed_api.h"
#include "apigatewayv2/route_tree.h"

namespace emu::apigatewayv2 {

// The request's headers and those that the gateway adds, by lower-case name; several of one name
// stand side by side, in their order.
class ProxyHeaders {
 public:
  struct Field {
    std::string_view lower_name;
    std::string_view name;  // as it came
    std::string_view value;
  };

  ProxyHeaders(const HttpRequest& request, std::string trace_id);
  ProxyHeaders(const ProxyHeaders&) = delete;
  ProxyHeaders& operator=(const ProxyHeaders&) = delete;

  const std::vector<Field>& fields() const { return fields_; }
  std::string_view find(std::string_view lower_name) const;  // empty when there is none

 private:
  void add_own(std::string_view lower_name, std::string_view name, std::string_view value);

  // Own storage of what the fields show; never grows after the fields were made.
  std::string lower_names_;
  std::string content_length_;
  std::string forwarded_for_;
  std::string trace_id_;
  std::vector<Field> fields_;
};

struct ProxyRequest {
  const HttpRequest& http;
  std::string_view account;
  std::string_view api_id;
  std::string_view domain;  // the host without a port
  std::string_view stage;
  const std::map<std::string, std::string>& stage_variables;
  const DeployedRoute& route;
  const RouteTree::Match& match;
  std::string_view path;   // decoded, with the stage unless that is $default
  std::string_view query;  // raw
  std::string_view request_id;
  Time at;
  const ProxyHeaders& headers;
};

// The parameters of a query, decoded and by name; several values of one name in their order.
using QueryParameters = std::map<std::string, std::vector<std::string>>;
QueryParameters query_parameters(std::string_view query);

// Whether the body goes into the event as text, else in base64: a body that does not say that it is
// text is none.
bool is_text_body(const ProxyRequest& request);

// "12/Mar/2020:19:03:58 +0000"
std::string access_log_time(Time time);

}  // namespace emu::apigatewayv2
