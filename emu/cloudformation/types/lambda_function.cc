#include <emu/lambda/concurrency.h>
#include <emu/lambda/function.h>
#include <fmt/format.h>

#include "cloudformation/resource_type.h"
#include "cloudformation/types/inline_code.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kFunctionNameMax = 64;

const Reading& function_reading() {
  static const Reading kReading = {
      .renamed = {{"KmsKeyArn", "KMSKeyArn"}},
      .apart = {"Code", "ReservedConcurrentExecutions", "RuntimeManagementConfig", "SnapStart",
                "RecursiveLoop", "Policy"},
      .hidden = {"Publish"}};
  return kReading;
}

// Code is an object in S3, an image, source text in ZipFile, or a path on this machine, as a SAM
// template has it before it is packaged.
Result<lambda::FunctionCode> function_code(const Making& making) {
  const Json* code = find_property(making.properties, "Code");
  if (code == nullptr) return property_error("Property Code cannot be empty.");
  lambda::FunctionCode out;
  if (code->is_string()) {
    if (!making.package) {
      return property_error(fmt::format(
          "Code is the path '{}', and whoever deploys this template reads no files", code->dump()));
    }
    EMU_TRY(out.zip_file, making.package(code->get<std::string>()));
    return out;
  }
  if (!code->is_object()) return property_error("Value of property Code must be an object");
  EMU_CHECK(check_properties(
      *code, {"ZipFile", "S3Bucket", "S3Key", "S3ObjectVersion", "ImageUri", "SourceKMSKeyArn"}));
  EMU_TRY(const std::string source, text_property(*code, "ZipFile"));
  if (!source.empty()) {
    EMU_TRY(const std::string runtime, text_property(making.properties, "Runtime"));
    out.zip_file = zip_of_source(source, runtime);
    return out;
  }
  Json rest = *code;
  rest.erase("SourceKMSKeyArn");
  return read_as<lambda::FunctionCode>(rest);
}

Status reserve_concurrency(Making& making, const std::string& function) {
  const Json* reserved = find_property(making.properties, "ReservedConcurrentExecutions");
  if (reserved == nullptr) return {};
  EMU_TRY(auto put, read_as<lambda::PutFunctionConcurrency>(
                        Json{{"ReservedConcurrentExecutions", *reserved}}));
  put.function_name = function;
  EMU_CHECK(making.aws.send(put));
  return {};
}

Status create_function(Making& making) {
  EMU_TRY(auto create, read_as<lambda::CreateFunction>(making.properties, function_reading()));
  EMU_TRY(create.code, function_code(making));
  EMU_TRY(create.function_name, making.name("FunctionName", kFunctionNameMax));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = create.function_name;
  making.attributes = {{"Arn", made.function_arn}};
  return reserve_concurrency(making, create.function_name);
}

Status remove_function(Making& making) {
  EMU_CHECK(making.aws.send(lambda::DeleteFunction{.function_name = making.physical_id}));
  return {};
}

Status update_function_code(Making& making, const Json& before) {
  // What lies at a path may have changed meanwhile.
  const Json* code = find_property(making.properties, "Code");
  if (code != nullptr && !code->is_string() && *code == before.value("Code", Json())) return {};
  EMU_TRY(const auto given, function_code(making));
  EMU_CHECK(making.aws.send(lambda::UpdateFunctionCode{.function_name = making.physical_id,
                                                       .zip_file = given.zip_file,
                                                       .s3_bucket = given.s3_bucket,
                                                       .s3_key = given.s3_key,
                                                       .s3_object_version = given.s3_object_version,
                                                       .image_uri = given.image_uri}));
  return {};
}

Result<bool> update_function(Making& making, const Json& before) {
  for (const char* name : {"FunctionName", "PackageType"}) {
    if (making.properties.value(name, Json()) != before.value(name, Json())) return false;
  }
  EMU_TRY(const auto now, read_as<lambda::CreateFunction>(making.properties, function_reading()));
  EMU_CHECK(making.aws.send(lambda::UpdateFunctionConfiguration{
      .function_name = making.physical_id,
      .role = now.role,
      .handler = now.handler,
      .description = now.description.value_or(""),
      .timeout = now.timeout.value_or(std::chrono::seconds(3)),
      .memory_size = now.memory_size.value_or(128),
      .environment = now.environment.value_or(lambda::Environment{}),
      .runtime = now.runtime,
      .dead_letter_config = now.dead_letter_config.value_or(lambda::DeadLetterConfig{""}),
      .ephemeral_storage = now.ephemeral_storage.value_or(lambda::EphemeralStorage{}),
      .logging_config = now.logging_config}));
  EMU_CHECK(update_function_code(making, before));
  const bool was_reserved = find_property(before, "ReservedConcurrentExecutions") != nullptr;
  if (was_reserved && find_property(making.properties, "ReservedConcurrentExecutions") == nullptr) {
    EMU_CHECK(
        making.aws.send(lambda::DeleteFunctionConcurrency{.function_name = making.physical_id}));
  }
  EMU_CHECK(reserve_concurrency(making, making.physical_id));
  return true;
}

}  // namespace

extern const ResourceType kLambdaFunction;
const ResourceType kLambdaFunction = {.name = "AWS::Lambda::Function",
                                      .attributes = {"Arn"},
                                      .create = &create_function,
                                      .remove = &remove_function,
                                      .update = &update_function};

}  // namespace emu::cloudformation
