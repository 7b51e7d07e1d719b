// What a receiver asks for: how many messages, for how long, and which of their attributes.
#pragma once

#include <emu/result.h>
#include <emu/sqs.h>
#include <emu/time.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqs/message_store.h"
#include "sqs/queue_attributes.h"

namespace emu::sqs {

// The system attributes asked for, by name or "All".
class SystemAttributeSelection {
 public:
  // The error of the first name that is none.
  Status add(const std::vector<std::string>& names);
  void copy(const StoredMessage& message, std::map<std::string, std::string>& out) const;

 private:
  std::uint32_t bits_ = 0;  // by index in the table of names
};

// Copies the message attributes whose names are asked for: names, "All", "*" or ".*", or
// "prefix.*".
void copy_selected(const MessageAttributes& from, const std::vector<std::string>& names,
                   MessageAttributes& out);

struct Reception {
  std::size_t messages_max = 1;
  // As asked for; a message that is received gets the queue's of that moment otherwise.
  std::optional<std::chrono::seconds> visibility;
  std::chrono::seconds wait;
  SystemAttributeSelection system_attributes;
  const std::vector<std::string>& message_attribute_names;
  std::string_view attempt_id = {};  // of FIFO queues only

  // The request, checked, with the queue's wait if it leaves that out.
  static Result<Reception> of(const ReceiveMessage& in, const QueueAttributes& queue);

  std::chrono::seconds visibility_at(const QueueAttributes& queue) const {
    return visibility.value_or(queue.visibility);
  }
};

}  // namespace emu::sqs
