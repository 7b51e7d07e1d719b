// Layers of AWS Lambda: folders that functions share. Include <emu/lambda.h>.
//
// A layer is named by its name, or by its ARN without a version. Its versions count from 1 and
// never change; a number is not used again after its deletion. Sources: AWS Lambda API Reference,
// the page of each operation; Lambda Developer Guide, "Managing Lambda dependencies with layers".
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::lambda {

// What is in a layer: exactly one of a zip file's bytes and an object in S3.
struct LayerVersionContentInput {
  std::optional<std::string> s3_bucket = {};
  std::optional<std::string> s3_key = {};
  std::optional<std::string> s3_object_version = {};
  Blob zip_file = {};
  static void describe(StructureShape<LayerVersionContentInput>& s);
};

struct LayerVersionContentOutput {
  std::string location = {};  // leads nowhere
  std::string code_sha256 = {};
  std::int64_t code_size = 0;
  std::optional<std::string> signing_profile_version_arn = {};
  std::optional<std::string> signing_job_arn = {};
  static void describe(StructureShape<LayerVersionContentOutput>& s);
};

// One version of a layer, as it is answered.
struct LayerVersion {
  LayerVersionContentOutput content;
  std::string layer_arn;
  std::string layer_version_arn;
  std::string description = {};
  std::string created_date = {};  // "2026-01-01T00:00:00.000+0000"
  std::int64_t version = 0;
  std::vector<std::string> compatible_runtimes = {};
  std::optional<std::string> license_info = {};
  std::vector<std::string> compatible_architectures = {};
  static void describe(StructureShape<LayerVersion>& s);
};

// Makes the layer with its first version, or one more version of it. The zip file must be one, and
// in S3 the caller must be allowed to read it.
struct PublishLayerVersion {
  static constexpr OperationName kOperation{"lambda", "PublishLayerVersion", "POST",
                                            "/2018-10-31/layers/{LayerName}/versions", 201};
  using Result = LayerVersion;
  std::string layer_name;
  std::optional<std::string> description = {};
  LayerVersionContentInput content;
  std::vector<std::string> compatible_runtimes = {};  // at most 15
  std::optional<std::string> license_info = {};
  std::vector<std::string> compatible_architectures = {};
  static void describe(StructureShape<PublishLayerVersion>& s);
};

struct GetLayerVersion {
  static constexpr OperationName kOperation{
      "lambda", "GetLayerVersion", "GET",
      "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}"};
  using Result = LayerVersion;
  std::string layer_name;
  std::int64_t version_number = 0;
  static void describe(StructureShape<GetLayerVersion>& s);
};

struct GetLayerVersionByArn {
  static constexpr OperationName kOperation{"lambda", "GetLayerVersionByArn", "GET",
                                            "/2018-10-31/layers?find=LayerVersion"};
  using Result = LayerVersion;
  std::string arn;  // with the version
  static void describe(StructureShape<GetLayerVersionByArn>& s);
};

struct LayerVersionsListItem {
  std::string layer_version_arn;
  std::int64_t version = 0;
  std::string description = {};
  std::string created_date = {};
  std::vector<std::string> compatible_runtimes = {};
  std::optional<std::string> license_info = {};
  std::vector<std::string> compatible_architectures = {};
  static void describe(StructureShape<LayerVersionsListItem>& s);
};

struct LayersListItem {
  std::string layer_name;
  std::string layer_arn;
  LayerVersionsListItem latest_matching_version;
  static void describe(StructureShape<LayersListItem>& s);
};

struct ListLayersResult {
  std::optional<std::string> next_marker = {};
  std::vector<LayersListItem> layers = {};
  static void describe(StructureShape<ListLayersResult>& s);
};
// In the order of their names, each with the latest version that fits what is asked for.
struct ListLayers {
  static constexpr OperationName kOperation{"lambda", "ListLayers", "GET", "/2018-10-31/layers"};
  using Result = ListLayersResult;
  std::optional<std::string> compatible_runtime = {};
  std::optional<std::string> marker = {};
  std::optional<std::int32_t> max_items = {};  // 1–50
  std::optional<std::string> compatible_architecture = {};
  static void describe(StructureShape<ListLayers>& s);
};

struct ListLayerVersionsResult {
  std::optional<std::string> next_marker = {};
  std::vector<LayerVersionsListItem> layer_versions = {};
  static void describe(StructureShape<ListLayerVersionsResult>& s);
};
// The latest first. Of a layer that does not exist there are none.
struct ListLayerVersions {
  static constexpr OperationName kOperation{"lambda", "ListLayerVersions", "GET",
                                            "/2018-10-31/layers/{LayerName}/versions"};
  using Result = ListLayerVersionsResult;
  std::optional<std::string> compatible_runtime = {};
  std::string layer_name;
  std::optional<std::string> marker = {};
  std::optional<std::int32_t> max_items = {};  // 1–50
  std::optional<std::string> compatible_architecture = {};
  static void describe(StructureShape<ListLayerVersions>& s);
};

// Functions that use it keep it. Deleting what is not there succeeds.
struct DeleteLayerVersion {
  static constexpr OperationName kOperation{
      "lambda", "DeleteLayerVersion", "DELETE",
      "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}", 204};
  using Result = Nothing;
  std::string layer_name;
  std::int64_t version_number = 0;
  static void describe(StructureShape<DeleteLayerVersion>& s);
};

}  // namespace emu::lambda
