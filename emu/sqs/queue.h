// A queue as it is stored: its attributes and its messages. What lives beside it is in
// queue_life.h.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sqs/message_store.h"
#include "sqs/queue_attributes.h"
#include "sqs/queue_metrics.h"
#include "sqs/recent.h"

namespace emu::sqs {

// The message that later sends with its deduplication id are taken for.
struct FirstSend {
  MessageUuid message_id = {};
  std::int64_t sequence = 0;
};

// The messages that a receive has taken, as it left them.
struct ReceiveAttempt {
  struct Taken {
    MessageKey key = 0;
    std::uint32_t receipts = 0;
    Time due = {};
  };
  std::vector<Taken> taken = {};
};

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
  // Of a FIFO queue, what it remembers for five minutes: sends by deduplication id, with the group
  // before it where that is the scope, and receives by their attempt ids.
  Recent<FirstSend> sends = {};
  Recent<ReceiveAttempt> attempts = {};
  QueueMetrics metrics = {};  // not stored

  static void describe(StructureShape<Queue>& s);
};

}  // namespace emu::sqs
