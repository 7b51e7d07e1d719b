#include <algorithm>
#include <utility>

#include "core/text/account_id.h"
#include "core/text/ascii.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/service.h"
#include "sns/topic_policy.h"

namespace emu::sns {

namespace {

bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= kPermissionLabelMax &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; });
}

}  // namespace

// Checks: Amazon SNS API Reference, "AddPermission".
Result<Nothing> Sns::add_permission(Call& call, const AddPermission& in) {
  EMU_TRY(StoredTopic* topic, find_topic(call, in.topic_arn));
  if (!is_label(in.label)) return invalid_parameter("Label");
  if (in.aws_account_id.empty() ||
      !std::all_of(in.aws_account_id.begin(), in.aws_account_id.end(), &is_account_id)) {
    return invalid_parameter("Policy Error: PrincipalNotFound");
  }
  if (in.action_name.empty()) return invalid_parameter("ActionName");
  EMU_TRY(std::string policy, with_statement(*topic->policy, {.label = in.label,
                                                              .accounts = in.aws_account_id,
                                                              .actions = in.action_name,
                                                              .topic_arn = topic->arn}));
  topic->attributes.texts["Policy"] = std::move(policy);
  update_policy(*topic);
  return Nothing{};
}

Result<Nothing> Sns::remove_permission(Call& call, const RemovePermission& in) {
  EMU_TRY(StoredTopic* topic, find_topic(call, in.topic_arn));
  EMU_TRY(std::string policy, without_statement(*topic->policy, in.label));
  topic->attributes.texts["Policy"] = std::move(policy);
  update_policy(*topic);
  return Nothing{};
}

}  // namespace emu::sns
