#include "secretsmanager/service.h"
#include "secretsmanager/tags.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

// Source: AWS Secrets Manager API Reference, "DescribeSecret": the deleted date is the one for
// which the deletion is scheduled.
Result<DescribeSecretResult> SecretsManager::describe_secret(Call& call, const DescribeSecret& in) {
  EMU_TRY(const Secret* secret, find(call, in.secret_id));
  DescribeSecretResult out{.arn = secret->arn,
                           .name = secret->name,
                           .type = secret->type,
                           .description = secret->description,
                           .kms_key_id = secret->kms_key_id,
                           .last_changed_date = secret->changed,
                           .last_accessed_date = secret->accessed,
                           .deleted_date = secret->ends,
                           .tags = tag_list(secret->tags),
                           .created_date = secret->created,
                           .replication_status = secret->replicas};
  if (!secret->replicas.empty()) out.primary_region = call.region();
  for (const SecretVersion& version : secret->versions) {
    if (version.stages.empty()) continue;
    out.version_ids_to_stages.emplace(version.id, stages_of(version));
  }
  return out;
}

}  // namespace emu::secretsmanager
