// What Secrets Manager answers, and what each operation asks of IAM.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Secrets
// Manager".
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/tag_keys.h"
#include "secretsmanager/secret_id.h"
#include "secretsmanager/service.h"

namespace emu::secretsmanager {

namespace {

std::string identified_arn(const Call& call, std::string_view secret_id) {
  return call.world.interfaces().one<SecretArns>().arn_of(call, secret_id);
}

template <class Op>
std::string secret_arn(const Call& call, const Op& in) {
  return identified_arn(call, in.secret_id);
}

// Nobody knows yet how it will end.
std::string new_secret_arn(const Call& call, const CreateSecret& in) {
  return partial_arn(call.account(), call.region(), in.name);
}

std::string validated_arn(const Call& call, const ValidateResourcePolicy& in) {
  return in.secret_id ? identified_arn(call, *in.secret_id) : "*";
}

// Keys of the request, each when it has the member.
class KeyList {
 public:
  explicit KeyList(std::vector<ConditionValue>& out) : out_(out) {}

  void add(std::string_view name, const std::optional<std::string>& value) {
    if (value && !value->empty()) push(name, *value);
  }
  void add(std::string_view name, const std::optional<bool>& value) {
    if (value) push(name, *value ? "true" : "false");
  }
  void add(std::string_view name, const std::optional<std::int64_t>& value) {
    if (value) push(name, std::to_string(*value));
  }

 private:
  void push(std::string_view name, std::string value) {
    out_.push_back({.key = std::string("secretsmanager:").append(name), .values = {value}});
  }

  std::vector<ConditionValue>& out_;
};

template <class Op>
void request_keys(const Call& call, const Op& in, std::vector<ConditionValue>& out) {
  KeyList keys(out);
  if constexpr (requires { in.secret_id.size(); }) {
    keys.add("SecretId", std::optional(identified_arn(call, in.secret_id)));
  }
  if constexpr (requires { in.name; }) keys.add("Name", std::optional(in.name));
  if constexpr (requires { in.kms_key_id; }) keys.add("KmsKeyId", in.kms_key_id);
  if constexpr (requires { in.description; }) keys.add("Description", in.description);
  if constexpr (requires { in.version_id; }) keys.add("VersionId", in.version_id);
  if constexpr (requires { in.version_stage.value(); }) keys.add("VersionStage", in.version_stage);
  if constexpr (requires { in.recovery_window_in_days; }) {
    keys.add("RecoveryWindowInDays", in.recovery_window_in_days);
    keys.add("ForceDeleteWithoutRecovery", in.force_delete_without_recovery);
  }
  if constexpr (requires { in.block_public_policy; }) {
    keys.add("BlockPublicPolicy", in.block_public_policy);
  }
  if constexpr (requires { in.tags; }) add_request_tags(in.tags, out);
  if constexpr (requires { in.tag_keys; }) add_tag_keys(in.tag_keys, out);
}

// Source: AWS Secrets Manager API Reference, "CreateSecret".
void create_needs(const Call& call, const CreateSecret& in, std::vector<AccessNeed>& out) {
  const std::string arn = new_secret_arn(call, in);
  if (!in.tags.empty()) out.push_back({.action = "secretsmanager:TagResource", .resource = arn});
  if (!in.add_replica_regions.empty()) {
    out.push_back({.action = "secretsmanager:ReplicateSecretToRegions", .resource = arn});
  }
}

// Each secret's own permission is asked for when it is read.
// Source: AWS Secrets Manager API Reference, "BatchGetSecretValue".
void batch_needs(const Call&, const BatchGetSecretValue& in, std::vector<AccessNeed>& out) {
  if (!in.filters.empty()) out.push_back({.action = "secretsmanager:ListSecrets", .resource = "*"});
}

// Source: AWS Secrets Manager API Reference, "ValidateResourcePolicy".
void validate_needs(const Call& call, const ValidateResourcePolicy& in,
                    std::vector<AccessNeed>& out) {
  out.push_back(
      {.action = "secretsmanager:PutResourcePolicy", .resource = validated_arn(call, in)});
}

// What an operation on one secret asks for.
template <class Op>
Access<Op> of_secret() {
  return {.resource = &secret_arn<Op>, .conditions = &request_keys<Op>};
}

}  // namespace

void SecretsManager::add_to(OperationTable& table) {
  SecretsManager& self = *this;
  table.add<CreateSecret>(self, &SecretsManager::create_secret,
                          {.resource = &new_secret_arn,
                           .conditions = &request_keys<CreateSecret>,
                           .also = &create_needs});
  table.add<UpdateSecret>(self, &SecretsManager::update_secret, of_secret<UpdateSecret>());
  table.add<DescribeSecret>(self, &SecretsManager::describe_secret, of_secret<DescribeSecret>());
  table.add<ListSecrets>(self, &SecretsManager::list_secrets);
  table.add<DeleteSecret>(self, &SecretsManager::delete_secret, of_secret<DeleteSecret>());
  table.add<RestoreSecret>(self, &SecretsManager::restore_secret, of_secret<RestoreSecret>());
  table.add<GetSecretValue>(self, &SecretsManager::get_secret_value, of_secret<GetSecretValue>());
  table.add<BatchGetSecretValue>(self, &SecretsManager::batch_get_secret_value,
                                 {.also = &batch_needs});
  table.add<PutSecretValue>(self, &SecretsManager::put_secret_value, of_secret<PutSecretValue>());
  table.add<UpdateSecretVersionStage>(self, &SecretsManager::update_secret_version_stage,
                                      of_secret<UpdateSecretVersionStage>());
  table.add<ListSecretVersionIds>(self, &SecretsManager::list_secret_version_ids,
                                  of_secret<ListSecretVersionIds>());
  table.add<GetRandomPassword>(self, &SecretsManager::get_random_password);
  table.add<TagResource>(self, &SecretsManager::tag_resource, of_secret<TagResource>());
  table.add<UntagResource>(self, &SecretsManager::untag_resource, of_secret<UntagResource>());
  table.add<PutResourcePolicy>(self, &SecretsManager::put_resource_policy,
                               of_secret<PutResourcePolicy>());
  table.add<GetResourcePolicy>(self, &SecretsManager::get_resource_policy,
                               of_secret<GetResourcePolicy>());
  table.add<DeleteResourcePolicy>(self, &SecretsManager::delete_resource_policy,
                                  of_secret<DeleteResourcePolicy>());
  table.add<ValidateResourcePolicy>(self, &SecretsManager::validate_resource_policy,
                                    {.resource = &validated_arn, .also = &validate_needs});
}

}  // namespace emu::secretsmanager
