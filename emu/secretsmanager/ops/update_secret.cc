#include "secretsmanager/errors.h"
#include "secretsmanager/service.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

Result<UpdateSecretResult> SecretsManager::update_secret(Call& call, const UpdateSecret& in) {
  const GivenValue value(in);
  EMU_CHECK(check_value(value));
  EMU_TRY(Secret* secret, find_live(call, in.secret_id));

  UpdateSecretResult out{.arn = secret->arn, .name = secret->name};
  if (value.is_there()) {
    EMU_TRY(const SecretVersion* version, repeated_version(*secret, value));
    if (version == nullptr) {
      EMU_TRY(version, add_version(world_, *secret, value, {}));
    }
    out.version_id = version->id;
    call.subject = version->id;
  }
  if (in.description) secret->description = *in.description;
  if (in.type) secret->type = *in.type;
  if (in.kms_key_id) {
    secret->kms_key_id = *in.kms_key_id;
    for (SecretVersion& version : secret->versions) {
      if (!version.stages.empty()) version.kms_key_id = *in.kms_key_id;
    }
  }
  secret->changed = world_.now();
  return out;
}

}  // namespace emu::secretsmanager
