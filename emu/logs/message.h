// Message: the text of an event as filter patterns read it. It is taken apart when somebody first
// asks, and only once, however many patterns and values do.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/json/json_view.h"

namespace emu::logs {

class Message {
 public:
  // The text must outlive it. Not explicit: a text is a message that nobody has taken apart yet.
  Message(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }

  // Divided by spaces; a text in quotation marks or in brackets is one field, without them.
  const std::vector<std::string_view>& fields() const;

  // Null when it is neither an object nor a list.
  const JsonDocument* json() const;

 private:
  std::string_view text_;
  mutable std::optional<std::vector<std::string_view>> fields_ = {};
  mutable bool is_read_ = false;  // as JSON
  mutable std::optional<JsonDocument> json_ = {};
};

}  // namespace emu::logs
