#include <emu/describe.h>
#include <emu/lambda/layer.h>

#include "lambda/patterns.h"

namespace emu::lambda {

using namespace patterns;  // NOLINT(google-build-using-namespace)

namespace {

template <class Op>
void describe_layer_name(StructureShape<Op>& s) {
  s.member("LayerName", &Op::layer_name)
      .path("LayerName")
      .required()
      .range(1, 140)
      .pattern(&is_layer_name, kLayerName);
}

template <class Op>
void describe_layer_filter(StructureShape<Op>& s) {
  s.member("CompatibleRuntime", &Op::compatible_runtime)
      .query("CompatibleRuntime")
      .one_of(runtimes());
  s.member("CompatibleArchitecture", &Op::compatible_architecture)
      .query("CompatibleArchitecture")
      .one_of({"x86_64", "arm64"});
  s.member("Marker", &Op::marker).query("Marker");
  s.member("MaxItems", &Op::max_items).query("MaxItems").range(1, 50);
}

template <class R>
void describe_version(StructureShape<R>& s) {
  s.member("LayerVersionArn", &R::layer_version_arn);
  s.member("Description", &R::description).always();
  s.member("CreatedDate", &R::created_date);
  s.member("Version", &R::version);
  s.member("CompatibleRuntimes", &R::compatible_runtimes);
  s.member("LicenseInfo", &R::license_info);
  s.member("CompatibleArchitectures", &R::compatible_architectures);
}

}  // namespace

void LayerVersionContentInput::describe(StructureShape<LayerVersionContentInput>& s) {
  using C = LayerVersionContentInput;
  s.member("S3Bucket", &C::s3_bucket).range(3, 63).pattern(&is_bucket, kBucket);
  s.member("S3Key", &C::s3_key).range(1, 1024);
  s.member("S3ObjectVersion", &C::s3_object_version).range(1, 1024);
  s.member("ZipFile", &C::zip_file);
}

void LayerVersionContentOutput::describe(StructureShape<LayerVersionContentOutput>& s) {
  using C = LayerVersionContentOutput;
  s.member("Location", &C::location);
  s.member("CodeSha256", &C::code_sha256);
  s.member("CodeSize", &C::code_size);
  s.member("SigningProfileVersionArn", &C::signing_profile_version_arn);
  s.member("SigningJobArn", &C::signing_job_arn);
}

void LayerVersion::describe(StructureShape<LayerVersion>& s) {
  s.member("Content", &LayerVersion::content);
  s.member("LayerArn", &LayerVersion::layer_arn);
  describe_version(s);
}

void PublishLayerVersion::describe(StructureShape<PublishLayerVersion>& s) {
  using P = PublishLayerVersion;
  describe_layer_name(s);
  s.member("Description", &P::description).range(0, 256);
  s.member("Content", &P::content).required();
  s.member("CompatibleRuntimes", &P::compatible_runtimes).range(0, 15).each({.values = runtimes()});
  s.member("LicenseInfo", &P::license_info).range(0, 512);
  s.member("CompatibleArchitectures", &P::compatible_architectures)
      .range(0, 2)
      .each({.values = {"x86_64", "arm64"}});
}

void GetLayerVersion::describe(StructureShape<GetLayerVersion>& s) {
  describe_layer_name(s);
  s.member("VersionNumber", &GetLayerVersion::version_number).path("VersionNumber").required();
}

void GetLayerVersionByArn::describe(StructureShape<GetLayerVersionByArn>& s) {
  s.member("Arn", &GetLayerVersionByArn::arn)
      .query("Arn")
      .required()
      .range(1, 140)
      .pattern(&is_layer, kLayer);
}

void LayerVersionsListItem::describe(StructureShape<LayerVersionsListItem>& s) {
  describe_version(s);
}

void LayersListItem::describe(StructureShape<LayersListItem>& s) {
  s.member("LayerName", &LayersListItem::layer_name);
  s.member("LayerArn", &LayersListItem::layer_arn);
  s.member("LatestMatchingVersion", &LayersListItem::latest_matching_version);
}

void ListLayersResult::describe(StructureShape<ListLayersResult>& s) {
  s.member("NextMarker", &ListLayersResult::next_marker);
  s.member("Layers", &ListLayersResult::layers).always();
}

void ListLayers::describe(StructureShape<ListLayers>& s) { describe_layer_filter(s); }

void ListLayerVersionsResult::describe(StructureShape<ListLayerVersionsResult>& s) {
  s.member("NextMarker", &ListLayerVersionsResult::next_marker);
  s.member("LayerVersions", &ListLayerVersionsResult::layer_versions).always();
}

void ListLayerVersions::describe(StructureShape<ListLayerVersions>& s) {
  describe_layer_name(s);
  describe_layer_filter(s);
}

void DeleteLayerVersion::describe(StructureShape<DeleteLayerVersion>& s) {
  describe_layer_name(s);
  s.member("VersionNumber", &DeleteLayerVersion::version_number).path("VersionNumber").required();
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::LayerVersionContentInput);
EMU_DESCRIBED(lambda::LayerVersionContentOutput);
EMU_DESCRIBED(lambda::LayerVersion);
EMU_DESCRIBED_OPERATION(lambda::PublishLayerVersion);
EMU_DESCRIBED_OPERATION(lambda::GetLayerVersion);
EMU_DESCRIBED_OPERATION(lambda::GetLayerVersionByArn);
EMU_DESCRIBED(lambda::LayerVersionsListItem);
EMU_DESCRIBED(lambda::LayersListItem);
EMU_DESCRIBED(lambda::ListLayersResult);
EMU_DESCRIBED_OPERATION(lambda::ListLayers);
EMU_DESCRIBED(lambda::ListLayerVersionsResult);
EMU_DESCRIBED_OPERATION(lambda::ListLayerVersions);
EMU_DESCRIBED_OPERATION(lambda::DeleteLayerVersion);
}  // namespace emu
