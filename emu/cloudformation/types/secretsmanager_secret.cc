#include <emu/secretsmanager/passwords.h>
#include <emu/secretsmanager/secrets.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kSecretNameMax = 512;

// A password, or the template's JSON with it as one more member.
Result<std::string> generated_secret(Making& making, const Json& generate) {
  EMU_TRY(const auto ask, read_as<secretsmanager::GetRandomPassword>(
                              generate, {.apart = {"SecretStringTemplate", "GenerateStringKey"}}));
  EMU_TRY(const std::string key, text_property(generate, "GenerateStringKey"));
  EMU_TRY(const std::string text, text_property(generate, "SecretStringTemplate"));
  EMU_TRY(const auto made, making.aws.send(ask));
  if (key.empty() && text.empty()) return made.random_password;
  Json secret = Json::parse(text, nullptr, false);
  if (key.empty() || !secret.is_object()) {
    return property_error(
        "You must provide a valid JSON in SecretStringTemplate, and a GenerateStringKey.");
  }
  secret[key] = made.random_password;
  return secret.dump();
}

Status create_secret(Making& making) {
  EMU_TRY(auto create, read_as<secretsmanager::CreateSecret>(
                           making.properties,
                           {.renamed = {{"ReplicaRegions", "AddReplicaRegions"}},
                            .documents = {"SecretString"},
                            .apart = {"GenerateSecretString"},
                            .hidden = {"ClientRequestToken", "SecretBinary", "AddReplicaRegions",
                                       "ForceOverwriteReplicaSecret"}}));
  const Json* generate = find_property(making.properties, "GenerateSecretString");
  if (generate != nullptr) {
    EMU_TRY(create.secret_string, generated_secret(making, *generate));
  }
  EMU_TRY(create.name, making.name("Name", kSecretNameMax));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = made.arn;
  making.attributes = {{"Id", made.arn}};
  return {};
}

Status remove_secret(Making& making) {
  EMU_CHECK(making.aws.send(secretsmanager::DeleteSecret{.secret_id = making.physical_id,
                                                         .force_delete_without_recovery = true}));
  return {};
}

}  // namespace

extern const ResourceType kSecretsmanagerSecret;
const ResourceType kSecretsmanagerSecret = {.name = "AWS::SecretsManager::Secret",
                                            .attributes = {"Id"},
                                            .create = &create_secret,
                                            .remove = &remove_secret};

}  // namespace emu::cloudformation
