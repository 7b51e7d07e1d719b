#include "lambda/configuration.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/hash/hash.h"
#include "core/json/json_writer.h"
#include "core/text/base64.h"
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

Error code_too_large(std::string_view operation) {
  return too_large(errors::kRequestEntityTooLargeException, kCodeRequestBytesMax, operation);
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

Error too_many_tags() {
  return invalid_parameter(fmt::format("A resource cannot have more than {} tags.", kTagsMax));
}

Error reserved_tag_key() {
  return invalid_parameter(
      "Tag keys cannot start with 'aws:', a prefix that is reserved for system tags.");
}

Error dead_letter_target_unsupported(std::string_view arn) {
  return invalid_parameter(
      fmt::format("The DLQ target must be an SQS queue of the function's region: {}", arn));
}

}  // namespace

Status check_environment(const std::optional<Environment>& environment) {
  if (!environment) return {};
  std::string reserved;
  std::string measured;
  JsonWriter json(measured);
  json.begin_object();
  std::size_t bytes = 0;
  for (const auto& [name, value] : environment->variables) {
    // Lambda's own names may begin with an underscore, which no other may.
    if (!patterns::is_variable(name)) return environment_name_invalid();
    if (is_reserved(name)) reserved += reserved.empty() ? name : ", " + name;
    bytes += name.size() + value.size();
    json.key(name);
    json.string(value);
  }
  json.end_object();
  if (!reserved.empty()) return environment_names_reserved(reserved);
  if (bytes > kEnvironmentBytesMax) return environment_too_large(measured);
  return {};
}

Status check_tags(const std::map<std::string, std::string>& tags) {
  if (tags.size() > kTagsMax) return too_many_tags();
  for (const auto& [key, value] : tags) {
    if (key.substr(0, 4) == "aws:") return reserved_tag_key();
  }
  return {};
}

Status check_code(const FunctionCode& code, std::string_view operation) {
  const bool is_in_s3 = code.s3_bucket && code.s3_key;
  const int ways = (code.zip_file.empty() ? 0 : 1) + (is_in_s3 ? 1 : 0) + (code.image_uri ? 1 : 0);
  if (ways != 1) return code_missing();
  // The bytes travel in base64.
  if (code.zip_file.size() / 3 * 4 > kCodeRequestBytesMax) return code_too_large(operation);
  return {};
}

void describe_code(const FunctionCode& code, FunctionConfiguration& configuration) {
  configuration.code_size = static_cast<std::int64_t>(code.zip_file.size());
  std::string uri;
  if (code.image_uri) uri = *code.image_uri;
  if (code.s3_key) uri = fmt::format("s3://{}/{}", *code.s3_bucket, *code.s3_key);
  const std::string_view hashed = uri.empty() ? code.zip_file.view() : std::string_view(uri);
  configuration.code_sha256 = base64_encode(as_bytes(sha256(hashed)));
}

std::vector<Layer> layers_of(const std::vector<std::string>& arns) {
  std::vector<Layer> layers;
  layers.reserve(arns.size());
  for (const std::string& arn : arns) layers.push_back({.arn = arn, .code_size = 0});
  return layers;
}

LoggingConfig logging_config_of(const std::optional<LoggingConfig>& given,
                                std::string_view function_name) {
  LoggingConfig config = given.value_or(LoggingConfig());
  if (!config.log_format) config.log_format = "Text";
  if (!config.log_group) config.log_group = fmt::format("/aws/lambda/{}", function_name);
  return config;
}

std::optional<VpcConfig> vpc_config_of(const std::optional<VpcConfig>& given) {
  if (!given || (given->subnet_ids.empty() && given->security_group_ids.empty())) {
    return std::nullopt;
  }
  return given;
}

Status check_dead_letter_config(World& world, const DeadLetterConfig& config, const RoleUse& use) {
  const std::string target = config.target_arn.value_or(std::string());
  if (target.empty()) return {};
  const std::optional<Arn> arn = Arn::parse(target);
  if (!arn || arn->service != "sqs" || arn->region != use.region) {
    return dead_letter_target_unsupported(target);
  }
  EMU_TRY(const CallerPtr role, assume_role(world, use));
  if (!may(world, *role, "sqs:SendMessage", target)) {
    return role_lacks_permission("SendMessage", "SQS");
  }
  return {};
}

}  // namespace emu::lambda
