// A fake AWS Secrets Manager: the secrets of every account and region.
//
// Every operation is atomic. A secret whose recovery window has ended is taken away when somebody
// looks.
#pragma once

#include <emu/secretsmanager.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "secretsmanager/secret_arns.h"
#include "secretsmanager/state.h"

namespace emu::secretsmanager {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class SecretsManager final : public Service, private ResourceHost, private SecretArns {
 public:
  explicit SecretsManager(World& world);

  Result<CreateSecretResult> create_secret(Call& call, const CreateSecret& in);
  Result<UpdateSecretResult> update_secret(Call& call, const UpdateSecret& in);
  Result<DescribeSecretResult> describe_secret(Call& call, const DescribeSecret& in);
  Result<ListSecretsResult> list_secrets(Call& call, const ListSecrets& in);
  Result<DeleteSecretResult> delete_secret(Call& call, const DeleteSecret& in);
  Result<RestoreSecretResult> restore_secret(Call& call, const RestoreSecret& in);

  Result<GetSecretValueResult> get_secret_value(Call& call, const GetSecretValue& in);
  Result<BatchGetSecretValueResult> batch_get_secret_value(Call& call,
                                                           const BatchGetSecretValue& in);
  Result<PutSecretValueResult> put_secret_value(Call& call, const PutSecretValue& in);
  Result<UpdateSecretVersionStageResult> update_secret_version_stage(
      Call& call, const UpdateSecretVersionStage& in);
  Result<ListSecretVersionIdsResult> list_secret_version_ids(Call& call,
                                                             const ListSecretVersionIds& in);
  Result<GetRandomPasswordResult> get_random_password(Call& call, const GetRandomPassword& in);

  Result<Nothing> tag_resource(Call& call, const TagResource& in);
  Result<Nothing> untag_resource(Call& call, const UntagResource& in);

  Result<PutResourcePolicyResult> put_resource_policy(Call& call, const PutResourcePolicy& in);
  Result<GetResourcePolicyResult> get_resource_policy(Call& call, const GetResourcePolicy& in);
  Result<DeleteResourcePolicyResult> delete_resource_policy(Call& call,
                                                            const DeleteResourcePolicy& in);
  Result<ValidateResourcePolicyResult> validate_resource_policy(Call& call,
                                                                const ValidateResourcePolicy& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override { states_.forget(account); }

 private:
  // What the caller's account has in its region now.
  State& state_of(const Call& call);
  // By name, or by ARN, which may be another account's. Null when there is none.
  Secret* look_up(const Call& call, std::string_view secret_id);

  // Where a secret is kept.
  State& state_holding(std::string_view secret_arn);

  // Errors: ResourceNotFoundException.
  Result<Secret*> find(const Call& call, std::string_view secret_id);
  // Errors: also InvalidRequestException for a secret that is marked for deletion.
  Result<Secret*> find_live(const Call& call, std::string_view secret_id);
  // The version that a request asks for, which is read by that.
  Result<const SecretVersion*> read_version(Secret& secret, std::string_view version_id,
                                            std::string_view stage);
  // As an entry of a batch.
  void read_into(Call& call, std::string_view secret_id, BatchGetSecretValueResult& out);

  std::string arn_of(const Call& call, std::string_view secret_id) override;

  ResourceTerms terms(const AccessRequest& request) const override;
  // The tags of the secret that a request is about.
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;
  Secret* secret_of(std::string_view arn) const;

  World& world_;
  mutable Regional<State> states_;
};

}  // namespace emu::secretsmanager
