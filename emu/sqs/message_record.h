// A message of a queue as plain data: what whoever writes a queue down holds of it.
#pragma once

#include <emu/shape.h>
#include <emu/sqs.h>
#include <emu/time.h>

#include <cstdint>
#include <string>

#include "sqs/message_store.h"

namespace emu::sqs {

struct MessageRecord {
  std::int64_t key = 0;
  std::string message_id = {};
  std::string body = {};
  MessageAttributes attributes = {};
  std::string trace_header = {};
  std::string group_id = {};
  std::string dead_letter_source = {};
  std::string deduplication_id = {};
  std::string sender = {};
  Time sent = {};
  Time first_received = {};
  Time received = {};
  Time due = {};
  std::int64_t sequence = 0;
  std::int64_t receive_count = 0;
  std::int64_t receipts = 0;
  std::string state = {};  // one of message_states

  static void describe(StructureShape<MessageRecord>& s);
};

// One of message_states.
const char* state_name(StoredMessage::State state);

MessageRecord record_of(MessageKey key, const StoredMessage& message);

}  // namespace emu::sqs
