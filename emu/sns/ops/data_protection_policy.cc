#include "sns/errors.h"
#include "sns/service.h"
#include "sns/tags.h"

namespace emu::sns {

Result<Nothing> Sns::put_data_protection_policy(Call& call, const PutDataProtectionPolicy& in) {
  EMU_TRY(StoredTopic* topic, find_topic(call, in.resource_arn, "ResourceArn"));
  EMU_CHECK(check_data_protection(in.data_protection_policy));
  topic->data_protection_policy = in.data_protection_policy;
  return Nothing{};
}

Result<GetDataProtectionPolicyResult> Sns::get_data_protection_policy(
    Call& call, const GetDataProtectionPolicy& in) {
  EMU_TRY(const StoredTopic* topic, find_topic(call, in.resource_arn, "ResourceArn"));
  return GetDataProtectionPolicyResult{.data_protection_policy = topic->data_protection_policy};
}

}  // namespace emu::sns
