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
  EMU_TRY(const Package package, package_of(call, function->revision->name, code));
  // Reading the package may have called S3, and others may have come in between.
  if (function->is_deleted()) return function_not_found(function->arn());
  Function& stored = *function->stored;
  const bool is_image = stored.configuration.package_type == "Image";
  if (is_image != code.image_uri.has_value()) return code_missing();
  if (in.revision_id && *in.revision_id != stored.configuration.revision_id) {
    return revision_differs();
  }
  EMU_CHECK(check_together(package.unzipped_bytes, stored.layers));
  FunctionConfiguration updated = stored.configuration;
  updated.code_size = package.bytes;
  updated.code_sha256 = package.sha256;
  if (!in.architectures.empty()) updated.architectures = in.architectures;
  if (in.dry_run.value_or(false)) return updated;

  stored.configuration = std::move(updated);
  stored.unzipped_bytes = package.unzipped_bytes;
  stored.code = code;
  if (!package.content.empty()) stored.code.zip_file = package.content;
  return changed(*function);
}

}  // namespace emu::lambda
