// A queue as it is stored: its attributes and its messages. What lives beside it is in
// queue_life.h.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "sqs/message_store.h"
#include "sqs/queue_attributes.h"

namespace emu::sqs {

struct Queue {
  std::string name = {};
  std::string url = {};
  std::string arn = {};
  std::int64_t serial = 0;  // 32 bits; no two queues have the same, not even of the same name
  QueueAttributes attributes = {};
  std::map<std::string, std::string> tags = {};
  Time created = {};
  Time modified = {};
  std::optional<Time> purged = {};
  MessageStore messages = {};  // described message by message: message_record.h

  static void describe(StructureShape<Queue>& s);
};

}  // namespace emu::sqs
