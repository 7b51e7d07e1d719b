#include "server/control/redrive_look.h"

#include <emu/arn.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include "core/json/json_view.h"

namespace emu::server {

namespace {

constexpr const char* kRedrivePolicy = "RedrivePolicy";

std::optional<std::string> policy_text(World& world, const Arn& arn) {
  const Operation& operation = emu::operation<sqs::GetQueueAttributes>();
  const OperationEntry* entry = world.operations().find(operation);
  if (entry == nullptr) return std::nullopt;
  const sqs::GetQueueAttributes in{.queue_url = fmt::format("https://sqs.{}.amazonaws.com/{}/{}",
                                                            arn.region, arn.account, arn.resource),
                                   .attribute_names = {kRedrivePolicy}};
  sqs::GetQueueAttributesResult out;
  const WorldEntry inside(world.scheduler());
  const CallerPtr caller = world.unnamed_caller(arn.account, arn.region);
  Call call(world, operation, caller, world.now());
  if (Status status = entry->execute(call, &in, &out); !status) return std::nullopt;
  const auto found = out.attributes.find(kRedrivePolicy);
  if (found == out.attributes.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<RedriveLook> look_at_redrive_policy(World& world, std::string_view queue_arn) {
  const auto arn = Arn::parse(queue_arn);
  if (!arn) return std::nullopt;
  const auto text = policy_text(world, *arn);
  if (!text) return std::nullopt;
  std::string why;
  const auto document = JsonDocument::parse(*text, why);
  if (!document) return std::nullopt;
  const auto target = document->root().find("deadLetterTargetArn");
  const auto count = document->root().find("maxReceiveCount");
  if (!target || !count || count->type() != JsonView::Type::kInteger) return std::nullopt;
  return RedriveLook{.target_arn = std::string(target->string()),
                     .max_receive_count = count->integer()};
}

}  // namespace emu::server
