// What a schedule or a rule does to its target: one call of the service that the target's ARN
// names, as somebody who has to be allowed it.
#pragma once

#include <emu/aws.h>
#include <emu/result.h>
#include <emu/sqs/messages.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/gate/world.h"

namespace emu {

// Queues, topics and functions are called alike by all who have targets.
bool is_common_target(std::string_view arn);

struct TargetCall {
  const std::string& arn;
  const std::string& payload;
  std::optional<std::string> group_id = {};  // of queues
  // Of FIFO queues without deduplication by content.
  std::string deduplication_id = {};
};

// Sends the payload to a queue, publishes it to a topic, or hands it to a function as an event that
// nobody waits for.
Status call_target(Aws& aws, const TargetCall& call);

// A session of the role that a service assumes for its target.
Result<CallerPtr> session_for_target(World& world, std::string_view role_arn,
                                     std::string_view service_principal, std::string_view region);

// Attributes of a message in a dead-letter queue, which says there what went wrong.
void add_text(sqs::MessageAttributes& to, std::string name, std::string_view text);
void add_number(sqs::MessageAttributes& to, std::string name, std::int64_t number);

// The word for an error in dead-letter queues.
// Source: Amazon EventBridge User Guide, "Using dead-letter queues to process undelivered events".
std::string_view dead_letter_code(const Error& error);

}  // namespace emu
