// Filter policies of subscriptions: which messages a subscriber gets.
// Source: Amazon SNS Developer Guide, "Amazon SNS subscription filter policies", "Amazon SNS
// subscription filter policy scope" and "Filter policy constraints in Amazon SNS".
#pragma once

#include <emu/result.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/json/json_view.h"
#include "core/pattern/event_pattern.h"
#include "sns/message.h"

namespace emu::sns {

// A message as the filters of all subscriptions look at it. It must not outlive the message.
class FilteredMessage {
 public:
  explicit FilteredMessage(const PublishedMessage& message) : message_(message) {}

  const MessageAttributes& attributes() const { return message_.attributes; }
  // The body where it is JSON. It is parsed when somebody asks for it first.
  const std::optional<JsonDocument>& body();
  // The value of an attribute that has a text, where it is JSON, likewise.
  const std::optional<JsonDocument>& list(const std::string& name);

 private:
  const PublishedMessage& message_;
  bool is_parsed_ = false;
  std::optional<JsonDocument> body_ = {};
  std::map<std::string, std::optional<JsonDocument>> lists_ = {};  // by attribute
};

class FilterPolicy {
 public:
  enum class Scope { kAttributes, kBody };

  static Result<FilterPolicy> parse(std::string_view json, Scope scope);

  Scope scope() const { return scope_; }
  bool accepts(FilteredMessage& message) const;

 private:
  Scope scope_ = Scope::kAttributes;
  pattern::Node root_ = {};
};

}  // namespace emu::sns
