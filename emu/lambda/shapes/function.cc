#include <emu/lambda/function.h>

#include "lambda/patterns.h"
#include "lambda/shapes/describe.h"

namespace emu::lambda {

using namespace patterns;  // NOLINT(google-build-using-namespace)

void FunctionCode::describe(StructureShape<FunctionCode>& s) {
  s.member("ZipFile", &FunctionCode::zip_file);
  s.member("S3Bucket", &FunctionCode::s3_bucket).range(3, 63).pattern(&is_bucket, kBucket);
  s.member("S3Key", &FunctionCode::s3_key).range(1, 1024);
  s.member("S3ObjectVersion", &FunctionCode::s3_object_version).range(1, 1024);
  s.member("ImageUri", &FunctionCode::image_uri);
}

void Environment::describe(StructureShape<Environment>& s) {
  s.member("Variables", &Environment::variables).always();
}

void DeadLetterConfig::describe(StructureShape<DeadLetterConfig>& s) {
  s.member("TargetArn", &DeadLetterConfig::target_arn).pattern(&is_resource_or_empty, kResource);
}

void VpcConfig::describe(StructureShape<VpcConfig>& s) {
  s.member("SubnetIds", &VpcConfig::subnet_ids).range(0, 16).always();
  s.member("SecurityGroupIds", &VpcConfig::security_group_ids).range(0, 5).always();
  s.member("Ipv6AllowedForDualStack", &VpcConfig::ipv6_allowed_for_dual_stack);
  s.member("VpcId", &VpcConfig::vpc_id);
}

void TracingConfig::describe(StructureShape<TracingConfig>& s) {
  s.member("Mode", &TracingConfig::mode).one_of({"Active", "PassThrough"});
}

void FileSystemConfig::describe(StructureShape<FileSystemConfig>& s) {
  s.member("Arn", &FileSystemConfig::arn).required().range(0, 256);
  s.member("LocalMountPath", &FileSystemConfig::local_mount_path).required().range(0, 160);
}

void ImageConfig::describe(StructureShape<ImageConfig>& s) {
  s.member("EntryPoint", &ImageConfig::entry_point).range(0, 1500);
  s.member("Command", &ImageConfig::command).range(0, 1500);
  s.member("WorkingDirectory", &ImageConfig::working_directory).range(0, 1000);
}

void ImageConfigResponse::describe(StructureShape<ImageConfigResponse>& s) {
  s.member("ImageConfig", &ImageConfigResponse::image_config);
}

void EphemeralStorage::describe(StructureShape<EphemeralStorage>& s) {
  s.member("Size", &EphemeralStorage::size).required().range(512, 10240);
}

void SnapStart::describe(StructureShape<SnapStart>& s) {
  s.member("ApplyOn", &SnapStart::apply_on).one_of({"PublishedVersions", "None"});
  s.member("OptimizationStatus", &SnapStart::optimization_status);
}

void LoggingConfig::describe(StructureShape<LoggingConfig>& s) {
  s.member("LogFormat", &LoggingConfig::log_format).one_of({"JSON", "Text"});
  s.member("ApplicationLogLevel", &LoggingConfig::application_log_level)
      .one_of({"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"});
  s.member("SystemLogLevel", &LoggingConfig::system_log_level).one_of({"DEBUG", "INFO", "WARN"});
  s.member("LogGroup", &LoggingConfig::log_group).range(1, 512).pattern(&is_log_group, kLogGroup);
}

void Layer::describe(StructureShape<Layer>& s) {
  s.member("Arn", &Layer::arn);
  s.member("CodeSize", &Layer::code_size);
}

void RuntimeVersionConfig::describe(StructureShape<RuntimeVersionConfig>& s) {
  s.member("RuntimeVersionArn", &RuntimeVersionConfig::runtime_version_arn);
}

void FunctionConfiguration::describe(StructureShape<FunctionConfiguration>& s) {
  using F = FunctionConfiguration;
  s.member("FunctionName", &F::function_name);
  s.member("FunctionArn", &F::function_arn);
  s.member("Runtime", &F::runtime);
  s.member("Role", &F::role);
  s.member("Handler", &F::handler);
  s.member("CodeSize", &F::code_size);
  s.member("Description", &F::description).always();
  s.member("Timeout", &F::timeout);
  s.member("MemorySize", &F::memory_size);
  s.member("LastModified", &F::last_modified);
  s.member("CodeSha256", &F::code_sha256);
  s.member("Version", &F::version);
  s.member("VpcConfig", &F::vpc_config);
  s.member("DeadLetterConfig", &F::dead_letter_config);
  s.member("Environment", &F::environment);
  s.member("KMSKeyArn", &F::kms_key_arn);
  s.member("TracingConfig", &F::tracing_config);
  s.member("RevisionId", &F::revision_id);
  s.member("Layers", &F::layers);
  s.member("State", &F::state);
  s.member("StateReason", &F::state_reason);
  s.member("StateReasonCode", &F::state_reason_code);
  s.member("LastUpdateStatus", &F::last_update_status);
  s.member("LastUpdateStatusReason", &F::last_update_status_reason);
  s.member("LastUpdateStatusReasonCode", &F::last_update_status_reason_code);
  s.member("FileSystemConfigs", &F::file_system_configs);
  s.member("PackageType", &F::package_type);
  s.member("ImageConfigResponse", &F::image_config_response);
  s.member("Architectures", &F::architectures);
  s.member("EphemeralStorage", &F::ephemeral_storage);
  s.member("SnapStart", &F::snap_start);
  s.member("RuntimeVersionConfig", &F::runtime_version_config);
  s.member("LoggingConfig", &F::logging_config);
}

void CreateFunction::describe(StructureShape<CreateFunction>& s) {
  using C = CreateFunction;
  s.member("FunctionName", &C::function_name)
      .required()
      .range(1, 140)
      .pattern(&is_function_name, kFunctionName);
  s.member("Runtime", &C::runtime);
  s.member("Role", &C::role).required().pattern(&is_role, kRole);
  s.member("Handler", &C::handler).range(0, 128).pattern(&has_no_space, kHandler);
  s.member("Code", &C::code).required();
  s.member("Description", &C::description).range(0, 256);
  s.member("Timeout", &C::timeout).range(1, 900);
  s.member("MemorySize", &C::memory_size).range(128, 10240);
  s.member("Publish", &C::publish);
  s.member("VpcConfig", &C::vpc_config);
  s.member("PackageType", &C::package_type).one_of({"Zip", "Image"});
  s.member("DeadLetterConfig", &C::dead_letter_config);
  s.member("Environment", &C::environment);
  s.member("KMSKeyArn", &C::kms_key_arn).pattern(&is_resource_or_empty, kResource);
  s.member("TracingConfig", &C::tracing_config);
  s.member("Tags", &C::tags);
  s.member("Layers", &C::layers)
      .each({.min = 1, .max = 140, .matches = &is_layer, .pattern = kLayer, .not_null = true});
  s.member("FileSystemConfigs", &C::file_system_configs).range(0, 1);
  s.member("ImageConfig", &C::image_config);
  s.member("CodeSigningConfigArn", &C::code_signing_config_arn).range(0, 200);
  s.member("Architectures", &C::architectures)
      .range(1, 1)
      .each({.values = {"x86_64", "arm64"}, .not_null = true});
  s.member("EphemeralStorage", &C::ephemeral_storage);
  s.member("SnapStart", &C::snap_start);
  s.member("LoggingConfig", &C::logging_config);
}

void FunctionCodeLocation::describe(StructureShape<FunctionCodeLocation>& s) {
  s.member("RepositoryType", &FunctionCodeLocation::repository_type);
  s.member("Location", &FunctionCodeLocation::location);
  s.member("ImageUri", &FunctionCodeLocation::image_uri);
  s.member("ResolvedImageUri", &FunctionCodeLocation::resolved_image_uri);
}

void Concurrency::describe(StructureShape<Concurrency>& s) {
  s.member("ReservedConcurrentExecutions", &Concurrency::reserved_concurrent_executions);
}

void GetFunctionResult::describe(StructureShape<GetFunctionResult>& s) {
  s.member("Configuration", &GetFunctionResult::configuration);
  s.member("Code", &GetFunctionResult::code);
  s.member("Tags", &GetFunctionResult::tags);
  s.member("Concurrency", &GetFunctionResult::concurrency);
}

void UpdateFunctionCode::describe(StructureShape<UpdateFunctionCode>& s) {
  using U = UpdateFunctionCode;
  describe_own_function_name(s);
  s.member("ZipFile", &U::zip_file);
  s.member("S3Bucket", &U::s3_bucket).range(3, 63).pattern(&is_bucket, kBucket);
  s.member("S3Key", &U::s3_key).range(1, 1024);
  s.member("S3ObjectVersion", &U::s3_object_version).range(1, 1024);
  s.member("ImageUri", &U::image_uri);
  s.member("Publish", &U::publish);
  s.member("DryRun", &U::dry_run);
  s.member("RevisionId", &U::revision_id);
  s.member("Architectures", &U::architectures)
      .range(1, 1)
      .each({.values = {"x86_64", "arm64"}, .not_null = true});
}

void UpdateFunctionConfiguration::describe(StructureShape<UpdateFunctionConfiguration>& s) {
  using U = UpdateFunctionConfiguration;
  describe_own_function_name(s);
  s.member("Role", &U::role).pattern(&is_role, kRole);
  s.member("Handler", &U::handler).range(0, 128).pattern(&has_no_space, kHandler);
  s.member("Description", &U::description).range(0, 256);
  s.member("Timeout", &U::timeout).range(1, 900);
  s.member("MemorySize", &U::memory_size).range(128, 10240);
  s.member("VpcConfig", &U::vpc_config);
  s.member("Environment", &U::environment);
  s.member("Runtime", &U::runtime);
  s.member("DeadLetterConfig", &U::dead_letter_config);
  s.member("KMSKeyArn", &U::kms_key_arn).pattern(&is_resource_or_empty, kResource);
  s.member("TracingConfig", &U::tracing_config);
  s.member("RevisionId", &U::revision_id);
  s.member("Layers", &U::layers)
      .each({.min = 1, .max = 140, .matches = &is_layer, .pattern = kLayer, .not_null = true});
  s.member("FileSystemConfigs", &U::file_system_configs).range(0, 1);
  s.member("ImageConfig", &U::image_config);
  s.member("EphemeralStorage", &U::ephemeral_storage);
  s.member("SnapStart", &U::snap_start);
  s.member("LoggingConfig", &U::logging_config);
}

void GetFunction::describe(StructureShape<GetFunction>& s) {
  describe_function_name(s);
  describe_qualifier(s);
}

void GetFunctionConfiguration::describe(StructureShape<GetFunctionConfiguration>& s) {
  describe_function_name(s);
  describe_qualifier(s);
}

void ListFunctionsResult::describe(StructureShape<ListFunctionsResult>& s) {
  s.member("NextMarker", &ListFunctionsResult::next_marker);
  s.member("Functions", &ListFunctionsResult::functions).always();
}

void ListFunctions::describe(StructureShape<ListFunctions>& s) {
  s.member("MasterRegion", &ListFunctions::master_region).query("MasterRegion");
  s.member("FunctionVersion", &ListFunctions::function_version)
      .query("FunctionVersion")
      .one_of({"ALL"});
  describe_page(s, 10000);
}

void ListVersionsByFunctionResult::describe(StructureShape<ListVersionsByFunctionResult>& s) {
  s.member("NextMarker", &ListVersionsByFunctionResult::next_marker);
  s.member("Versions", &ListVersionsByFunctionResult::versions).always();
}

void ListVersionsByFunction::describe(StructureShape<ListVersionsByFunction>& s) {
  describe_function_name(s);
  describe_page(s, 10000);
}

void GetFunctionCodeSigningConfigResult::describe(
    StructureShape<GetFunctionCodeSigningConfigResult>& s) {
  using R = GetFunctionCodeSigningConfigResult;
  s.member("CodeSigningConfigArn", &R::code_signing_config_arn);
  s.member("FunctionName", &R::function_name);
}

void GetFunctionCodeSigningConfig::describe(StructureShape<GetFunctionCodeSigningConfig>& s) {
  describe_function_name(s);
}

void DeleteFunction::describe(StructureShape<DeleteFunction>& s) {
  describe_function_name(s);
  describe_qualifier(s);
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::FunctionCode);
EMU_DESCRIBED(lambda::Environment);
EMU_DESCRIBED(lambda::DeadLetterConfig);
EMU_DESCRIBED(lambda::VpcConfig);
EMU_DESCRIBED(lambda::TracingConfig);
EMU_DESCRIBED(lambda::FileSystemConfig);
EMU_DESCRIBED(lambda::ImageConfig);
EMU_DESCRIBED(lambda::ImageConfigResponse);
EMU_DESCRIBED(lambda::EphemeralStorage);
EMU_DESCRIBED(lambda::SnapStart);
EMU_DESCRIBED(lambda::LoggingConfig);
EMU_DESCRIBED(lambda::Layer);
EMU_DESCRIBED(lambda::RuntimeVersionConfig);
EMU_DESCRIBED(lambda::FunctionConfiguration);
EMU_DESCRIBED_OPERATION(lambda::CreateFunction);
EMU_DESCRIBED(lambda::FunctionCodeLocation);
EMU_DESCRIBED(lambda::Concurrency);
EMU_DESCRIBED(lambda::GetFunctionResult);
EMU_DESCRIBED_OPERATION(lambda::GetFunction);
EMU_DESCRIBED_OPERATION(lambda::GetFunctionConfiguration);
EMU_DESCRIBED_OPERATION(lambda::UpdateFunctionCode);
EMU_DESCRIBED_OPERATION(lambda::UpdateFunctionConfiguration);
EMU_DESCRIBED(lambda::ListFunctionsResult);
EMU_DESCRIBED_OPERATION(lambda::ListFunctions);
EMU_DESCRIBED(lambda::ListVersionsByFunctionResult);
EMU_DESCRIBED_OPERATION(lambda::ListVersionsByFunction);
EMU_DESCRIBED(lambda::GetFunctionCodeSigningConfigResult);
EMU_DESCRIBED_OPERATION(lambda::GetFunctionCodeSigningConfig);
EMU_DESCRIBED_OPERATION(lambda::DeleteFunction);
}  // namespace emu
