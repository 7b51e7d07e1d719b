#include <emu/apigatewayv2.h>
#include <emu/dynamodb.h>
#include <emu/iam.h>
#include <emu/json.h>
#include <emu/lambda.h>
#include <emu/s3.h>
#include <emu/sqs.h>

#include <chrono>
#include <string>
#include <string_view>

#include "bus/bus.h"
#include "bus/stats.h"
#include "embedded/bus_index_html.h"

namespace bus {

namespace apigatewayv2 = emu::apigatewayv2;
namespace dynamodb = emu::dynamodb;
namespace iam = emu::iam;
namespace lambda = emu::lambda;
namespace s3 = emu::s3;
namespace sqs = emu::sqs;
using namespace std::chrono_literals;

namespace {

constexpr const char* kBucket = "aram-app-bucket";
constexpr const char* kTable = "aram-stats";
constexpr const char* kQueue = "aram-queue";
constexpr const char* kProducer = "aram-producer";
constexpr const char* kConsumer = "aram-consumer";
constexpr const char* kStatsKey = "stats.json";

// What the steps have in common.
struct Step {
  emu::Aws aws;
  std::string account;
  std::string region;
  std::string endpoint;  // empty: AWS's own hosts

  std::string table_arn() const { return arn("dynamodb") + "table/" + kTable; }
  std::string queue_arn() const { return arn("sqs") + kQueue; }
  std::string arn(const std::string& service) const {
    return "arn:aws:" + service + ":" + region + ":" + account + ":";
  }
};

std::string object_url(const Step& step, const std::string& key) {
  if (!step.endpoint.empty()) return step.endpoint + "/" + kBucket + "/" + key;
  return "https://" + std::string(kBucket) + ".s3." + step.region + ".amazonaws.com/" + key;
}

std::string website_url(const Step& step) {
  if (!step.endpoint.empty()) return step.endpoint + "/_website/" + kBucket + "/";
  return "http://" + std::string(kBucket) + ".s3-website." + step.region + ".amazonaws.com";
}

// AWS's answer names AWS's host.
std::string served_queue_url(const Step& step, const std::string& queue_url) {
  return step.endpoint.empty() ? queue_url : step.endpoint + "/" + step.account + "/" + kQueue;
}

std::string statement(const std::string& actions, const std::string& resource) {
  return R"({"Effect":"Allow","Action":[)" + actions + R"(],"Resource":")" + resource + R"("})";
}

std::string policy(const std::string& statements) {
  return R"({"Version":"2012-10-17","Statement":[)" + statements + "]}";
}

void create_bucket(Step& step) {
  s3::CreateBucket request{.bucket = kBucket};
  // The first region is the one that must not be named.
  if (step.region != "us-east-1") {
    request.create_bucket_configuration =
        s3::CreateBucketConfiguration{.location_constraint = step.region};
  }
  step.aws.send(request).value();
  step.aws
      .send(s3::PutPublicAccessBlock{
          .bucket = kBucket,
          .public_access_block_configuration = {.block_public_acls = false,
                                                .ignore_public_acls = false,
                                                .block_public_policy = false,
                                                .restrict_public_buckets = false}})
      .value();
  step.aws
      .send(s3::PutBucketWebsite{
          .bucket = kBucket,
          .website_configuration = {.index_document = s3::IndexDocument{.suffix = "index.html"}}})
      .value();
  step.aws
      .send(s3::PutBucketPolicy{
          .bucket = kBucket,
          .policy = policy(R"({"Sid":"PublicReadWebsite","Effect":"Allow","Principal":"*",)"
                           R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::)" +
                           std::string(kBucket) + R"(/*"})")})
      .value();
  step.aws
      .send(s3::PutBucketCors{.bucket = kBucket,
                              .cors_configuration = {.cors_rules = {{.allowed_headers = {"*"},
                                                                     .allowed_methods = {"GET"},
                                                                     .allowed_origins = {"*"},
                                                                     .expose_headers = {"ETag"}}}}})
      .value();
}

void put(Step& step, const std::string& key, const std::string& type, std::string body) {
  step.aws
      .send(s3::PutObject{
          .bucket = kBucket, .key = key, .body = std::move(body), .content_type = type})
      .value();
}

void create_table(Step& step) {
  step.aws
      .send(dynamodb::CreateTable{
          .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
          .table_name = kTable,
          .key_schema = {{.attribute_name = "id", .key_type = dynamodb::key_types::kHash}},
          .billing_mode = dynamodb::billing_modes::kPayPerRequest})
      .value();
  step.aws
      .send(dynamodb::PutItem{.table_name = kTable,
                              .item = {{"id", dynamodb::S("total")},
                                       {"requests", dynamodb::N(0)},
                                       {"processed", dynamodb::N(0)},
                                       {"success", dynamodb::N(0)}}})
      .value();
}

// A role that Lambda may assume; gives its ARN.
std::string create_role(Step& step, const std::string& name, const std::string& statements) {
  std::string arn =
      step.aws
          .send(iam::CreateRole{
              .role_name = name,
              .assume_role_policy_document =
                  policy(R"({"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},)"
                         R"("Action":"sts:AssumeRole"})")})
          .value()
          .role.arn;
  step.aws
      .send(iam::PutRolePolicy{.role_name = name,
                               .policy_name = name + "-policy",
                               .policy_document = policy(statements)})
      .value();
  return arn;
}

void attach(Step& step, const std::string& role, const std::string& managed_policy) {
  step.aws
      .send(iam::AttachRolePolicy{
          .role_name = role,
          .policy_arn = "arn:aws:iam::aws:policy/service-role/" + managed_policy})
      .value();
}

std::string table_statement(const Step& step) {
  return statement(R"("dynamodb:GetItem","dynamodb:UpdateItem")", step.table_arn());
}

std::string create_producer_role(Step& step) {
  std::string arn =
      create_role(step, "aram-producer-role",
                  table_statement(step) + "," +
                      statement(R"("sqs:GetQueueUrl","sqs:SendMessage")", step.queue_arn()));
  attach(step, "aram-producer-role", "AWSLambdaBasicExecutionRole");
  return arn;
}

// The course notes stop at the first two statements: enough to count and publish, not enough to be
// triggered.
std::string create_consumer_role(Step& step, ConsumerRole kind) {
  std::string statements =
      table_statement(step) + "," +
      statement(R"("s3:PutObject")", "arn:aws:s3:::" + std::string(kBucket) + "/" + kStatsKey);
  if (kind == ConsumerRole::kAsInNotes) {
    return create_role(step, "aram-consumer-role", statements);
  }
  statements +=
      "," + statement(R"("sqs:ReceiveMessage","sqs:DeleteMessage","sqs:GetQueueAttributes")",
                      step.queue_arn());
  std::string arn = create_role(step, "aram-consumer-role", statements);
  attach(step, "aram-consumer-role", "AWSLambdaBasicExecutionRole");
  return arn;
}

std::string create_function(Step& step, const std::string& name, const std::string& role,
                            std::map<std::string, std::string> variables) {
  variables.emplace("REGION", step.region);
  variables.emplace("STATS_TABLE", kTable);
  return step.aws
      .send(lambda::CreateFunction{
          .function_name = name,
          .runtime = "python3.12",
          .role = role,
          .handler = "lambda_function.lambda_handler",
          .code = {.zip_file = "bound in process"},
          .timeout = 5s,
          .memory_size = 256,
          .environment = lambda::Environment{.variables = std::move(variables)}})
      .value()
      .function_arn;
}

// The HTTP API with its two routes to the producer; gives its invoke URL.
std::string create_api(Step& step, const std::string& producer_arn) {
  const auto api =
      step.aws
          .send(apigatewayv2::CreateApi{
              .name = "aram-api",
              .protocol_type = "HTTP",
              .cors_configuration = apigatewayv2::Cors{.allow_headers = {"content-type"},
                                                       .allow_methods = {"GET", "POST", "OPTIONS"},
                                                       .allow_origins = {"*"}}})
          .value();
  const std::string integration =
      step.aws
          .send(apigatewayv2::CreateIntegration{
              .api_id = api.api_id,
              .integration_type = apigatewayv2::integration_types::kAwsProxy,
              .integration_uri = producer_arn,
              .payload_format_version = "2.0"})
          .value()
          .integration_id;
  for (const char* route : {"POST /api/book-bus", "GET /api/stats"}) {
    step.aws
        .send(apigatewayv2::CreateRoute{
            .api_id = api.api_id, .route_key = route, .target = "integrations/" + integration})
        .value();
  }
  step.aws
      .send(apigatewayv2::CreateStage{
          .api_id = api.api_id, .stage_name = "prod", .auto_deploy = true})
      .value();
  step.aws
      .send(lambda::AddPermission{.function_name = kProducer,
                                  .statement_id = "http-api",
                                  .action = "lambda:InvokeFunction",
                                  .principal = "apigateway.amazonaws.com",
                                  .source_arn = step.arn("execute-api") + api.api_id + "/*/*/*"})
      .value();
  if (!step.endpoint.empty()) {
    return step.endpoint + "/restapis/" + api.api_id + "/prod/_user_request_";
  }
  return api.api_endpoint + "/prod";
}

std::string replaced(std::string text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

Deployment deploy(emu::Cloud& cloud, const DeployOptions& options) {
  Step step{.aws = cloud.aws({.region = options.region}),
            .account = cloud.options().account,
            .region = options.region,
            .endpoint = options.endpoint};

  create_bucket(step);
  put(step, kStatsKey, "application/json", emu::to_json(Stats{}));
  create_table(step);
  const std::string queue_url =
      step.aws
          .send(sqs::CreateQueue{.queue_name = kQueue,
                                 .attributes = {{sqs::queue_attributes::kVisibilityTimeout, "60"}}})
          .value()
          .queue_url;

  cloud.bind(kProducer, lambda::HandlerFactory(&make_producer));
  cloud.bind(kConsumer, make_consumer({.booking_time = options.booking_time}));
  const std::string producer_arn =
      create_function(step, kProducer, create_producer_role(step), {{"QUEUE_NAME", kQueue}});
  create_function(step, kConsumer, create_consumer_role(step, options.consumer_role),
                  {{"S3_BUCKET", kBucket}, {"S3_KEY", kStatsKey}});
  step.aws
      .send(lambda::CreateEventSourceMapping{
          .event_source_arn = step.queue_arn(), .function_name = kConsumer, .batch_size = 10})
      .value();

  const std::string http_api = create_api(step, producer_arn);
  const std::string stats_url = object_url(step, kStatsKey);
  put(step, "index.html", "text/html",
      replaced(replaced(std::string(emu::embedded::bus_index_html()), "{{HTTP_API}}", http_api),
               "{{STATS_URL}}", stats_url));
  return {.http_api = http_api,
          .website = website_url(step),
          .stats_url = stats_url,
          .queue_url = served_queue_url(step, queue_url),
          .queue_arn = step.queue_arn()};
}

}  // namespace bus
