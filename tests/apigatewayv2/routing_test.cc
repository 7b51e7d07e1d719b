// Source: API Gateway Developer Guide, "Create routes for HTTP APIs in API Gateway".
#include <doctest/doctest.h>

#include "apigatewayv2/gateway_fixture.h"

namespace emu::test {

TEST_SUITE("apigatewayv2: routing") {
  struct RoutedFixture : GatewayFixture {
    // Makes the routes, each with a function of its own that is named by its place.
    void routes(const std::vector<std::string>& keys) {
      stage("$default");
      for (std::size_t i = 0; i < keys.size(); ++i) {
        route(keys[i], integration("2.0", kPrefix + std::to_string(i)));
      }
    }
    // The place of the route that answers, or -1.
    int answers(const std::string& method, const std::string& target) {
      function.functions.clear();
      http({.method = method, .target = target});
      if (function.functions.empty()) return -1;
      return std::stoi(function.functions[0].substr(std::string(kPrefix).size()));
    }
    static constexpr const char* kPrefix = "arn:aws:lambda:us-east-1:000000000000:function:f";
  };

  TEST_CASE_FIXTURE(GatewayFixture, "a request reaches the function of its route") {
    stage("$default");
    route("GET /seats", integration());
    const HttpResponse response = get("/seats");
    CHECK(response.status == 200);
    CHECK(response.body.view() == R"({"ok":true})");
    CHECK(header(response, "content-type") == "application/json");
    CHECK(header(response, "apigw-requestid").size() == 16);
    CHECK(function.functions == std::vector<std::string>{kFunction});
  }

  TEST_CASE_FIXTURE(RoutedFixture, "the whole path wins, then the greedy variable, then $default") {
    routes({"GET /pets/dog/1", "GET /pets/dog/{id}", "GET /pets/{proxy+}", "ANY /{proxy+}",
            "$default"});
    CHECK(answers("GET", "/pets/dog/1") == 0);
    CHECK(answers("GET", "/pets/dog/2") == 1);
    CHECK(answers("GET", "/pets/cat/1") == 2);
    CHECK(answers("POST", "/test/5") == 3);
    CHECK(answers("POST", "/pets/dog/1") == 3);
    CHECK(answers("GET", "/") == 4);
  }

  TEST_CASE_FIXTURE(RoutedFixture,
                    "a method wins over ANY, and only a route of that method counts") {
    routes({"ANY /seats", "POST /seats", "GET /{name}", "PUT /a/{x+}", "GET /{y}/b"});
    CHECK(answers("POST", "/seats") == 1);
    CHECK(answers("GET", "/seats") == 0);
    CHECK(answers("GET", "/rows") == 2);
    CHECK(answers("DELETE", "/rows") == -1);
    CHECK(answers("GET", "/a/b") == 4);
    CHECK(answers("PUT", "/a/b") == 3);
    CHECK(answers("PUT", "/a") == -1);
    CHECK(answers("GET", "/seats/") == -1);
  }

  TEST_CASE_FIXTURE(RoutedFixture, "what no route matches is not found") {
    routes({"GET /seats"});
    const HttpResponse response = get("/rows");
    CHECK(response.status == 404);
    CHECK(response.body.view() == R"({"message":"Not Found"})");
    CHECK(header(response, "content-type") == "application/json");
    CHECK(header(response, "apigw-requestid") != "(none)");
  }

  TEST_CASE_FIXTURE(GatewayFixture, "a named stage is the first part of the path") {
    stage("prod");
    route("GET /seats/{seat}", integration());
    CHECK(get("/prod/seats/12A").status == 200);
    CHECK(get("/seats/12A").status == 404);
    CHECK(get("/prod").status == 404);
    stage("$default");
    CHECK(get("/seats/12A").status == 200);
  }

  TEST_CASE_FIXTURE(GatewayFixture,
                    "a stage serves what was deployed to it, unless it deploys itself") {
    route("GET /a", integration());
    aws.send(apigatewayv2::CreateStage{.api_id = api, .stage_name = "$default"}).value();
    CHECK(get("/a").status == 404);
    const auto deployed =
        aws.send(apigatewayv2::CreateDeployment{.api_id = api, .stage_name = "$default"}).value();
    CHECK(get("/a").status == 200);
    CHECK(aws.send(apigatewayv2::GetDeployment{.api_id = api,
                                               .deployment_id = deployed.deployment_id})
              .value()
              .deployment_status == "DEPLOYED");
    CHECK(aws.send(apigatewayv2::GetDeployments{.api_id = api}).value().items.size() == 1);
    route("GET /b", integration());
    CHECK(get("/b").status == 404);
    CHECK(code(aws.send(apigatewayv2::DeleteDeployment{
              .api_id = api, .deployment_id = deployed.deployment_id})) == "BadRequestException");
    aws.send(
           apigatewayv2::UpdateStage{.api_id = api, .stage_name = "$default", .auto_deploy = true})
        .value();
    CHECK(get("/b").status == 200);
  }

  TEST_CASE_FIXTURE(GatewayFixture, "an unknown or a disabled host is not found") {
    stage("$default");
    route("$default", integration());
    CHECK(get("/").status == 200);
    CHECK(cloud.http({.host = api + ".execute-api.localhost:4566"}).status == 200);
    CHECK(cloud.http({.host = "nobody.execute-api.us-east-1.amazonaws.com"}).status == 404);
    CHECK(cloud.http({.host = api + ".example.com"}).status == 404);
    aws.send(apigatewayv2::UpdateApi{.api_id = api, .disable_execute_api_endpoint = true}).value();
    CHECK(get("/").status == 404);
  }

  TEST_CASE_FIXTURE(GatewayFixture, "the function's policy sees the route as the source") {
    stage("prod");
    const std::string target = integration();
    route("POST /api/{name}", target);
    route("ANY /all", target);
    route("$default", target);
    http({.method = "POST", .target = "/prod/api/book-bus"});
    http({.method = "PUT", .target = "/prod/all"});
    http({.method = "PUT", .target = "/prod/other"});
    const std::string prefix = "arn:aws:execute-api:us-east-1:000000000000:" + api + "/prod/";
    CHECK(function.source_arns == std::vector<std::string>{prefix + "POST/api/{name}",
                                                           prefix + "PUT/all",
                                                           prefix + "$default"});
  }

  TEST_CASE_FIXTURE(GatewayFixture, "stage variables choose the function") {
    stage("$default", {{"name", "producer"}});
    route("$default",
          integration("2.0",
                      "arn:aws:lambda:us-east-1:000000000000:function:${stageVariables.name}"));
    get("/");
    CHECK(function.functions == std::vector<std::string>{kFunction});
  }
}

}  // namespace emu::test
