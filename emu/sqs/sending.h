// A message on its way into a queue, and what is asked of it.
#pragma once

#include <emu/result.h>
#include <emu/sqs.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sqs/queue_attributes.h"

namespace emu::sqs {

// What SendMessage and an entry of SendMessageBatch have in common. It refers to the request.
struct OutgoingMessage {
  const std::string& body;
  std::optional<std::chrono::seconds> delay;
  const MessageAttributes& attributes;
  const MessageAttributes& system_attributes;
  std::string_view deduplication_id;
  std::optional<std::string_view> group_id;
  // The trace of the request that brings it, for a message without one of its own.
  std::string_view trace_header = {};

  template <class Request>
  static OutgoingMessage of(const Request& request, std::string_view trace_header) {
    return {.body = request.message_body,
            .delay = request.delay_seconds,
            .attributes = request.message_attributes,
            .system_attributes = request.message_system_attributes,
            .deduplication_id = request.message_deduplication_id,
            .group_id = request.message_group_id,
            .trace_header = trace_header};
  }

  // Body and attributes, without the system attributes.
  std::size_t size() const;
};

Status check_outgoing(const OutgoingMessage& message, const QueueAttributes& queue);

// What a message for a FIFO queue must have beside that. A batch in which one lacks it fails as a
// whole.
Status check_fifo_needs(const OutgoingMessage& message, const QueueAttributes& queue);

// What became of a message that was sent.
struct Sent {
  SendMessageResult result;
  // The queue has a message of that deduplication id already, which the result is about.
  bool is_duplicate = false;
};

// As AWS writes it, of 20 digits: large, and not consecutive.
std::string sequence_number(std::int64_t sequence);

}  // namespace emu::sqs
