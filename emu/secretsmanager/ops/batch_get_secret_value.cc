#include <string>

#include "secretsmanager/errors.h"
#include "secretsmanager/limits.h"
#include "secretsmanager/listing.h"
#include "secretsmanager/service.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

namespace {

Status check_batch(const BatchGetSecretValue& in) {
  if (in.secret_id_list.empty() == in.filters.empty()) {
    return invalid_parameter("You must include either Filters or SecretIdList, but not both.");
  }
  if (in.filters.empty() && (in.max_results || in.next_token)) {
    return invalid_parameter("To use MaxResults or NextToken, you must also use Filters.");
  }
  return {};
}

}  // namespace

// What one secret cannot give is told beside the others.
void SecretsManager::read_into(Call& call, std::string_view secret_id,
                               BatchGetSecretValueResult& out) {
  const auto refused = [&](const Error& error) {
    out.errors.push_back(
        {.secret_id = std::string(secret_id), .error_code = error.code, .message = error.message});
  };
  if (const Status allowed =
          world_.permit(call, "secretsmanager:GetSecretValue", arn_of(call, secret_id));
      !allowed) {
    return refused(allowed.error());
  }
  const auto secret = find_live(call, secret_id);
  if (!secret) return refused(secret.error());
  const auto version = read_version(**secret, {}, {});
  if (!version) return refused(version.error());
  out.secret_values.push_back({.arn = (*secret)->arn,
                               .name = (*secret)->name,
                               .version_id = (*version)->id,
                               .secret_binary = (*version)->secret_binary,
                               .secret_string = (*version)->secret_string,
                               .version_stages = stages_of(**version),
                               .created_date = (*version)->created});
}

Result<BatchGetSecretValueResult> SecretsManager::batch_get_secret_value(
    Call& call, const BatchGetSecretValue& in) {
  EMU_CHECK(check_batch(in));
  BatchGetSecretValueResult out;
  for (const std::string& secret_id : in.secret_id_list) read_into(call, secret_id, out);
  if (in.filters.empty()) return out;

  EMU_TRY(ListPage page,
          secretsmanager::list_secrets(
              state_of(call),
              {.filters = in.filters,
               .token = in.next_token,
               .room = static_cast<std::size_t>(in.max_results.value_or(kBatchPage))}));
  for (const Secret* secret : page.secrets) read_into(call, secret->arn, out);
  out.next_token = std::move(page.next_token);
  return out;
}

}  // namespace emu::secretsmanager
