// TagResource and UntagResource.
#include "secretsmanager/tags.h"

#include "secretsmanager/service.h"

namespace emu::secretsmanager {

Result<Nothing> SecretsManager::tag_resource(Call& call, const TagResource& in) {
  EMU_TRY(Secret* secret, find_live(call, in.secret_id));
  EMU_TRY(secret->tags, with_tags(secret->tags, in.tags));
  secret->changed = world_.now();
  return Nothing{};
}

Result<Nothing> SecretsManager::untag_resource(Call& call, const UntagResource& in) {
  EMU_TRY(Secret* secret, find_live(call, in.secret_id));
  for (const std::string& key : in.tag_keys) secret->tags.erase(key);
  secret->changed = world_.now();
  return Nothing{};
}

}  // namespace emu::secretsmanager
