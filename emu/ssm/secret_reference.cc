#include "ssm/secret_reference.h"

#include <emu/secretsmanager.h>
#include <fmt/format.h>

#include <string>
#include <utility>

#include "core/gate/world.h"
#include "core/json/json_writer.h"
#include "core/text/ascii.h"
#include "ssm/errors.h"
#include "ssm/values.h"

namespace emu::ssm {

namespace {

constexpr std::string_view kSecretReference = "/aws/reference/secretsmanager/";
constexpr std::size_t kVersionIdMin = 32;

// What a version is called is at least as long as a UUID without hyphens; shorter texts are stages.
secretsmanager::GetSecretValue question_for(std::string_view name) {
  std::string_view selector = name.substr(kSecretReference.size());
  secretsmanager::GetSecretValue question{.secret_id = std::string(take_until(selector, ':'))};
  if (selector.size() >= kVersionIdMin) {
    question.version_id = std::string(selector);
  } else if (!selector.empty()) {
    question.version_stage = std::string(selector);
  }
  return question;
}

std::string source_result(const secretsmanager::GetSecretValueResult& secret) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("ARN", secret.arn);
  json.member("name", secret.name);
  json.member("versionId", secret.version_id);
  json.member("secretString", secret.secret_string);
  json.key("versionStages");
  json.begin_array();
  for (const std::string& stage : secret.version_stages) json.string(stage);
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace

bool is_secret_reference(std::string_view name) { return name.starts_with(kSecretReference); }

Result<Parameter> referenced_secret(Call& call, std::string_view name, bool with_decryption) {
  if (!with_decryption) {
    return validation("WithDecryption flag must be True for retrieving a Secret Manager secret.");
  }
  const secretsmanager::GetSecretValue question = question_for(name);
  const auto secret = call.world.client(call.caller_ptr).send(question);
  if (!secret) {
    const Error& error = secret.error();
    if (error.code == errors::kAccessDeniedException) return access_denied(call, error.message);
    return Error{.code = errors::kParameterNotFound,
                 .message = fmt::format("Secret {} not found.", question.secret_id)};
  }
  return Parameter{.name = std::string(name),
                   .type = std::string(types::kSecureString),
                   .value = secret->secret_string,
                   .version = 0,
                   .source_result = source_result(*secret),
                   .last_modified_date = secret->created_date,
                   .arn = secret->arn};
}

}  // namespace emu::ssm
