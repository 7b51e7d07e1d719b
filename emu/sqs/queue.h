// A queue: its attributes, its messages and those who wait for them.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "sqs/message_store.h"
#include "sqs/queue_attributes.h"
#include "sqs/waiting_line.h"

namespace emu::sqs {

struct Queue {
  Queue(Scheduler& scheduler, std::function<void()> on_due)
      : waiting(scheduler, std::move(on_due)) {}

  std::string name;
  std::string url;
  std::string arn;
  std::uint32_t serial = 0;  // no two queues have the same, not even of the same name
  QueueAttributes attributes;
  std::map<std::string, std::string> tags;
  Time created;
  Time modified;
  std::optional<Time> purged;
  MessageStore messages;
  WaitingLine waiting;
};

}  // namespace emu::sqs
