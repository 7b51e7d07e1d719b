// An HTTP API whose function is played by the test: what it was asked, and what it answers when.
#pragma once

#include <emu/apigatewayv2.h>
#include <emu/http.h>
#include <emu/lambda.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/gate/operation_table.h"
#include "core/gate/world.h"
#include "support/fixture.h"

namespace emu::test {

// Stands in for Lambda: answers Invoke.
class PlayedFunction final : public Service {
 public:
  explicit PlayedFunction(World& world) : world_(world) { add_to(world.operations()); }

  const ServiceProfile& profile() const override { return *find_profile("lambda"); }
  void add_to(OperationTable& table) override {
    table.add<lambda::Invoke>(*this, &PlayedFunction::invoke, {.action = kNoPermission});
  }
  void reset(std::optional<std::string_view>) override {}

  Result<lambda::InvokeResult> invoke(Call& call, const lambda::Invoke& in) {
    events.push_back(in.payload.str());
    functions.push_back(in.function_name);
    source_arns.push_back(call.caller.source_arn);
    if (takes > Duration(0)) world_.scheduler().sleep_until(world_.now() + takes);
    ++finished;
    if (error) return *error;
    lambda::InvokeResult result{.payload = answer};
    if (fails) result.function_error = "Unhandled";
    return result;
  }

  std::string answer = R"({"ok":true})";
  Duration takes = {};
  bool fails = false;
  std::optional<Error> error = {};

  std::vector<std::string> events;
  std::vector<std::string> functions;
  std::vector<std::string> source_arns;
  int finished = 0;

 private:
  World& world_;
};

struct GatewayFixture : Fixture {
  GatewayFixture() {
    api = aws.send(apigatewayv2::CreateApi{.name = "bus", .protocol_type = "HTTP"}).value().api_id;
  }

  std::string integration(const std::string& version = "2.0", const std::string& uri = kFunction) {
    return aws
        .send(apigatewayv2::CreateIntegration{.api_id = api,
                                              .integration_type = "AWS_PROXY",
                                              .integration_uri = uri,
                                              .payload_format_version = version})
        .value()
        .integration_id;
  }
  std::string route(const std::string& key, const std::string& integration_id) {
    return aws
        .send(apigatewayv2::CreateRoute{
            .api_id = api, .route_key = key, .target = "integrations/" + integration_id})
        .value()
        .route_id;
  }
  void stage(const std::string& name, std::map<std::string, std::string> variables = {}) {
    aws.send(apigatewayv2::CreateStage{.api_id = api,
                                       .stage_name = name,
                                       .auto_deploy = true,
                                       .stage_variables = std::move(variables)})
        .value();
  }
  void cors(apigatewayv2::Cors configuration) {
    aws.send(apigatewayv2::UpdateApi{.api_id = api, .cors_configuration = std::move(configuration)})
        .value();
  }

  HttpResponse http(HttpRequest request) {
    request.host = api + ".execute-api.us-east-1.amazonaws.com";
    return cloud.http(request);
  }
  HttpResponse get(const std::string& target) { return http({.target = target}); }

  static std::string header(const HttpResponse& response, const std::string& name) {
    const std::string* value = response.headers.find(name);
    return value == nullptr ? "(none)" : *value;
  }

  static constexpr const char* kFunction =
      "arn:aws:lambda:us-east-1:000000000000:function:producer";
  PlayedFunction function{cloud.world()};
  std::string api;
};

}  // namespace emu::test
