#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<FunctionConfiguration> Lambda::update_function_code(Call& call,
                                                           const UpdateFunctionCode& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name));
  const FunctionCode code{.zip_file = in.zip_file,
                          .s3_bucket = in.s3_bucket,
                          .s3_key = in.s3_key,
                          .s3_object_version = in.s3_object_version,
                          .image_uri = in.image_uri};
  EMU_CHECK(check_code(code, "UpdateFunctionCode"));
  const bool is_image = function->configuration.package_type == "Image";
  if (is_image != code.image_uri.has_value()) return code_missing();
  if (in.revision_id && *in.revision_id != function->configuration.revision_id) {
    return revision_differs();
  }
  FunctionConfiguration updated = function->configuration;
  describe_code(code, updated);
  if (!in.architectures.empty()) updated.architectures = in.architectures;
  if (in.dry_run.value_or(false)) return updated;

  function->configuration = std::move(updated);
  function->code = code;
  touch(*function);
  return function->configuration;
}

}  // namespace emu::lambda
