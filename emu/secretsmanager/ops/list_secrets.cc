#include "secretsmanager/limits.h"
#include "secretsmanager/listing.h"
#include "secretsmanager/service.h"
#include "secretsmanager/tags.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

namespace {

SecretListEntry entry_of(const Secret& secret, const std::string& region) {
  SecretListEntry entry{.arn = secret.arn,
                        .name = secret.name,
                        .type = secret.type,
                        .description = secret.description,
                        .kms_key_id = secret.kms_key_id,
                        .last_changed_date = secret.changed,
                        .last_accessed_date = secret.accessed,
                        .deleted_date = secret.deleted,
                        .tags = tag_list(secret.tags),
                        .created_date = secret.created};
  if (!secret.replicas.empty()) entry.primary_region = region;
  for (const SecretVersion& version : secret.versions) {
    if (version.stages.empty()) continue;
    entry.secret_versions_to_stages.emplace(version.id, stages_of(version));
  }
  return entry;
}

}  // namespace

Result<ListSecretsResult> SecretsManager::list_secrets(Call& call, const ListSecrets& in) {
  EMU_TRY(const ListPage page,
          secretsmanager::list_secrets(
              state_of(call),
              {.filters = in.filters,
               .with_deleted = in.include_planned_deletion.value_or(false),
               .sort_by = in.sort_by ? std::string_view(*in.sort_by) : std::string_view(),
               .is_descending = in.sort_order == "desc",
               .token = in.next_token,
               .room = static_cast<std::size_t>(in.max_results.value_or(kListPage))}));
  ListSecretsResult out{.next_token = page.next_token};
  for (const Secret* secret : page.secrets) {
    out.secret_list.push_back(entry_of(*secret, call.region()));
  }
  return out;
}

}  // namespace emu::secretsmanager
