#include "cloudformation/outside.h"

#include <emu/secretsmanager/values.h>
#include <emu/ssm/parameters.h>
#include <fmt/format.h>

#include <vector>

#include "cloudformation/properties.h"

namespace emu::cloudformation {

namespace {

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(':', begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// secret-id:SecretString:json-key:version-stage:version-id, of which all but the first may be
// absent. An ARN as an id has seven parts of its own.
Result<std::string> secret_value(Aws& aws, std::string_view reference) {
  std::vector<std::string> parts = parts_of(reference);
  if (reference.starts_with("arn:") && parts.size() >= 7) {
    for (int i = 0; i < 6; ++i) {
      parts[0] += ":" + parts[1];
      parts.erase(parts.begin() + 1);
    }
  }
  parts.resize(5);
  secretsmanager::GetSecretValue get{.secret_id = parts[0]};
  if (!parts[3].empty()) get.version_stage = parts[3];
  if (!parts[4].empty()) get.version_id = parts[4];
  EMU_TRY(const auto secret, aws.send(get));
  const std::string text = secret.secret_string;
  if (parts[2].empty()) return text;
  const Json document = Json::parse(text, nullptr, false);
  const Json* value = document.is_object() ? find_property(document, parts[2]) : nullptr;
  if (value == nullptr) {
    return property_error(
        fmt::format("Could not find a value associated with JSONKey in SecretString"));
  }
  return as_text(*value).value_or(value->dump());
}

}  // namespace

Result<std::string> ssm_parameter(Aws& aws, std::string_view name) {
  EMU_TRY(const auto got, aws.send(ssm::GetParameter{.name = std::string(name)}));
  return got.parameter ? got.parameter->value : std::string();
}

Result<std::string> dynamic_reference(Aws& aws, std::string_view service,
                                      std::string_view reference) {
  if (service == "secretsmanager") return secret_value(aws, reference);
  EMU_TRY(const auto got, aws.send(ssm::GetParameter{.name = std::string(reference),
                                                     .with_decryption = service == "ssm-secure"}));
  return got.parameter ? got.parameter->value : std::string();
}

}  // namespace emu::cloudformation
