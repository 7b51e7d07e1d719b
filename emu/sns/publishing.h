// A message on its way into a topic: what Publish and an entry of PublishBatch have in common.
#pragma once

#include <emu/result.h>
#include <emu/sns/publishing.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sns/message.h"
#include "sns/topic.h"

namespace emu::sns {

// It refers to the request.
struct OutgoingMessage {
  const std::string& message;
  const std::optional<std::string>& subject;
  const std::optional<std::string>& structure;
  const MessageAttributes& attributes;
  const std::optional<std::string>& deduplication_id;
  const std::optional<std::string>& group_id;

  template <class Request>
  static OutgoingMessage of(const Request& request) {
    return {.message = *request.message,
            .subject = request.subject,
            .structure = request.message_structure,
            .attributes = request.message_attributes,
            .deduplication_id = request.message_deduplication_id,
            .group_id = request.message_group_id};
  }

  // Text and attributes.
  std::size_t size() const;
};

// Success when the message may be published, with its texts by protocol in `texts`.
Status check_outgoing(const OutgoingMessage& message,
                      std::map<std::string, std::string, std::less<>>& texts);
// What depends on the topic.
Status check_for_topic(const OutgoingMessage& message, const StoredTopic& topic);

}  // namespace emu::sns
