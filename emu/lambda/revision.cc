#include "lambda/revision.h"

#include <fmt/format.h>

#include <functional>
#include <utility>

namespace emu::lambda {

std::shared_ptr<const Revision> make_revision(const State& state, const Function& function) {
  const FunctionConfiguration& configuration = function.configuration;
  const LoggingConfig& logging = configuration.logging_config;
  auto revision = std::make_shared<Revision>(
      Revision{.account = state.account,
               .region = state.region,
               .name = configuration.function_name,
               .arn = configuration.function_arn,
               .role_arn = configuration.role,
               .handler = configuration.handler.value_or(std::string()),
               .log_group = configuration.logging_config.log_group.value_or(std::string()),
               .timeout = configuration.timeout,
               .memory_mb = configuration.memory_size,
               .storage_mb = configuration.ephemeral_storage.size,
               .runtime = configuration.runtime.value_or(std::string()),
               .package = {.content = function.code.zip_file, .sha256 = configuration.code_sha256},
               .is_log_json = logging.log_format == "JSON",
               .system_log_level = logging.system_log_level.value_or(std::string()),
               .environment = {}});
  if (configuration.runtime_version_config) {
    revision->runtime_version_arn = configuration.runtime_version_config->runtime_version_arn;
  }
  if (function.code.s3_bucket == kFolderBucket && function.code.zip_file.empty()) {
    revision->folder = function.code.s3_key.value_or(std::string());
  }
  for (const LayerContent& layer : function.layers) {
    revision->layers.push_back({.content = layer.zip_file, .sha256 = layer.sha256});
  }
  auto& environment = revision->environment;
  if (configuration.environment) {
    for (const auto& [name, value] : configuration.environment->variables) {
      environment.emplace(name, value);
    }
  }
  // Source: Lambda Developer Guide, "Working with Lambda environment variables".
  environment.emplace("TZ", ":UTC");
  environment["AWS_DEFAULT_REGION"] = state.region;
  environment["AWS_EXECUTION_ENV"] =
      "AWS_Lambda_" + configuration.runtime.value_or(std::string("Image"));
  environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = fmt::format("{}", configuration.memory_size);
  environment["AWS_LAMBDA_FUNCTION_NAME"] = configuration.function_name;
  environment["AWS_LAMBDA_FUNCTION_VERSION"] = configuration.version;
  environment["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
  environment["AWS_LAMBDA_LOG_GROUP_NAME"] = revision->log_group;
  environment["AWS_LAMBDA_LOG_FORMAT"] = logging.log_format.value_or(std::string("Text"));
  if (logging.application_log_level) {
    environment["AWS_LAMBDA_LOG_LEVEL"] = *logging.application_log_level;
  }
  environment["AWS_REGION"] = state.region;
  environment["LAMBDA_RUNTIME_DIR"] = "/var/runtime";
  environment["LAMBDA_TASK_ROOT"] = "/var/task";
  environment["_HANDLER"] = revision->handler;
  return revision;
}

}  // namespace emu::lambda
