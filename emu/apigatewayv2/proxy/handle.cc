// A request's way through an API: host → API, path → stage, method and path → route, route →
// function.
#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "apigatewayv2/limits.h"
#include "apigatewayv2/proxy/answers.h"
#include "apigatewayv2/proxy/cors.h"
#include "apigatewayv2/proxy/event.h"
#include "apigatewayv2/proxy/hosts.h"
#include "apigatewayv2/proxy/integration.h"
#include "apigatewayv2/proxy/metrics.h"
#include "apigatewayv2/proxy/proxy_request.h"
#include "apigatewayv2/service.h"
#include "core/hash/ids.h"
#include "core/text/percent.h"

namespace emu::apigatewayv2 {

namespace {

constexpr std::string_view kServicePrincipal = "apigateway.amazonaws.com";
constexpr std::size_t kRequestIdLength = 15;

bool headers_too_large(const HttpRequest& request) {
  std::size_t bytes = request.method.size() + request.target.size() + sizeof(" HTTP/1.1");
  for (const auto& [name, value] : request.headers) bytes += name.size() + value.size();
  return bytes > kRequestLineAndHeadersMax;
}

// A target such as "/prod/seats/12%20A?x=1", taken apart.
struct Target {
  explicit Target(const RequestParts& parts)
      : path(percent_decode(parts.path).value_or(std::string(parts.path))), query(parts.query) {
    if (!path.starts_with('/')) path.insert(path.begin(), '/');
  }
  std::string path;  // decoded
  std::string_view query;
};

// The stage that a path names in its first part, else $default; null when there is neither.
const Stage* choose_stage(const ApiRecord& api, std::string_view path,
                          std::string_view& path_in_stage) {
  const std::string_view first = path.substr(1, path.find('/', 1) - 1);
  auto stage = first == kDefault ? api.stages.end() : api.stages.find(first);
  if (stage != api.stages.end()) {
    path_in_stage = path.substr(1 + first.size());
    if (path_in_stage.empty()) path_in_stage = "/";
    return &stage->second;
  }
  path_in_stage = path;
  stage = api.stages.find(kDefault);
  return stage == api.stages.end() ? nullptr : &stage->second;
}

std::string trace_id(Random& random, Time now) {
  std::string id = fmt::format("Root=1-{:08x}-", epoch_seconds(now));
  return id.append(hex_id(random, 24));
}

// The function's ARN with the stage's variables put in.
std::string resolve(std::string_view function,
                    const std::map<std::string, std::string>& stage_variables) {
  static constexpr std::string_view kOpen = "${stageVariables.";
  std::string resolved;
  for (;;) {
    const std::size_t open = function.find(kOpen);
    const std::size_t close = function.find('}', open);
    if (open == function.npos || close == function.npos) return resolved.append(function);
    resolved.append(function.substr(0, open));
    const std::string name(function.substr(open + kOpen.size(), close - open - kOpen.size()));
    const auto variable = stage_variables.find(name);
    if (variable != stage_variables.end()) resolved.append(variable->second);
    function.remove_prefix(close + 1);
  }
}

// The ARN by which a function's policy sees the caller.
std::string source_arn(const State& state, const ApiRecord& api, const Stage& stage,
                       const DeployedRoute& route, std::string_view method) {
  std::string arn = fmt::format("arn:aws:execute-api:{}:{}:{}/{}/", state.region, state.account,
                                api.resource.api_id, stage.stage_name);
  if (route.is_default) return arn.append(kDefault);
  return arn.append(method).append(route.path);
}

Result<CallerPtr> caller_of(World& world, const State& state, const DeployedRoute& route,
                            const std::string& arn) {
  if (route.credentials_arn.empty() || world.authorizer() == nullptr) {
    return world.service_caller(kServicePrincipal, arn, state.account, state.region);
  }
  return world.authorizer()->assume_for_service(route.credentials_arn, kServicePrincipal,
                                                "apigateway", state.region);
}

// The handle that invokes the route's function for a method; kept, since a route is asked again and
// again. A role's session is assumed anew each time.
Result<Aws> client_of(World& world, const State& state, const ApiRecord& api, const Stage& stage,
                      LiveStage& live, std::size_t route_index, const std::string& method) {
  const DeployedRoute& route = live.served->api.routes[route_index];
  std::vector<RouteClient>& kept = live.clients[route_index];
  for (const RouteClient& candidate : kept) {
    if (candidate.method == method) return candidate.client;
  }
  EMU_TRY(const CallerPtr caller,
          caller_of(world, state, route, source_arn(state, api, stage, route, method)));
  Aws client = world.client(caller);
  if (is_method(method) && route.credentials_arn.empty()) {
    kept.push_back({.method = method, .client = client});
  }
  return client;
}

}  // namespace

HttpResponse ApiGateway::handle(const RequestParts& parts) {
  const HttpRequest& request = parts.http;
  const auto home = homes_.find(parts.first_label());
  if (home == homes_.end()) return not_found_answer();
  // The API may be deleted while its function runs.
  const ApiRequest counted{
      .account = home->second.account, .region = home->second.region, .api_id = home->first};
  const std::string resource =
      fmt::format("arn:aws:apigateway:{}::/apis/{}", home->second.region, home->first);
  std::string request_id = base62_id(world_.random(), kRequestIdLength) + "=";
  const Time begun = world_.now();
  std::shared_ptr<const ServedApi> served;
  HttpResponse response = route_request(parts, home->second, request_id, served);

  if (served != nullptr && served->api.cors && !is_preflight(request)) {
    add_cors_headers(*served->api.cors, request, response);
  }
  world_.record<events::ApiRequestAnswered>([&](auto& event) {
    event.api_arn = resource;
    event.request_id = request_id;
    event.method = request.method;
    event.target = request.target;
    event.status = response.status;
    event.took = world_.now() - begun;
  });
  count_request(world_, counted, response.status, world_.now() - begun);
  response.headers.add("apigw-requestid", std::move(request_id));
  return response;
}

HttpResponse ApiGateway::route_request(const RequestParts& parts, const Home& home,
                                       const std::string& request_id,
                                       std::shared_ptr<const ServedApi>& served) {
  const HttpRequest& request = parts.http;
  if (headers_too_large(request)) return headers_too_large_answer();
  if (request.body.size() > kPayloadMax) return payload_too_large_answer();
  State& here = states_.at(home.account, home.region);
  const ApiRecord& api = here.apis.find(parts.first_label())->second;
  if (api.resource.disable_execute_api_endpoint) return not_found_answer();

  const Target target(parts);
  std::string_view path_in_stage;
  const Stage* stage = choose_stage(api, target.path, path_in_stage);
  if (stage == nullptr || stage->deployment_id.empty()) return not_found_answer();
  LiveStage& live = live_.at(api, *stage);
  served = live.served;
  if (served->api.cors && request.method == "OPTIONS" &&
      (is_preflight(request) || !served->tree.names_method("OPTIONS", path_in_stage))) {
    return preflight_answer(*served->api.cors, request);
  }
  const auto match = served->tree.find(request.method, path_in_stage);
  if (!match) return not_found_answer();
  const DeployedRoute& route = served->api.routes[match->route];
  if (!route.has_integration) return internal_server_error_answer();
  Result<Aws> client = client_of(world_, here, api, *stage, live, match->route, request.method);
  if (!client) return internal_server_error_answer();

  const ProxyHeaders headers(request, trace_id(world_.random(), world_.now()));
  const ProxyRequest proxy{
      .http = request,
      .account = here.account,
      .api_id = api.resource.api_id,
      .domain = std::string_view(request.host).substr(0, request.host.find(':')),
      .stage = stage->stage_name,
      .stage_variables = stage->stage_variables,
      .route = route,
      .match = *match,
      .path = target.path,
      .query = target.query,
      .request_id = request_id,
      .at = world_.now(),
      .headers = headers};
  // From here on only `served` is held: the API may change while the function runs.
  return invoke_function(world_, std::move(*client),
                         {.function = resolve(route.function, stage->stage_variables),
                          .event = route.payload_v1 ? event_v1(proxy) : event_v2(proxy),
                          .payload_v1 = route.payload_v1,
                          .timeout = route.timeout});
}

}  // namespace emu::apigatewayv2
