#include "sqs/message_record.h"

namespace emu::sqs {

const char* state_name(StoredMessage::State state) {
  switch (state) {
    case StoredMessage::State::kDelayed:
      return message_states::kDelayed;
    case StoredMessage::State::kInFlight:
      return message_states::kInFlight;
    case StoredMessage::State::kVisible:
      break;
  }
  return message_states::kVisible;
}

MessageRecord record_of(MessageKey key, const StoredMessage& message) {
  MessageRecord record{.key = static_cast<std::int64_t>(key),
                       .message_id = std::string(message.id()),
                       .body = message.body,
                       .sender = *message.sender,
                       .sent = message.sent,
                       .first_received = message.first_received,
                       .received = message.received,
                       .due = message.due,
                       .sequence = message.sequence,
                       .receive_count = message.receive_count,
                       .receipts = message.receipts,
                       .state = state_name(message.state)};
  if (message.extras != nullptr) {
    record.attributes = message.extras->attributes;
    record.trace_header = message.extras->trace_header;
    record.group_id = message.extras->group_id;
    record.dead_letter_source = message.extras->dead_letter_source;
    if (message.extras->deduplication_id != nullptr) {
      record.deduplication_id = *message.extras->deduplication_id;
    }
  }
  return record;
}

}  // namespace emu::sqs
