// A message that has been published, as all its deliveries share it.
#pragma once

#include <emu/sns/publishing.h>
#include <emu/time.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace emu::sns {

using MessageAttributes = std::map<std::string, MessageAttributeValue>;

struct PublishedMessage {
  std::string id = {};
  std::string topic_arn = {};  // empty: published to a device or phone
  std::string region = {};
  std::string endpoint = {};  // scheme and host that the publisher reached AWS by; empty: AWS's own
  std::optional<std::string> subject = {};
  std::string text = {};
  // Of `message_structure` "json": other texts, by protocol or platform.
  std::map<std::string, std::string, std::less<>> texts = {};
  MessageAttributes attributes = {};
  Time published = {};
  char signature_version = '1';
  std::string sequence_number = {};  // of FIFO topics
  std::string group_id = {};
  std::string deduplication_id = {};
  // A subscription's confirmation is a message of its own kind.
  std::string type = "Notification";
  std::string token = {};

  // Base64, by the text that is signed. Filled by the first delivery that needs it.
  mutable std::map<const std::string*, std::string> signatures = {};

  // What the protocol gets.
  const std::string& text_for(std::string_view protocol) const {
    const auto found = texts.find(protocol);
    return found == texts.end() ? text : found->second;
  }

  // Text and attributes.
  std::size_t bytes() const;
};

}  // namespace emu::sns
