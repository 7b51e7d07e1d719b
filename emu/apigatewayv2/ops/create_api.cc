#include <fmt/format.h>

#include "apigatewayv2/checks.h"
#include "apigatewayv2/errors.h"
#include "apigatewayv2/limits.h"
#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

namespace {

constexpr std::size_t kApiIdLength = 10;

Api api_from(const CreateApi& in) {
  Api api{.api_key_selection_expression = in.api_key_selection_expression,
          .cors_configuration = in.cors_configuration,
          .description = in.description,
          .disable_schema_validation = in.disable_schema_validation,
          .disable_execute_api_endpoint = in.disable_execute_api_endpoint.value_or(false),
          .name = in.name,
          .protocol_type = in.protocol_type,
          .route_selection_expression = in.route_selection_expression,
          .tags = in.tags,
          .version = in.version};
  if (api.api_key_selection_expression.empty()) {
    api.api_key_selection_expression = "$request.header.x-api-key";
  }
  if (api.route_selection_expression.empty()) {
    api.route_selection_expression = "$request.method $request.path";
  }
  return api;
}

// The parts of a quick created API; the ids of the first two are not set yet.
struct QuickCreated {
  Integration integration;
  Route route;
  Stage stage;
};

QuickCreated quick_create(const CreateApi& in, Time now) {
  QuickCreated made;
  made.integration = {.api_gateway_managed = true,
                      .connection_type = "INTERNET",
                      .credentials_arn = in.credentials_arn,
                      .integration_method = "POST",
                      .integration_type = "AWS_PROXY",
                      .integration_uri = in.target,
                      .payload_format_version = "2.0",
                      .timeout_in_millis = kTimeoutMax};
  made.route = {.api_gateway_managed = true,
                .authorization_type = "NONE",
                .route_key = in.route_key.empty() ? std::string(kDefault) : in.route_key};
  made.stage = {.api_gateway_managed = true,
                .auto_deploy = true,
                .created_date = now,
                .default_route_settings = RouteSettings{.detailed_metrics_enabled = false},
                .last_updated_date = now,
                .stage_name = std::string(kDefault)};
  return made;
}

}  // namespace

// Checks: Amazon API Gateway Version 2 API Reference, "Apis".
Result<Api> ApiGateway::create_api(Call& call, const CreateApi& in) {
  State& here = state(call);
  const Time now = world_.now();
  if (in.protocol_type != "HTTP") {
    return bad_request("Only APIs with protocol type HTTP are available");
  }
  ApiRecord record{.resource = api_from(in)};
  EMU_CHECK(check_api(record.resource));
  QuickCreated quick = quick_create(in, now);
  const bool is_quick = !in.target.empty();
  if (is_quick) {
    EMU_CHECK(check_integration(quick.integration));
    EMU_CHECK(check_route(quick.route, record));
  } else if (!in.route_key.empty() || !in.credentials_arn.empty()) {
    return bad_route_target();
  }
  if (here.apis.size() >= kApisMax) return limit_reached("APIs");

  Random& random = world_.random();
  const std::string id = make_id(random, kApiIdLength);
  record.resource.api_id = id;
  record.resource.api_endpoint =
      fmt::format("https://{}.execute-api.{}.amazonaws.com", id, call.region());
  record.resource.created_date = now;
  if (is_quick) {
    quick.integration.integration_id = make_id(random, kPartIdLength);
    quick.route.route_id = make_id(random, kPartIdLength);
    quick.route.target = std::string(kTargetPrefix) + quick.integration.integration_id;
    record.integrations.emplace(quick.integration.integration_id, quick.integration);
    record.routes.emplace(quick.route.route_id, quick.route);
    record.stages.emplace(kDefault, std::move(quick.stage));
    record.deploy_changes(random, now);
  }
  homes_.emplace(id, Home{.account = call.account(), .region = call.region()});
  call.subject = id;
  return here.apis.emplace(id, std::move(record)).first->second.resource;
}

}  // namespace emu::apigatewayv2
