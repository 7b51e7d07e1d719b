#include "lambda/layers.h"

#include <emu/arn.h>
#include <emu/lambda/errors.h>
#include <fmt/format.h>

#include <cstdlib>
#include <utility>

#include "lambda/errors.h"
#include "lambda/limits.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

constexpr std::string_view kLayerPrefix = "layer:";

Error too_many_layers() {
  return invalid_parameter(fmt::format("Cannot reference more than {} layers.", kLayersMax));
}

Error layer_missing(std::string_view arn) {
  return invalid_parameter(fmt::format("Layer version {} does not exist.", arn));
}

Error layer_elsewhere(std::string_view region) {
  return invalid_parameter(
      fmt::format("Layers are not in the same region as the function. Layers are expected to be in "
                  "region {}.",
                  region));
}

Error layer_twice(std::string_view first, std::string_view second) {
  return invalid_parameter(
      fmt::format("Two different versions of the same layer are not allowed to be referenced in "
                  "the same function. {} and {} are versions of the same layer.",
                  first, second));
}

Error layers_too_large() {
  return invalid_parameter(
      fmt::format("Layers consume more than the available size of {} bytes", kCodeSizeUnzippedMax));
}

Error together_too_large(std::int64_t bytes) {
  return invalid_parameter(
      fmt::format("Function code combined with layers exceeds the maximum allowed size of {} "
                  "bytes. The actual size is {} bytes.",
                  kCodeSizeUnzippedMax, bytes));
}

// Nobody can give others a permission for a layer here.
Error layer_of_others(const Call& call, std::string_view arn) {
  return {.code = errors::kAccessDeniedException,
          .message = fmt::format("User: {} is not authorized to perform: lambda:GetLayerVersion on "
                                 "resource: {} because no resource-based policy allows the "
                                 "lambda:GetLayerVersion action",
                                 call.caller.arn, arn),
          .status = 403};
}

Error version_below_one() { return invalid_parameter("Layer Version Cannot be less than 1."); }

}  // namespace

std::string LayerReference::layer_arn() const {
  return fmt::format("arn:{}:lambda:{}:{}:layer:{}", partition, region, account, name);
}

std::string LayerReference::arn() const { return fmt::format("{}:{}", layer_arn(), version); }

LayerReference layer_reference_of(const Call& call, std::string_view text) {
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || !arn->resource.starts_with(kLayerPrefix)) {
    return {.region = std::string(call.region()),
            .account = std::string(call.account()),
            .name = std::string(text)};
  }
  std::string name = arn->resource.substr(kLayerPrefix.size());
  std::int64_t version = 0;
  if (const std::size_t colon = name.find(':'); colon != std::string::npos) {
    version = std::strtoll(name.c_str() + colon + 1, nullptr, 10);
    name.resize(colon);
  }
  return {.partition = arn->partition,
          .region = arn->region,
          .account = arn->account,
          .name = std::move(name),
          .version = version};
}

// AWS answers a presigned URL of a bucket of its own; this one has the same form and leads nowhere.
LayerVersion layer_version_of(const LayerReference& named, const StoredLayerVersion& stored) {
  const LayerContent& content = stored.content;
  LayerReference version = named;
  version.version = stored.version;
  return {.content = {.location = fmt::format(
                          "https://awslambda-{}-layers.s3.{}.amazonaws.com/snapshots/{}/{}-{}",
                          named.region, named.region, named.account, named.name, stored.version),
                      .code_sha256 = content.sha256,
                      .code_size = static_cast<std::int64_t>(content.zip_file.size())},
          .layer_arn = named.layer_arn(),
          .layer_version_arn = version.arn(),
          .description = stored.description,
          .created_date = stored.created_date,
          .version = stored.version,
          .compatible_runtimes = stored.compatible_runtimes,
          .license_info = stored.license_info,
          .compatible_architectures = stored.compatible_architectures};
}

LayerVersionsListItem listed_version_of(const LayerReference& named,
                                        const StoredLayerVersion& stored) {
  LayerVersion all = layer_version_of(named, stored);
  return {.layer_version_arn = std::move(all.layer_version_arn),
          .version = all.version,
          .description = std::move(all.description),
          .created_date = std::move(all.created_date),
          .compatible_runtimes = std::move(all.compatible_runtimes),
          .license_info = std::move(all.license_info),
          .compatible_architectures = std::move(all.compatible_architectures)};
}

Status check_together(std::int64_t unzipped_bytes, const std::vector<LayerContent>& layers) {
  std::int64_t bytes = 0;
  for (const LayerContent& layer : layers) bytes += layer.unzipped_bytes;
  if (bytes > kCodeSizeUnzippedMax) return layers_too_large();
  bytes += unzipped_bytes;
  return bytes > kCodeSizeUnzippedMax ? Status(together_too_large(bytes)) : Status();
}

Result<LayerVersion> Lambda::find_layer_version(const Call& call, const LayerReference& named) {
  if (named.version < 1) return version_below_one();
  if (named.account != call.account()) return layer_of_others(call, named.arn());
  const Region* region = regions_.find(named.account, named.region);
  if (region == nullptr || named.region != call.region()) return resource_not_found();
  const auto found = region->stored.layers.find(named.name);
  if (found == region->stored.layers.end()) return resource_not_found();
  const StoredLayerVersion* version = found->second.find(named.version);
  if (version == nullptr) return resource_not_found();
  return layer_version_of(named, *version);
}

// Source: Lambda Developer Guide, "Adding layers to functions", "Lambda quotas".
Result<ChosenLayers> Lambda::choose_layers(const Call& call, const std::vector<std::string>& arns) {
  ChosenLayers chosen;
  if (arns.size() > kLayersMax) return too_many_layers();
  const auto& layers = region_of(call).stored.layers;
  for (const std::string& arn : arns) {
    const LayerReference named = layer_reference_of(call, arn);
    if (named.region != call.region()) return layer_elsewhere(call.region());
    for (const Layer& other : chosen.listed) {
      const LayerReference before = layer_reference_of(call, other.arn);
      if (before.layer_arn() == named.layer_arn()) return layer_twice(other.arn, arn);
    }
    if (named.account != call.account()) return layer_of_others(call, arn);
    const auto found = layers.find(named.name);
    const StoredLayerVersion* version =
        found == layers.end() ? nullptr : found->second.find(named.version);
    if (version == nullptr) return layer_missing(arn);
    const LayerContent& content = version->content;
    chosen.listed.push_back(
        {.arn = arn, .code_size = static_cast<std::int64_t>(content.zip_file.size())});
    chosen.contents.push_back(content);
  }
  EMU_CHECK(check_together(0, chosen.contents));
  return chosen;
}

}  // namespace emu::lambda
