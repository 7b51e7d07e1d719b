#include "donuts/setup.h"

#include <emu/apigatewayv2.h>
#include <emu/iam.h>
#include <emu/lambda.h>

#include <chrono>

namespace donuts {

namespace apigatewayv2 = emu::apigatewayv2;
namespace iam = emu::iam;
namespace lambda = emu::lambda;
using namespace std::chrono_literals;

namespace {

std::string policy(const std::string& statements) {
  return R"({"Version":"2012-10-17","Statement":[)" + statements + "]}";
}

std::string statements(const std::vector<Permission>& permissions) {
  std::string text;
  for (const Permission& permission : permissions) {
    std::string actions;
    for (const std::string& action : permission.actions) {
      actions += (actions.empty() ? "\"" : ",\"") + action + "\"";
    }
    if (!text.empty()) text += ",";
    text += R"({"Effect":"Allow","Action":[)" + actions + R"(],"Resource":")" +
            permission.resource + R"("})";
  }
  return text;
}

std::string create_role(Setup& setup, const std::string& name,
                        const std::vector<Permission>& permissions) {
  std::string arn =
      setup.aws
          .send(iam::CreateRole{
              .role_name = name,
              .assume_role_policy_document =
                  policy(R"({"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},)"
                         R"("Action":"sts:AssumeRole"})")})
          .value()
          .role.arn;
  if (!permissions.empty()) {
    setup.aws
        .send(iam::PutRolePolicy{.role_name = name,
                                 .policy_name = "work",
                                 .policy_document = policy(statements(permissions))})
        .value();
  }
  setup.aws
      .send(iam::AttachRolePolicy{
          .role_name = name,
          .policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"})
      .value();
  return arn;
}

}  // namespace

std::string Setup::arn(const std::string& service, const std::string& rest) const {
  return "arn:aws:" + service + ":" + region + ":" + account + ":" + rest;
}

// The timeout is longer than a batch of ten may wait for its calls of URLs.
std::string create_function(Setup& setup, const FunctionSetup& function) {
  return setup.aws
      .send(lambda::CreateFunction{
          .function_name = function.name,
          .runtime = "python3.12",
          .role = create_role(setup, function.name + "-role", function.permissions),
          .handler = "lambda_function.lambda_handler",
          .code = {.zip_file = "bound in process"},
          .timeout = 60s,
          .memory_size = 256,
          .environment = lambda::Environment{.variables = function.environment}})
      .value()
      .function_arn;
}

void create_trigger(Setup& setup, const std::string& queue_arn, const std::string& function) {
  setup.aws
      .send(lambda::CreateEventSourceMapping{
          .event_source_arn = queue_arn,
          .function_name = function,
          .batch_size = 10,
          .function_response_types = {lambda::function_response_types::kReportBatchItemFailures}})
      .value();
}

Permission to_be_triggered_by(const std::string& queue_arn) {
  return {.actions = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"},
          .resource = queue_arn};
}

Api create_api(Setup& setup, const std::string& name,
               const std::map<std::string, std::string>& functions_by_route) {
  const auto api =
      setup.aws.send(apigatewayv2::CreateApi{.name = name, .protocol_type = "HTTP"}).value();
  for (const auto& [route, function] : functions_by_route) {
    const std::string integration =
        setup.aws
            .send(apigatewayv2::CreateIntegration{
                .api_id = api.api_id,
                .integration_type = apigatewayv2::integration_types::kAwsProxy,
                .integration_uri = setup.arn("lambda", "function:" + function),
                .payload_format_version = "2.0"})
            .value()
            .integration_id;
    setup.aws
        .send(apigatewayv2::CreateRoute{
            .api_id = api.api_id, .route_key = route, .target = "integrations/" + integration})
        .value();
    setup.aws
        .send(lambda::AddPermission{.function_name = function,
                                    .statement_id = "http-api",
                                    .action = "lambda:InvokeFunction",
                                    .principal = "apigateway.amazonaws.com",
                                    .source_arn = setup.arn("execute-api", api.api_id + "/*/*/*")})
        .value();
  }
  setup.aws
      .send(apigatewayv2::CreateStage{
          .api_id = api.api_id, .stage_name = "prod", .auto_deploy = true})
      .value();
  const std::string url = api.api_endpoint + "/prod";
  if (setup.endpoint.empty()) return {.url = url, .served_url = url};
  return {.url = url,
          .served_url = setup.endpoint + "/restapis/" + api.api_id + "/prod/_user_request_"};
}

}  // namespace donuts
