#include <fmt/format.h>

#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/limits.h"
#include "lambda/role_session.h"
#include "lambda/service.h"
#include "lambda/timestamps.h"

namespace emu::lambda {

namespace {

Error runtime_and_handler_required() {
  return invalid_parameter(
      "Runtime and Handler are mandatory parameters for functions created with deployment "
      "packages.");
}

Error image_takes_no_runtime_or_handler() {
  return invalid_parameter(
      "Please don't provide Handler or Runtime or Layer when the intended function PackageType "
      "is "
      "Image");
}

// Source: AWS Lambda API Reference, "CreateFunction", PackageType, Runtime and Handler.
Status check_package(const CreateFunction& in) {
  const bool is_image = in.package_type == "Image";
  if (is_image && (in.runtime || in.handler || !in.layers.empty())) {
    return image_takes_no_runtime_or_handler();
  }
  if (!is_image && (!in.runtime || !in.handler)) return runtime_and_handler_required();
  EMU_CHECK(check_runtime(in.runtime));
  EMU_CHECK(check_code(in.code, "CreateFunction"));
  return is_image == in.code.image_uri.has_value() ? Status() : Status(code_missing());
}

FunctionConfiguration configuration_of(const CreateFunction& in, const RoleUse& use) {
  const std::string_view name = use.function_name;
  FunctionConfiguration out;
  out.function_arn = function_arn(use.account, use.region, name);
  out.function_name = name;
  out.runtime = in.runtime;
  out.role = in.role;
  out.handler = in.handler;
  out.description = in.description.value_or("");
  out.timeout = in.timeout.value_or(kTimeoutDefault);
  out.memory_size = in.memory_size.value_or(kMemoryDefault);
  out.version = "$LATEST";
  out.vpc_config = vpc_config_of(in.vpc_config);
  out.dead_letter_config = in.dead_letter_config;
  if (out.dead_letter_config && out.dead_letter_config->target_arn.value_or("").empty()) {
    out.dead_letter_config.reset();
  }
  out.environment = in.environment;
  out.kms_key_arn = in.kms_key_arn;
  out.tracing_config = in.tracing_config.value_or(TracingConfig{.mode = "PassThrough"});
  out.state = "Active";
  out.last_update_status = "Successful";
  out.file_system_configs = in.file_system_configs;
  out.package_type = in.package_type.value_or("Zip");
  if (in.image_config) out.image_config_response = {.image_config = *in.image_config};
  out.architectures = in.architectures;
  if (out.architectures.empty()) out.architectures = {"x86_64"};
  out.ephemeral_storage =
      in.ephemeral_storage.value_or(EphemeralStorage{.size = kEphemeralStorageDefault});
  out.snap_start = in.snap_start.value_or(SnapStart{.apply_on = "None"});
  out.snap_start.optimization_status = "Off";
  out.runtime_version_config = runtime_version_of(in.runtime, use.region);
  out.logging_config = logging_config_of(in.logging_config, default_logging_config(name));
  return out;
}

Error function_exists(std::string_view name) {
  return conflict(fmt::format("Function already exist: {}", name));
}

Error function_name_too_long(std::string_view name) {
  return invalid_parameter(
      fmt::format("1 validation error detected: Value '{}' at 'functionName' failed to satisfy "
                  "constraint: Member must have length less than or equal to {}",
                  name, kFunctionNameMax));
}

}  // namespace

Result<FunctionConfiguration> Lambda::create_function(Call& call, const CreateFunction& in) {
  const std::optional<FunctionReference> reference = parse_function_reference(in.function_name);
  const std::string_view name = reference->name;
  call.subject = name;
  if (name.size() > kFunctionNameMax) return function_name_too_long(name);
  if (!reference->region.empty() && reference->region != call.region()) {
    return function_not_in_region(reference->region, call.region());
  }
  Region& region = region_of(call);
  const State& state = region.stored;
  EMU_CHECK(check_package(in));
  EMU_CHECK(check_environment(in.environment));
  EMU_CHECK(check_tags(in.tags));
  EMU_TRY(ChosenLayers layers, choose_layers(call, in.layers));
  if (region.find(name) != nullptr) return function_exists(name);
  const RoleUse role{
      .role_arn = in.role, .function_name = name, .account = state.account, .region = state.region};
  EMU_CHECK(assume_role(world_, role));
  if (in.dead_letter_config) {
    EMU_CHECK(check_dead_letter_config(world_, *in.dead_letter_config, role));
  }
  EMU_TRY(const Package package, package_of(call, name, in.code));
  EMU_CHECK(check_together(package.unzipped_bytes, layers.contents));
  // Reading the package may have called S3, and others may have come in between.
  if (region.find(name) != nullptr) return function_exists(name);

  Function& stored = region.stored.functions[std::string(name)];
  stored.configuration = configuration_of(in, role);
  stored.configuration.code_size = package.bytes;
  stored.configuration.code_sha256 = package.sha256;
  stored.configuration.layers = std::move(layers.listed);
  stored.layers = std::move(layers.contents);
  stored.unzipped_bytes = package.unzipped_bytes;
  stored.code = in.code;
  if (!package.content.empty()) stored.code.zip_file = package.content;
  stored.tags = in.tags;
  mark_changed(stored.configuration);
  arrange(region, stored);
  return being_created(stored.configuration);
}

}  // namespace emu::lambda
