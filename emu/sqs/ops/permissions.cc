#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "sqs/errors.h"
#include "sqs/queue_policy.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

// What may be shared with another account.
// Source: Amazon SQS Developer Guide, "Overview of managing access in Amazon SQS".
constexpr std::array<std::string_view, 9> kActions = {
    "*",           "ChangeMessageVisibility",    "DeleteMessage", "GetQueueAttributes",
    "GetQueueUrl", "ListDeadLetterSourceQueues", "PurgeQueue",    "ReceiveMessage",
    "SendMessage",
};

bool is_account(std::string_view text) {
  return text.size() == 12 && text.find_first_not_of("0123456789") == text.npos;
}

Error invalid_label(std::string_view label) {
  return invalid_parameter("Label", label,
                           "Can only include alphanumeric characters, hyphens, or underscores. 1 "
                           "to 80 in length.");
}

Error invalid_action(std::string_view action) {
  return invalid_parameter("ActionName", fmt::format("SQS:{}", action),
                           "Please refer to the appropriate WSDL for a list of valid actions.");
}

Error invalid_account(std::string_view account) {
  return invalid_parameter("PrincipalId", fmt::format("[{}]", account), "Unable to verify.");
}

Error too_many_actions(std::size_t count) {
  return error(
      errors::kOverLimit,
      fmt::format("{} Actions were found, maximum allowed is {}.", count, kPermissionActionsMax),
      kForbidden);
}

// Checks: Amazon SQS API Reference, "AddPermission".
Status check_permission(const AddPermission& in) {
  if (!is_plain_name(in.label)) return invalid_label(in.label);
  if (in.aws_account_ids.empty()) return missing_parameter("PrincipalId");
  if (in.actions.empty()) return missing_parameter("ActionName");
  for (const std::string& account : in.aws_account_ids) {
    if (!is_account(account)) return invalid_account(account);
  }
  for (const std::string& action : in.actions) {
    if (std::find(kActions.begin(), kActions.end(), action) == kActions.end()) {
      return invalid_action(action);
    }
  }
  if (in.actions.size() > kPermissionActionsMax) return too_many_actions(in.actions.size());
  return {};
}

}  // namespace

Result<Nothing> Sqs::add_permission(Call& call, const AddPermission& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_CHECK(check_permission(in));
  EMU_TRY(std::string policy,
          with_statement(queue->attributes.policy, {.label = in.label,
                                                    .accounts = in.aws_account_ids,
                                                    .actions = in.actions,
                                                    .queue_arn = queue->arn}));

  queue->attributes.policy = std::move(policy);
  queue->modified = world_.now();
  return Nothing{};
}

// Checks: Amazon SQS API Reference, "RemovePermission".
Result<Nothing> Sqs::remove_permission(Call& call, const RemovePermission& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(std::string policy, without_statement(queue->attributes.policy, in.label));

  queue->attributes.policy = std::move(policy);
  queue->modified = world_.now();
  return Nothing{};
}

}  // namespace emu::sqs
