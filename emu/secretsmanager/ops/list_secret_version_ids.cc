#include <algorithm>
#include <string>

#include "core/text/base64.h"
#include "secretsmanager/errors.h"
#include "secretsmanager/limits.h"
#include "secretsmanager/service.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

namespace {

constexpr std::string_view kDefaultKey = "DefaultEncryptionKey";

SecretVersionsListEntry entry_of(const SecretVersion& version) {
  return {
      .version_id = version.id,
      .version_stages = stages_of(version),
      .last_accessed_date = version.accessed,
      .created_date = version.created,
      .kms_key_ids = {version.kms_key_id.empty() ? std::string(kDefaultKey) : version.kms_key_id}};
}

}  // namespace

// The oldest version first. A token names the last version of the page before.
Result<ListSecretVersionIdsResult> SecretsManager::list_secret_version_ids(
    Call& call, const ListSecretVersionIds& in) {
  EMU_TRY(Secret* secret, find(call, in.secret_id));
  auto at = secret->versions.begin();
  if (in.next_token && !in.next_token->empty()) {
    const auto last = base64_decode(*in.next_token);
    at = std::find_if(at, secret->versions.end(),
                      [&](const SecretVersion& version) { return last && version.id == *last; });
    if (at == secret->versions.end()) return invalid_token();
    ++at;
  }
  const auto room = static_cast<std::size_t>(in.max_results.value_or(kListPage));
  ListSecretVersionIdsResult out{.arn = secret->arn, .name = secret->name};
  for (; at != secret->versions.end(); ++at) {
    if (at->stages.empty() && !in.include_deprecated.value_or(false)) continue;
    if (out.versions.size() == room) {
      out.next_token = base64_encode(out.versions.back().version_id);
      break;
    }
    out.versions.push_back(entry_of(*at));
  }
  return out;
}

}  // namespace emu::secretsmanager
