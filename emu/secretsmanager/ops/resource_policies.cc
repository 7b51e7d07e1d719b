// PutResourcePolicy, GetResourcePolicy, DeleteResourcePolicy and ValidateResourcePolicy.
#include <memory>
#include <string>

#include "secretsmanager/errors.h"
#include "secretsmanager/resource_policy.h"
#include "secretsmanager/service.h"

namespace emu::secretsmanager {

namespace {

constexpr std::string_view kPublicText = "This resource policy allows broad access to the secret.";

Error lets_public_in() {
  return {.code = errors::kPublicPolicyException,
          .message = "You can't attach a resource policy that allows broad access to the secret."};
}

}  // namespace

Result<PutResourcePolicyResult> SecretsManager::put_resource_policy(Call& call,
                                                                    const PutResourcePolicy& in) {
  EMU_TRY(Secret* secret, find_live(call, in.secret_id));
  EMU_TRY(const policy::Document document, read_policy(in.resource_policy));
  if (in.block_public_policy.value_or(false) && is_public(document)) return lets_public_in();
  secret->policy = std::make_shared<const std::string>(in.resource_policy);
  return PutResourcePolicyResult{.arn = secret->arn, .name = secret->name};
}

Result<GetResourcePolicyResult> SecretsManager::get_resource_policy(Call& call,
                                                                    const GetResourcePolicy& in) {
  EMU_TRY(const Secret* secret, find_live(call, in.secret_id));
  return GetResourcePolicyResult{
      .arn = secret->arn,
      .name = secret->name,
      .resource_policy = secret->policy == nullptr ? std::string() : *secret->policy};
}

Result<DeleteResourcePolicyResult> SecretsManager::delete_resource_policy(
    Call& call, const DeleteResourcePolicy& in) {
  EMU_TRY(Secret* secret, find_live(call, in.secret_id));
  secret->policy = nullptr;
  return DeleteResourcePolicyResult{.arn = secret->arn, .name = secret->name};
}

Result<ValidateResourcePolicyResult> SecretsManager::validate_resource_policy(
    Call& call, const ValidateResourcePolicy& in) {
  if (in.secret_id) {
    EMU_TRY([[maybe_unused]] const Secret* secret, find_live(call, *in.secret_id));
  }
  EMU_TRY(const policy::Document document, read_policy(in.resource_policy));
  ValidateResourcePolicyResult out{.policy_validation_passed = !is_public(document)};
  if (is_public(document)) {
    out.validation_errors.push_back(
        {.check_name = "PublicPolicyCheck", .error_message = std::string(kPublicText)});
  }
  return out;
}

}  // namespace emu::secretsmanager
