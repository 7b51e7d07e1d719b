// AWS Lambda: functions and their configuration. Include <emu/lambda.h>.
//
// Every operation takes a function as its name, as a partial ARN ("123456789012:function:NAME") or
// as an ARN. Errors that all share: ResourceNotFoundException (404),
// InvalidParameterValueException, ValidationException (400). Source: AWS Lambda API Reference.
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::lambda {

// Where the code is: exactly one of a zip file's bytes, an object in S3, or an image.
struct FunctionCode {
  Blob zip_file = {};
  std::optional<std::string> s3_bucket = {};
  std::optional<std::string> s3_key = {};
  std::optional<std::string> s3_object_version = {};
  std::optional<std::string> image_uri = {};
  static void describe(StructureShape<FunctionCode>& s);
};

// As JSON, names and values take at most 4 KB.
struct Environment {
  std::map<std::string, std::string> variables = {};
  static void describe(StructureShape<Environment>& s);
};

// Where events go that asynchronous invocation gives up on: an SQS queue. Empty: nowhere.
struct DeadLetterConfig {
  std::optional<std::string> target_arn = {};
  static void describe(StructureShape<DeadLetterConfig>& s);
};

struct VpcConfig {
  std::vector<std::string> subnet_ids = {};
  std::vector<std::string> security_group_ids = {};
  std::optional<bool> ipv6_allowed_for_dual_stack = {};
  std::optional<std::string> vpc_id = {};  // in results only
  static void describe(StructureShape<VpcConfig>& s);
};

struct TracingConfig {
  std::string mode;  // "Active" or "PassThrough"
  static void describe(StructureShape<TracingConfig>& s);
};

struct FileSystemConfig {
  std::string arn;
  std::string local_mount_path;
  static void describe(StructureShape<FileSystemConfig>& s);
};

struct ImageConfig {
  std::vector<std::string> entry_point = {};
  std::vector<std::string> command = {};
  std::optional<std::string> working_directory = {};
  static void describe(StructureShape<ImageConfig>& s);
};
struct ImageConfigResponse {
  ImageConfig image_config;
  static void describe(StructureShape<ImageConfigResponse>& s);
};

struct EphemeralStorage {
  std::int32_t size = 512;  // MB, 512–10,240
  static void describe(StructureShape<EphemeralStorage>& s);
};

struct SnapStart {
  std::optional<std::string> apply_on = {};             // "PublishedVersions" or "None"
  std::optional<std::string> optimization_status = {};  // in results only
  static void describe(StructureShape<SnapStart>& s);
};

struct LoggingConfig {
  std::optional<std::string> log_format = {};  // "Text" or "JSON"
  std::optional<std::string> application_log_level = {};
  std::optional<std::string> system_log_level = {};
  std::optional<std::string> log_group = {};  // default: /aws/lambda/<name>
  static void describe(StructureShape<LoggingConfig>& s);
};

struct Layer {
  std::string arn;
  std::int64_t code_size = 0;
  static void describe(StructureShape<Layer>& s);
};

struct RuntimeVersionConfig {
  std::string runtime_version_arn;
  static void describe(StructureShape<RuntimeVersionConfig>& s);
};

// How a function is set up, as most operations answer it. What makes or changes a function answers
// the state in between, "Pending" or "InProgress"; the next call sees the end of it, under another
// revision id.
struct FunctionConfiguration {
  std::string function_name;
  std::string function_arn;
  std::optional<std::string> runtime = {};
  std::string role = {};
  std::optional<std::string> handler = {};
  std::int64_t code_size = 0;
  std::string description = {};
  std::chrono::seconds timeout = std::chrono::seconds(3);
  std::int32_t memory_size = 128;  // MB
  std::string last_modified = {};  // "2026-01-01T00:00:00.000+0000"
  std::string code_sha256 = {};
  std::string version = {};  // "$LATEST"
  std::optional<VpcConfig> vpc_config = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<Environment> environment = {};
  std::optional<std::string> kms_key_arn = {};
  TracingConfig tracing_config = {};
  std::string revision_id = {};
  std::vector<Layer> layers = {};
  std::string state = {};  // "Pending", "Active"
  std::string state_reason = {};
  std::string state_reason_code = {};
  std::string last_update_status = {};  // "InProgress", "Successful"; none while it is created
  std::string last_update_status_reason = {};
  std::string last_update_status_reason_code = {};
  std::vector<FileSystemConfig> file_system_configs = {};
  std::string package_type = {};  // "Zip" or "Image"
  std::optional<ImageConfigResponse> image_config_response = {};
  std::vector<std::string> architectures = {};
  EphemeralStorage ephemeral_storage = {};
  SnapStart snap_start = {};
  std::optional<RuntimeVersionConfig> runtime_version_config = {};  // of a zip package
  LoggingConfig logging_config = {};
  static void describe(StructureShape<FunctionConfiguration>& s);
};

// Creates a function. Its code runs when C++ code is bound to its name: Cloud::bind(). Then any
// package will do; otherwise it must be a zip file, or an object in S3 that the caller may read.
// ResourceConflictException (409) when the name is taken; InvalidParameterValueException when
// Lambda may not assume the role.
struct CreateFunction {
  static constexpr OperationName kOperation{"lambda", "CreateFunction", "POST",
                                            "/2015-03-31/functions", 201};
  using Result = FunctionConfiguration;
  std::string function_name;
  std::optional<std::string> runtime = {};  // required of a zip package
  std::string role;                         // ARN of the execution role
  std::optional<std::string> handler = {};  // required of a zip package
  FunctionCode code;
  std::optional<std::string> description = {};
  std::optional<std::chrono::seconds> timeout = {};  // 1–900, default 3
  std::optional<std::int32_t> memory_size = {};      // MB, 128–10,240, default 128
  std::optional<bool> publish = {};
  std::optional<VpcConfig> vpc_config = {};
  std::optional<std::string> package_type = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<Environment> environment = {};
  std::optional<std::string> kms_key_arn = {};
  std::optional<TracingConfig> tracing_config = {};
  std::map<std::string, std::string> tags = {};
  std::vector<std::string> layers = {};  // ARNs of versions, at most 5
  std::vector<FileSystemConfig> file_system_configs = {};
  std::optional<ImageConfig> image_config = {};
  std::optional<std::string> code_signing_config_arn = {};
  std::vector<std::string> architectures = {};  // default {"x86_64"}
  std::optional<EphemeralStorage> ephemeral_storage = {};
  std::optional<SnapStart> snap_start = {};
  std::optional<LoggingConfig> logging_config = {};
  static void describe(StructureShape<CreateFunction>& s);
};

struct FunctionCodeLocation {
  std::string repository_type;  // "S3" or "ECR"
  std::optional<std::string> location = {};
  std::optional<std::string> image_uri = {};
  std::optional<std::string> resolved_image_uri = {};
  static void describe(StructureShape<FunctionCodeLocation>& s);
};

struct Concurrency {
  std::optional<std::int32_t> reserved_concurrent_executions = {};
  static void describe(StructureShape<Concurrency>& s);
};

struct GetFunctionResult {
  FunctionConfiguration configuration;
  FunctionCodeLocation code;
  std::map<std::string, std::string> tags = {};
  std::optional<Concurrency> concurrency = {};  // when some is reserved
  static void describe(StructureShape<GetFunctionResult>& s);
};
struct GetFunction {
  static constexpr OperationName kOperation{"lambda", "GetFunction", "GET",
                                            "/2015-03-31/functions/{FunctionName}"};
  using Result = GetFunctionResult;
  std::string function_name;
  std::optional<std::string> qualifier = {};
  static void describe(StructureShape<GetFunction>& s);
};

struct GetFunctionConfiguration {
  static constexpr OperationName kOperation{"lambda", "GetFunctionConfiguration", "GET",
                                            "/2015-03-31/functions/{FunctionName}/configuration"};
  using Result = FunctionConfiguration;
  std::string function_name;
  std::optional<std::string> qualifier = {};
  static void describe(StructureShape<GetFunctionConfiguration>& s);
};

// Replaces the code. Execution environments that exist end with the invocation they are in.
// PreconditionFailedException (412) when revision_id is not the current one.
struct UpdateFunctionCode {
  static constexpr OperationName kOperation{"lambda", "UpdateFunctionCode", "PUT",
                                            "/2015-03-31/functions/{FunctionName}/code"};
  using Result = FunctionConfiguration;
  std::string function_name;
  Blob zip_file = {};
  std::optional<std::string> s3_bucket = {};
  std::optional<std::string> s3_key = {};
  std::optional<std::string> s3_object_version = {};
  std::optional<std::string> image_uri = {};
  std::optional<bool> publish = {};
  std::optional<bool> dry_run = {};  // checks, and changes nothing
  std::optional<std::string> revision_id = {};
  std::vector<std::string> architectures = {};
  static void describe(StructureShape<UpdateFunctionCode>& s);
};

// Changes what is present, and nothing else.
struct UpdateFunctionConfiguration {
  static constexpr OperationName kOperation{"lambda", "UpdateFunctionConfiguration", "PUT",
                                            "/2015-03-31/functions/{FunctionName}/configuration"};
  using Result = FunctionConfiguration;
  std::string function_name;
  std::optional<std::string> role = {};
  std::optional<std::string> handler = {};
  std::optional<std::string> description = {};
  std::optional<std::chrono::seconds> timeout = {};
  std::optional<std::int32_t> memory_size = {};
  std::optional<VpcConfig> vpc_config = {};
  std::optional<Environment> environment = {};  // replaces all variables
  std::optional<std::string> runtime = {};
  std::optional<DeadLetterConfig> dead_letter_config = {};  // an empty target removes it
  std::optional<std::string> kms_key_arn = {};
  std::optional<TracingConfig> tracing_config = {};
  std::optional<std::string> revision_id = {};
  std::optional<std::vector<std::string>> layers = {};
  std::optional<std::vector<FileSystemConfig>> file_system_configs = {};
  std::optional<ImageConfig> image_config = {};
  std::optional<EphemeralStorage> ephemeral_storage = {};
  std::optional<SnapStart> snap_start = {};
  std::optional<LoggingConfig> logging_config = {};
  static void describe(StructureShape<UpdateFunctionConfiguration>& s);
};

struct ListFunctionsResult {
  std::optional<std::string> next_marker = {};
  std::vector<FunctionConfiguration> functions = {};
  static void describe(StructureShape<ListFunctionsResult>& s);
};
// In the order of their names, at most 50 at a time.
struct ListFunctions {
  static constexpr OperationName kOperation{"lambda", "ListFunctions", "GET",
                                            "/2015-03-31/functions/"};
  using Result = ListFunctionsResult;
  std::optional<std::string> master_region = {};
  std::optional<std::string> function_version = {};  // "ALL"
  std::optional<std::string> marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListFunctions>& s);
};

struct ListVersionsByFunctionResult {
  std::optional<std::string> next_marker = {};
  std::vector<FunctionConfiguration> versions = {};
  static void describe(StructureShape<ListVersionsByFunctionResult>& s);
};
// $LATEST, the only version there is.
struct ListVersionsByFunction {
  static constexpr OperationName kOperation{"lambda", "ListVersionsByFunction", "GET",
                                            "/2015-03-31/functions/{FunctionName}/versions"};
  using Result = ListVersionsByFunctionResult;
  std::string function_name;
  std::optional<std::string> marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListVersionsByFunction>& s);
};

struct GetFunctionCodeSigningConfigResult {
  std::string code_signing_config_arn = {};  // empty, as the name is: there is none
  std::string function_name = {};
  static void describe(StructureShape<GetFunctionCodeSigningConfigResult>& s);
};
struct GetFunctionCodeSigningConfig {
  static constexpr OperationName kOperation{
      "lambda", "GetFunctionCodeSigningConfig", "GET",
      "/2020-06-30/functions/{FunctionName}/code-signing-config"};
  using Result = GetFunctionCodeSigningConfigResult;
  std::string function_name;
  static void describe(StructureShape<GetFunctionCodeSigningConfig>& s);
};

// Deletes a function with its policy, configuration and queued events. Event source mappings stay
// and are deleted apart.
struct DeleteFunction {
  static constexpr OperationName kOperation{"lambda", "DeleteFunction", "DELETE",
                                            "/2015-03-31/functions/{FunctionName}", 204};
  using Result = Nothing;
  std::string function_name;
  std::optional<std::string> qualifier = {};
  static void describe(StructureShape<DeleteFunction>& s);
};

}  // namespace emu::lambda
