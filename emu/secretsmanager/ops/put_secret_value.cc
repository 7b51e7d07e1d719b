#include "secretsmanager/errors.h"
#include "secretsmanager/service.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

Result<PutSecretValueResult> SecretsManager::put_secret_value(Call& call,
                                                              const PutSecretValue& in) {
  const GivenValue value(in);
  if (!value.is_there()) {
    return invalid_request("You must provide either SecretString or SecretBinary.");
  }
  EMU_CHECK(check_value(value));
  EMU_TRY(Secret* secret, find_live(call, in.secret_id));
  EMU_TRY(const SecretVersion* version, repeated_version(*secret, value));
  if (version == nullptr) {
    EMU_TRY(version, add_version(world_, *secret, value, in.version_stages));
  }
  call.subject = version->id;
  return PutSecretValueResult{.arn = secret->arn,
                              .name = secret->name,
                              .version_id = version->id,
                              .version_stages = stages_of(*version)};
}

}  // namespace emu::secretsmanager
