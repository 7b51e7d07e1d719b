#include "logs/message.h"

#include <algorithm>
#include <string>

namespace emu::logs {

namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::vector<std::string_view> split(std::string_view message) {
  // What can no longer be closed is not searched for again, at each bracket of many.
  const char* const last_bracket = message.data() + (message.rfind(']') + 1);  // behind it
  std::vector<std::string_view> fields;
  for (;;) {
    message.remove_prefix(std::min(message.find_first_not_of(kSpaces), message.size()));
    if (message.empty()) return fields;
    const char open = message.front();
    std::size_t end = message.npos;
    if (open == '"') end = message.find('"', 1);
    if (open == '[' && message.data() < last_bracket) end = message.find(']');
    if (end != message.npos) {
      fields.push_back(message.substr(1, end - 1));
      message.remove_prefix(end + 1);
    } else {
      const std::size_t space = std::min(message.find_first_of(kSpaces), message.size());
      fields.push_back(message.substr(0, space));
      message.remove_prefix(space);
    }
  }
}

}  // namespace

const std::vector<std::string_view>& Message::fields() const {
  if (!fields_) fields_ = split(text_);
  return *fields_;
}

const JsonDocument* Message::json() const {
  if (!is_read_) {
    is_read_ = true;
    const std::size_t first = text_.find_first_not_of(kSpaces);
    if (first != text_.npos && (text_[first] == '{' || text_[first] == '[')) {
      std::string why;
      json_ = JsonDocument::parse(text_, why);
    }
  }
  return json_ ? &*json_ : nullptr;
}

}  // namespace emu::logs
