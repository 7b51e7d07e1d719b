#include <emu/describe.h>
#include <emu/dynamodb.h>
#include <emu/iam.h>
#include <emu/json.h>
#include <emu/lambda.h>
#include <emu/logs.h>
#include <emu/sqs.h>
#include <emu/testing.h>
#include <fmt/format.h>

#include <utility>

#include "server/control/biography.h"

namespace emu {

namespace {

constexpr std::int32_t kShownMessagesMax = 10'000;
constexpr std::int32_t kShownItemsMax = 1000;

constexpr const char* kTrust =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":)"
    R"("lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]})";
constexpr const char* kEverything =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})";

std::string arn_of_queue(Aws& account, const std::string& url, CallSite at) {
  return account
      .send(sqs::GetQueueAttributes{.queue_url = url, .attribute_names = {"QueueArn"}}, at)
      .value()
      .attributes.at("QueueArn");
}

std::string dead_letter_arn(Aws& account, const std::string& named, CallSite at) {
  if (named.starts_with("arn:")) return named;
  const auto found = account.send(sqs::GetQueueUrl{.queue_name = named}, at);
  if (found) return arn_of_queue(account, found->queue_url, at);
  const auto made = account.send(sqs::CreateQueue{.queue_name = named}, at).value();
  return arn_of_queue(account, made.queue_url, at);
}

// What a function says of its failure.
struct Failed {
  std::string type = {};
  std::string message = {};
  static void describe(StructureShape<Failed>& s) {
    s.member("errorType", &Failed::type);
    s.member("errorMessage", &Failed::message);
  }
};

}  // namespace

TestCloud::Queue TestCloud::queue(const std::string& name, const QueueOptions& options,
                                  CallSite at) {
  Aws account = aws();
  sqs::CreateQueue in{.queue_name = name};
  in.attributes["VisibilityTimeout"] = fmt::format("{}", options.visibility_timeout.count());
  if (!options.dead_letter.empty()) {
    in.attributes["RedrivePolicy"] =
        fmt::format(R"({{"deadLetterTargetArn":"{}","maxReceiveCount":{}}})",
                    dead_letter_arn(account, options.dead_letter, at), options.max_receive);
  }
  const std::string url = account.send(in, at).value().queue_url;
  return {.name = name, .url = url, .arn = arn_of_queue(account, url, at)};
}

std::string TestCloud::table(const std::string& name, const std::string& key, CallSite at) {
  const dynamodb::CreateTable in{
      .attribute_definitions = {{.attribute_name = key, .attribute_type = "S"}},
      .table_name = name,
      .key_schema = {{.attribute_name = key, .key_type = "HASH"}},
      .billing_mode = "PAY_PER_REQUEST"};
  aws().send(in, at).value();
  return name;
}

TestCloud::Function TestCloud::function(const std::string& name, lambda::Handler handler,
                                        const FunctionOptions& options, CallSite at) {
  Aws account = aws();
  const iam::CreateRole role{.role_name = name, .assume_role_policy_document = kTrust};
  const std::string role_arn = account.send(role, at).value().role.arn;
  const iam::PutRolePolicy policy{
      .role_name = name,
      .policy_name = name,
      .policy_document = options.policy.empty() ? kEverything : options.policy};
  account.send(policy, at).value();
  bind(name, std::move(handler));
  const lambda::CreateFunction in{
      .function_name = name,
      .runtime = "provided.al2023",
      .role = role_arn,
      .handler = "bootstrap",
      .code = {.zip_file = "bound in process"},
      .timeout = options.timeout,
      .environment = lambda::Environment{.variables = options.environment}};
  const std::string arn = account.send(in, at).value().function_arn;
  return {.name = name, .arn = arn, .role_arn = role_arn};
}

std::string TestCloud::connect(const Queue& queue, const Function& function,
                               const MappingOptions& options, CallSite at) {
  lambda::CreateEventSourceMapping in{
      .event_source_arn = queue.arn,
      .function_name = function.arn,
      .batch_size = options.batch_size,
      .maximum_batching_window_in_seconds = options.batching_window};
  if (options.report_batch_item_failures) {
    in.function_response_types = {lambda::function_response_types::kReportBatchItemFailures};
  }
  if (options.maximum_concurrency) {
    in.scaling_config = lambda::ScalingConfig{.maximum_concurrency = options.maximum_concurrency};
  }
  return aws().send(in, at).value().uuid;
}

std::string TestCloud::send(const Queue& queue, const std::string& body, CallSite at) {
  const sqs::SendMessage in{.queue_url = queue.url, .message_body = body};
  return aws().send(in, at).value().message_id;
}

sqs::QueueDepth TestCloud::depth(const Queue& queue) const {
  return look(sqs::PeekQueue{.queue = queue.arn}).depth;
}

std::vector<sqs::QueuedMessage> TestCloud::messages(const Queue& queue) const {
  return look(sqs::PeekQueue{.queue = queue.arn, .limit = kShownMessagesMax}).messages;
}

std::vector<dynamodb::Item> TestCloud::items(const std::string& table) const {
  return look(dynamodb::PeekTable{.table = table, .limit = kShownItemsMax}).items;
}

std::string TestCloud::invoke(const Function& function, std::string_view event, CallSite at) {
  const lambda::Invoke in{.function_name = function.arn, .payload = event};
  const auto answer = aws().send(in, at).value();
  if (!answer.function_error) return answer.payload.str();
  const auto failed = from_json<Failed>(answer.payload).value();
  throw AwsError(Error{
      .code = failed.type, .message = failed.message, .operation = function.name, .called_at = at});
}

std::string TestCloud::biography(std::string_view message_id) {
  const server::Biography told = server::read_biography(*this, message_id);
  if (told.events.empty()) {
    return fmt::format("Nothing in the trace is about a message {}.", message_id);
  }
  return told.why;
}

std::vector<std::string> TestCloud::log(const Function& function) {
  const auto found =
      aws().send(logs::FilterLogEvents{.log_group_name = "/aws/lambda/" + function.name});
  std::vector<std::string> lines;
  if (!found) return lines;
  for (const auto& event : found->events) lines.push_back(event.message);
  return lines;
}

}  // namespace emu
