#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/role_session.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

template <class To, class From>
void set_if_given(To& to, const std::optional<From>& given) {
  if (given) to = *given;
}

FunctionConfiguration updated(const FunctionConfiguration& now,
                              const UpdateFunctionConfiguration& in) {
  FunctionConfiguration out = now;
  set_if_given(out.role, in.role);
  set_if_given(out.handler, in.handler);
  set_if_given(out.description, in.description);
  set_if_given(out.timeout, in.timeout);
  set_if_given(out.memory_size, in.memory_size);
  set_if_given(out.environment, in.environment);
  set_if_given(out.runtime, in.runtime);
  set_if_given(out.dead_letter_config, in.dead_letter_config);
  set_if_given(out.kms_key_arn, in.kms_key_arn);
  set_if_given(out.tracing_config, in.tracing_config);
  set_if_given(out.file_system_configs, in.file_system_configs);
  set_if_given(out.ephemeral_storage, in.ephemeral_storage);
  if (in.vpc_config) out.vpc_config = vpc_config_of(in.vpc_config);
  if (in.image_config) out.image_config_response = {.image_config = *in.image_config};
  if (in.snap_start) out.snap_start.apply_on = in.snap_start->apply_on;
  if (in.logging_config) {
    out.logging_config = logging_config_of(in.logging_config, now.logging_config);
  }
  // Empty values take these away.
  if (out.kms_key_arn == "") out.kms_key_arn.reset();
  if (out.dead_letter_config && out.dead_letter_config->target_arn.value_or("").empty()) {
    out.dead_letter_config.reset();
  }
  return out;
}

}  // namespace

Result<FunctionConfiguration> Lambda::update_function_configuration(
    Call& call, const UpdateFunctionConfiguration& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name));
  Function& stored = *function->stored;
  EMU_CHECK(check_runtime(in.runtime));
  EMU_CHECK(check_environment(in.environment));
  std::optional<ChosenLayers> layers;
  if (in.layers) {
    EMU_TRY(layers, choose_layers(call, *in.layers));
    EMU_CHECK(check_together(stored.unzipped_bytes, layers->contents));
  }
  if (in.revision_id && *in.revision_id != stored.configuration.revision_id) {
    return revision_differs();
  }
  FunctionConfiguration next = updated(stored.configuration, in);
  next.runtime_version_config = runtime_version_of(next.runtime, function->home->stored.region);
  const RoleUse role{.role_arn = next.role,
                     .function_name = next.function_name,
                     .account = function->home->stored.account,
                     .region = function->home->stored.region};
  if (in.role) EMU_CHECK(assume_role(world_, role));
  if (next.dead_letter_config) {
    EMU_CHECK(check_dead_letter_config(world_, *next.dead_letter_config, role));
  }

  stored.configuration = std::move(next);
  if (layers) {
    stored.configuration.layers = std::move(layers->listed);
    stored.layers = std::move(layers->contents);
  }
  return changed(*function);
}

}  // namespace emu::lambda
