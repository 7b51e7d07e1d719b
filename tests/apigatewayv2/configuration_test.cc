// Source: Amazon API Gateway Version 2 API Reference.
#include <doctest/doctest.h>
#include <emu/json.h>

#include "apigatewayv2/gateway_fixture.h"

namespace emu::test {

TEST_SUITE("apigatewayv2: configuration") {
  TEST_CASE_FIXTURE(GatewayFixture, "an API is created, told, changed and deleted") {
    const auto made = aws.send(apigatewayv2::CreateApi{.name = "donuts",
                                                       .protocol_type = "HTTP",
                                                       .description = "sweet",
                                                       .tags = {{"team", "a"}}})
                          .value();
    CHECK(made.api_id.size() == 10);
    CHECK(made.api_endpoint == "https://" + made.api_id + ".execute-api.us-east-1.amazonaws.com");
    CHECK(made.route_selection_expression == "$request.method $request.path");
    CHECK(made.created_date == cloud.now());
    aws.send(apigatewayv2::UpdateApi{.api_id = made.api_id, .description = "", .name = "cakes"})
        .value();
    const auto told = aws.send(apigatewayv2::GetApi{.api_id = made.api_id}).value();
    CHECK(told.name == "cakes");
    CHECK(told.description.empty());
    CHECK(told.tags.at("team") == "a");
    CHECK(aws.send(apigatewayv2::GetApis{}).value().items.size() == 2);
    aws.send(apigatewayv2::DeleteApi{.api_id = made.api_id}).value();
    const auto gone = aws.send(apigatewayv2::GetApi{.api_id = made.api_id});
    CHECK(code(gone) == "NotFoundException");
    CHECK(message(gone) == "Invalid API identifier specified 000000000000:" + made.api_id);
    CHECK(gone.error().status == 404);
  }

  TEST_CASE_FIXTURE(GatewayFixture, "with a target an API is ready at once") {
    api = aws.send(apigatewayv2::CreateApi{
                       .name = "quick", .protocol_type = "HTTP", .target = kFunction})
              .value()
              .api_id;
    CHECK(get("/anything").status == 200);
    const auto stages = aws.send(apigatewayv2::GetStages{.api_id = api}).value().items;
    REQUIRE(stages.size() == 1);
    CHECK(stages[0].stage_name == "$default");
    CHECK(stages[0].api_gateway_managed);
    const auto routes = aws.send(apigatewayv2::GetRoutes{.api_id = api}).value().items;
    const auto integrations = aws.send(apigatewayv2::GetIntegrations{.api_id = api}).value().items;
    REQUIRE(routes.size() == 1);
    REQUIRE(integrations.size() == 1);
    CHECK(integrations[0].payload_format_version == "2.0");
    CHECK(code(aws.send(apigatewayv2::UpdateRoute{
              .api_id = api, .route_id = routes[0].route_id, .route_key = "GET /"})) ==
          "BadRequestException");
    CHECK(code(aws.send(apigatewayv2::DeleteIntegration{
              .api_id = api, .integration_id = integrations[0].integration_id})) ==
          "BadRequestException");
    aws.send(apigatewayv2::UpdateApi{.api_id = api, .route_key = "GET /only"}).value();
    CHECK(get("/anything").status == 404);
    CHECK(get("/only").status == 200);
  }

  TEST_CASE_FIXTURE(GatewayFixture,
                    "a route key is unique, well formed and has a target that exists") {
    const std::string target = integration();
    const std::string first = route("GET /seats", target);
    auto create = [this](const std::string& key, const std::string& to) {
      return aws.send(apigatewayv2::CreateRoute{.api_id = api, .route_key = key, .target = to});
    };
    const auto again = create("GET /seats", "");
    CHECK(code(again) == "ConflictException");
    CHECK(message(again) == "Route with key GET /seats already exists for this API");
    for (const char* bad :
         {"", "GET", "GET seats", "FETCH /a", "GET /{a", "GET /{a+}/b", "GET /a b"}) {
      CAPTURE(bad);
      CHECK(code(create(bad, "")) == "BadRequestException");
    }
    CHECK(code(create("GET /x", "integrations/none")) == "BadRequestException");
    CHECK(code(create("GET /x", kFunction)) == "BadRequestException");
    CHECK(aws.send(apigatewayv2::GetRoutes{.api_id = api}).value().items.size() == 1);
    CHECK(code(aws.send(apigatewayv2::DeleteIntegration{
              .api_id = api, .integration_id = target})) == "ConflictException");
    aws.send(apigatewayv2::DeleteRoute{.api_id = api, .route_id = first}).value();
    CHECK(code(aws.send(apigatewayv2::GetRoute{.api_id = api, .route_id = first})) ==
          "NotFoundException");
    aws.send(apigatewayv2::DeleteIntegration{.api_id = api, .integration_id = target}).value();
  }

  TEST_CASE_FIXTURE(GatewayFixture, "an integration is a Lambda function with a payload format") {
    auto create = [this](apigatewayv2::CreateIntegration request) {
      request.api_id = api;
      if (request.integration_type.empty()) request.integration_type = "AWS_PROXY";
      return code(aws.send(request));
    };
    const std::string bad = "BadRequestException";
    CHECK(create({.api_id = {}, .integration_type = {}, .integration_uri = kFunction}) == bad);
    CHECK(create({.api_id = {},
                  .integration_type = "HTTP_PROXY",
                  .integration_uri = "https://example.com",
                  .payload_format_version = "1.0"}) == bad);
    CHECK(create({.api_id = {},
                  .integration_type = {},
                  .integration_uri = "function",
                  .payload_format_version = "2.0"}) == bad);
    for (const auto timeout : {49ms, 30'001ms}) {
      CHECK(create({.api_id = {},
                    .integration_type = {},
                    .integration_uri = kFunction,
                    .payload_format_version = "2.0",
                    .timeout_in_millis = timeout}) == bad);
    }
    CHECK(aws.send(apigatewayv2::GetIntegrations{.api_id = api}).value().items.empty());

    const std::string id = integration(
        "1.0", std::string("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/") +
                   kFunction + "/invocations");
    const auto told = aws.send(apigatewayv2::UpdateIntegration{
                                   .api_id = api, .integration_id = id, .timeout_in_millis = 50ms})
                          .value();
    CHECK(told.timeout_in_millis == 50ms);
    CHECK(told.connection_type == "INTERNET");
    CHECK(told.payload_format_version == "1.0");
    CHECK(aws.send(apigatewayv2::GetIntegration{.api_id = api, .integration_id = id})
              .value()
              .timeout_in_millis == 50ms);
  }

  // As users of the AWS CLI see them.
  TEST_CASE_FIXTURE(GatewayFixture, "a stage shows what it has none of") {
    const auto made =
        aws.send(apigatewayv2::CreateStage{.api_id = api, .stage_name = "prod"}).value();
    const std::string json = to_json(made);
    CHECK(json.find(R"("routeSettings":{})") != std::string::npos);
    CHECK(json.find(R"("stageVariables":{})") != std::string::npos);
    CHECK(json.find(R"("tags":{})") != std::string::npos);
  }

  TEST_CASE_FIXTURE(GatewayFixture, "stages have names, variables and a deployment of their own") {
    stage("prod", {{"a", "1"}, {"b", "2"}});
    CHECK(code(aws.send(apigatewayv2::CreateStage{.api_id = api, .stage_name = "prod"})) ==
          "ConflictException");
    CHECK(code(aws.send(apigatewayv2::CreateStage{.api_id = api, .stage_name = "a b"})) ==
          "BadRequestException");
    const auto told =
        aws.send(apigatewayv2::UpdateStage{
                     .api_id = api,
                     .stage_name = "prod",
                     .stage_variables = std::map<std::string, std::string>{{"a", ""}, {"c", "3"}}})
            .value();
    CHECK(told.stage_variables == std::map<std::string, std::string>{{"b", "2"}, {"c", "3"}});
    CHECK(told.deployment_id.size() == 7);
    CHECK(code(aws.send(apigatewayv2::CreateDeployment{.api_id = api, .stage_name = "prod"})) ==
          "BadRequestException");
    aws.send(apigatewayv2::DeleteStage{.api_id = api, .stage_name = "prod"}).value();
    CHECK(code(aws.send(apigatewayv2::GetStage{.api_id = api, .stage_name = "prod"})) ==
          "NotFoundException");
  }

  TEST_CASE_FIXTURE(GatewayFixture, "lists come in pages") {
    for (int i = 0; i < 5; ++i) route("GET /" + std::to_string(i), integration());
    std::size_t told = 0;
    std::size_t pages = 0;
    std::string token;
    do {
      const auto page =
          aws.send(apigatewayv2::GetRoutes{.api_id = api, .max_results = "2", .next_token = token})
              .value();
      told += page.items.size();
      token = page.next_token;
      ++pages;
    } while (!token.empty());
    CHECK(told == 5);
    CHECK(pages == 3);
    CHECK(code(aws.send(apigatewayv2::GetRoutes{.api_id = api, .max_results = "0"})) ==
          "BadRequestException");
    CHECK(code(aws.send(apigatewayv2::GetRoutes{.api_id = api, .next_token = "x"})) ==
          "BadRequestException");
  }
}

}  // namespace emu::test
