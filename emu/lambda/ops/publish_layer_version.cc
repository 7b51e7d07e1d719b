#include <utility>

#include "lambda/errors.h"
#include "lambda/layers.h"
#include "lambda/service.h"
#include "lambda/timestamps.h"

namespace emu::lambda {

namespace {

Error layer_in_other_place() {
  return not_found("Layers are published in the account and region of the caller.");
}

}  // namespace

Result<LayerVersion> Lambda::publish_layer_version(Call& call, const PublishLayerVersion& in) {
  const LayerReference layer = layer_reference_of(call, in.layer_name);
  call.subject = layer.name;
  if (layer.account != call.account() || layer.region != call.region()) {
    return layer_in_other_place();
  }
  const FunctionCode code{.zip_file = in.content.zip_file,
                          .s3_bucket = in.content.s3_bucket,
                          .s3_key = in.content.s3_key,
                          .s3_object_version = in.content.s3_object_version};
  EMU_CHECK(check_code(code, "PublishLayerVersion"));
  EMU_TRY(Package package, read_package(call, code));
  if (package.content.empty()) {
    return invalid_parameter("A folder on disk is code of a function, and not of a layer.");
  }

  StoredLayer& stored = region_of(call).stored.layers[layer.name];
  stored.versions.push_back({.version = ++stored.latest_version,
                             .content = {.zip_file = std::move(package.content),
                                         .sha256 = std::move(package.sha256),
                                         .unzipped_bytes = package.unzipped_bytes},
                             .description = in.description.value_or(""),
                             .created_date = last_modified_text(world_.now()),
                             .compatible_runtimes = in.compatible_runtimes,
                             .license_info = in.license_info,
                             .compatible_architectures = in.compatible_architectures});
  return layer_version_of(layer, stored.versions.back());
}

}  // namespace emu::lambda
