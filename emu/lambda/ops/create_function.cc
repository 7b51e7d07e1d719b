#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/limits.h"
#include "lambda/service.h"
#include "lambda/timestamps.h"

namespace emu::lambda {

namespace {

Status check_package(const CreateFunction& in) {
  const bool is_image = in.package_type == "Image";
  if (is_image && (in.runtime || in.handler || !in.layers.empty())) {
    return image_takes_no_runtime_or_handler();
  }
  if (!is_image && (!in.runtime || !in.handler)) return runtime_and_handler_required();
  if (Status status = check_code(in.code, "CreateFunction"); !status) return status;
  return is_image == in.code.image_uri.has_value() ? Status() : Status(code_missing());
}

FunctionConfiguration configuration_of(const CreateFunction& in, std::string_view name) {
  FunctionConfiguration out;
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
  if (in.environment && !in.environment->variables.empty()) out.environment = in.environment;
  out.kms_key_arn = in.kms_key_arn;
  out.tracing_config = in.tracing_config.value_or(TracingConfig{.mode = "PassThrough"});
  out.layers = layers_of(in.layers);
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
  out.logging_config = logging_config_of(in.logging_config, name);
  describe_code(in.code, out);
  return out;
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
  State& state = state_of(call);
  if (Status status = check_package(in); !status) return std::move(status.error());
  if (Status status = check_environment(in.environment); !status) return std::move(status.error());
  if (Status status = check_tags(in.tags); !status) return std::move(status.error());
  if (in.layers.size() > kLayersMax) return too_many_layers();
  if (state.find(name) != nullptr) return function_exists(name);
  if (Status status = check_role(in.role, state, name); !status) return std::move(status.error());
  if (in.dead_letter_config) {
    Status status = check_dead_letter_config(*in.dead_letter_config, in.role, state, name);
    if (!status) return std::move(status.error());
  }

  auto function = std::make_shared<Function>();
  function->home = &state;
  function->configuration = configuration_of(in, name);
  function->configuration.function_arn = function_arn(state.account, state.region, name);
  function->code = in.code;
  function->tags = in.tags;
  touch(*function);
  state.functions.emplace(name, function);
  return function->configuration;
}

}  // namespace emu::lambda
