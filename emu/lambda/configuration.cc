#include "lambda/configuration.h"

#include <emu/arn.h>
#include <emu/lambda/errors.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/base/assert.h"
#include "core/hash/hash.h"
#include "core/json/json_writer.h"
#include "core/text/queue_url.h"
#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/patterns.h"

namespace emu::lambda {

namespace {

// Source: Lambda Developer Guide, "Working with Lambda environment variables".
constexpr std::string_view kReservedNames[] = {"AWS_ACCESS_KEY",
                                               "AWS_ACCESS_KEY_ID",
                                               "AWS_DEFAULT_REGION",
                                               "AWS_EXECUTION_ENV",
                                               "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                                               "AWS_LAMBDA_FUNCTION_NAME",
                                               "AWS_LAMBDA_FUNCTION_VERSION",
                                               "AWS_LAMBDA_INITIALIZATION_TYPE",
                                               "AWS_LAMBDA_LOG_GROUP_NAME",
                                               "AWS_LAMBDA_LOG_STREAM_NAME",
                                               "AWS_LAMBDA_RUNTIME_API",
                                               "AWS_REGION",
                                               "AWS_SECRET_ACCESS_KEY",
                                               "AWS_SECRET_KEY",
                                               "AWS_SESSION_TOKEN",
                                               "LAMBDA_RUNTIME_DIR",
                                               "LAMBDA_TASK_ROOT"};

bool is_reserved(std::string_view name) {
  return std::find(std::begin(kReservedNames), std::end(kReservedNames), name) !=
         std::end(kReservedNames);
}

Error runtime_unknown(std::string_view runtime, const std::vector<std::string_view>& known) {
  return invalid_parameter(
      fmt::format("Value {} at 'runtime' failed to satisfy constraint: Member must satisfy enum "
                  "value set: [{}] or be a valid ARN",
                  runtime, fmt::join(known, ", ")));
}

Error environment_too_large(std::string_view measured) {
  return invalid_parameter(fmt::format(
      "Lambda was unable to configure your environment variables because the environment variables "
      "you have provided exceeded the 4KB limit. String measured: {}",
      measured));
}

Error environment_names_reserved(std::string_view names) {
  return invalid_parameter(fmt::format(
      "Lambda was unable to configure your environment variables because the environment variables "
      "you have provided contains reserved keys that are currently not supported for modification. "
      "Reserved keys used in this request: {}",
      names));
}

Error environment_name_invalid() {
  return {.code = errors::kValidationException,
          .message =
              "1 validation error detected: Value at 'environment.variables' failed to "
              "satisfy constraint: Map keys must satisfy constraint: [Member must satisfy "
              "regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]"};
}

Error too_many_tags() { return invalid_parameter("Number of tags exceeds resource tag limit"); }

Error reserved_tag_key() {
  return invalid_parameter(
      "Tag keys cannot start with 'aws:', a prefix that is reserved for system tags.");
}

Error dead_letter_target_unsupported(std::string_view arn) {
  return invalid_parameter(
      fmt::format("The DLQ target must be a standard SQS queue or SNS topic of the function's "
                  "region: {}",
                  arn));
}

// Another id, for which nothing has to be drawn.
std::string revision_before(std::string id) {
  EMU_ASSERT(!id.empty(), "what is stored has a revision");
  id.back() = id.back() == '0' ? '1' : '0';
  return id;
}

}  // namespace

Status check_environment(const std::optional<Environment>& environment) {
  if (!environment) return {};
  std::string reserved;
  std::string measured;
  JsonWriter json(measured);
  json.begin_object();
  for (const auto& [name, value] : environment->variables) {
    // Lambda's own names may begin with an underscore, which no other may.
    if (!patterns::is_variable(name)) return environment_name_invalid();
    if (is_reserved(name)) reserved += reserved.empty() ? name : ", " + name;
    json.key(name);
    json.string(value);
  }
  json.end_object();
  if (!reserved.empty()) return environment_names_reserved(reserved);
  if (measured.size() > kEnvironmentBytesMax) return environment_too_large(measured);
  return {};
}

Status check_tags(const std::map<std::string, std::string>& tags) {
  if (tags.size() > kTagsMax) return too_many_tags();
  for (const auto& [key, value] : tags) {
    if (key.substr(0, 4) == "aws:") return reserved_tag_key();
  }
  return {};
}

Status check_runtime(const std::optional<std::string>& runtime) {
  const std::vector<std::string_view> known = patterns::runtimes();
  const bool is_known = !runtime || std::find(known.begin(), known.end(), *runtime) != known.end();
  return is_known ? Status() : Status(runtime_unknown(*runtime, known));
}

std::optional<RuntimeVersionConfig> runtime_version_of(const std::optional<std::string>& runtime,
                                                       std::string_view region) {
  if (!runtime) return std::nullopt;
  return RuntimeVersionConfig{.runtime_version_arn = fmt::format("arn:aws:lambda:{}::runtime:{}",
                                                                 region, sha256_hex(*runtime))};
}

FunctionConfiguration being_created(FunctionConfiguration configuration) {
  configuration.revision_id = revision_before(configuration.revision_id);
  configuration.state = "Pending";
  configuration.state_reason = "The function is being created.";
  configuration.state_reason_code = "Creating";
  configuration.last_update_status.clear();
  return configuration;
}

FunctionConfiguration being_updated(FunctionConfiguration configuration) {
  configuration.revision_id = revision_before(configuration.revision_id);
  configuration.last_update_status = "InProgress";
  configuration.last_update_status_reason = "The function is being created.";
  configuration.last_update_status_reason_code = "Creating";
  return configuration;
}

LoggingConfig logging_config_of(const std::optional<LoggingConfig>& given, LoggingConfig before) {
  if (given) {
    if (given->log_format) before.log_format = given->log_format;
    if (given->log_group) before.log_group = given->log_group;
    if (given->application_log_level) before.application_log_level = given->application_log_level;
    if (given->system_log_level) before.system_log_level = given->system_log_level;
  }
  if (before.log_format != "JSON") {
    before.application_log_level.reset();
    before.system_log_level.reset();
    return before;
  }
  if (!before.application_log_level) before.application_log_level = "INFO";
  if (!before.system_log_level) before.system_log_level = "INFO";
  return before;
}

LoggingConfig default_logging_config(std::string_view function_name) {
  return {.log_format = "Text", .log_group = fmt::format("/aws/lambda/{}", function_name)};
}

std::optional<VpcConfig> vpc_config_of(const std::optional<VpcConfig>& given) {
  if (!given || (given->subnet_ids.empty() && given->security_group_ids.empty())) {
    return std::nullopt;
  }
  return given;
}

// Source: Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations": standard
// queues and topics only.
Status check_dead_letter_config(World& world, const DeadLetterConfig& config, const RoleUse& use) {
  const std::string target = config.target_arn.value_or(std::string());
  if (target.empty()) return {};
  const std::optional<Arn> arn = Arn::parse(target);
  const bool is_topic = arn && arn->service == "sns";
  const bool is_known = is_topic || (arn && arn->service == "sqs");
  // FIFO topics are named as FIFO queues are.
  if (!is_known || arn->region != use.region || is_fifo_queue(target)) {
    return dead_letter_target_unsupported(target);
  }
  EMU_TRY(const CallerPtr role, assume_role(world, use));
  if (!may(world, *role, is_topic ? "sns:Publish" : "sqs:SendMessage", target)) {
    return is_topic ? role_lacks_permission("Publish", "SNS")
                    : role_lacks_permission("SendMessage", "SQS");
  }
  return {};
}

}  // namespace emu::lambda
