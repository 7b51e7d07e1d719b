#include <fmt/format.h>

#include "lambda/service.h"

namespace emu::lambda {

namespace {

// AWS answers a presigned URL of a bucket of its own; this one has the same form and leads nowhere.
FunctionCodeLocation location_of(const Function& function, const State& home) {
  if (function.code.image_uri) {
    return {.repository_type = "ECR",
            .image_uri = function.code.image_uri,
            .resolved_image_uri = function.code.image_uri};
  }
  return {.repository_type = "S3",
          .location = fmt::format("https://awslambda-{}-tasks.s3.{}.amazonaws.com/snapshots/{}/{}",
                                  home.region, home.region, home.account,
                                  function.configuration.function_name)};
}

}  // namespace

Result<GetFunctionResult> Lambda::get_function(Call& call, const GetFunction& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  const Function& stored = *function->stored;
  GetFunctionResult out{.configuration = stored.configuration,
                        .code = location_of(stored, function->home->stored),
                        .tags = stored.tags};
  if (stored.reserved_concurrency) {
    out.concurrency = {.reserved_concurrent_executions = stored.reserved_concurrency};
  }
  return out;
}

Result<FunctionConfiguration> Lambda::get_function_configuration(
    Call& call, const GetFunctionConfiguration& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name, in.qualifier));
  return function->stored->configuration;
}

}  // namespace emu::lambda
