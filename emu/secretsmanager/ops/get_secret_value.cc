#include <fmt/format.h>

#include <chrono>
#include <string>

#include "secretsmanager/errors.h"
#include "secretsmanager/service.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

namespace {

Error no_such_stage(std::string_view stage) {
  return not_found(fmt::format(
      "Secrets Manager can't find the specified secret value for staging label: {}", stage));
}

}  // namespace

// Dates of reading are days. Source: AWS Secrets Manager API Reference, "SecretVersionsListEntry".
Result<const SecretVersion*> SecretsManager::read_version(Secret& secret,
                                                          std::string_view version_id,
                                                          std::string_view stage) {
  SecretVersion* version = nullptr;
  if (version_id.empty()) {
    const std::string_view wanted = stage.empty() ? kCurrent : stage;
    version = secret.staged(wanted);
    if (version == nullptr) return no_such_stage(wanted);
  } else {
    version = secret.version(version_id);
    if (version == nullptr) return no_such_version(version_id);
    if (!stage.empty() && !version->stages.contains(stage)) {
      return invalid_request(
          "You provided a VersionStage that is not associated to the provided VersionId.");
    }
  }
  secret.accessed = version->accessed = std::chrono::floor<std::chrono::days>(world_.now());
  return version;
}

Result<GetSecretValueResult> SecretsManager::get_secret_value(Call& call,
                                                              const GetSecretValue& in) {
  EMU_TRY(Secret* secret, find_live(call, in.secret_id));
  EMU_TRY(const SecretVersion* version, read_version(*secret, in.version_id.value_or(""),
                                                     in.version_stage.value_or("")));
  call.subject = version->id;
  return GetSecretValueResult{.arn = secret->arn,
                              .name = secret->name,
                              .version_id = version->id,
                              .secret_binary = version->secret_binary,
                              .secret_string = version->secret_string,
                              .version_stages = stages_of(*version),
                              .created_date = version->created};
}

}  // namespace emu::secretsmanager
