#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<FunctionConfiguration> Lambda::update_function_code(Call& call,
                                                           const UpdateFunctionCode& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name));
  Function& stored = *function->stored;
  const FunctionCode code{.zip_file = in.zip_file,
                          .s3_bucket = in.s3_bucket,
                          .s3_key = in.s3_key,
                          .s3_object_version = in.s3_object_version,
                          .image_uri = in.image_uri};
  EMU_CHECK(check_code(code, "UpdateFunctionCode"));
  const bool is_image = stored.configuration.package_type == "Image";
  if (is_image != code.image_uri.has_value()) return code_missing();
  if (in.revision_id && *in.revision_id != stored.configuration.revision_id) {
    return revision_differs();
  }
  FunctionConfiguration updated = stored.configuration;
  describe_code(code, updated);
  if (!in.architectures.empty()) updated.architectures = in.architectures;
  if (in.dry_run.value_or(false)) return updated;

  stored.configuration = std::move(updated);
  stored.code = code;
  mark_changed(stored.configuration);
  renew_revision(*function);
  return stored.configuration;
}

}  // namespace emu::lambda
