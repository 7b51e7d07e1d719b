// Filter patterns of CloudWatch Logs.
//
//   ""                                 every event
//   ERROR "time out" -debug            all the terms that have no sign, none of those with '-'
//   ?ERROR ?WARN                       any of these; ignored beside terms without a sign
//   %colou?r%                          a regular expression, which occurs in the event
//   { $.level = "error" && $.ms > 5 }  JSON events whose properties compare so
//   [ip, user, ..., status = 4*, size] events of that many fields, with comparisons of some
//
// A comparison takes a regular expression, too: { $.level = %^err% }.
// Source: CloudWatch Logs User Guide, "Filter pattern syntax for metric filters, subscription
// filters, filter log events, and Live Tail".
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "logs/message.h"

namespace emu::logs {

// Reads one value out of events, as metric filters do: "$.size" of JSON, "$size" of fields.
class EventValue {
 public:
  virtual ~EventValue() = default;
  // Nothing when the event has no such value, or it is neither a text, a number nor a boolean.
  virtual std::optional<std::string> of(const Message& message) const = 0;
};

// A parsed pattern of one of the kinds.
class EventMatcher {
 public:
  virtual ~EventMatcher() = default;
  virtual bool matches(const Message& message) const = 0;
  virtual int regular_expressions() const = 0;
  // How much work each byte of an event is at most, in steps of regular expressions.
  virtual std::size_t cost() const = 0;

  // The rest is of kinds that know parts of an event.
  virtual bool has_values() const { return false; }
  // What of a matching event the pattern names, by those names: "$size", "$3", "$.level".
  virtual std::map<std::string, std::string> named_values(const Message&) const { return {}; }
  // Null when no value can be called so.
  virtual std::unique_ptr<EventValue> value(std::string_view) const { return nullptr; }
};

class FilterPattern {
 public:
  // Nothing when the text is no pattern; `why` then says what is wrong.
  static std::optional<FilterPattern> parse(std::string_view text, std::string& why);

  bool matches(const Message& message) const {
    return matcher_ == nullptr || matcher_->matches(message);
  }

  // See EventMatcher.
  int regular_expressions() const { return matcher_ ? matcher_->regular_expressions() : 0; }
  std::size_t cost() const { return matcher_ ? matcher_->cost() : 1; }
  bool has_values() const { return matcher_ != nullptr && matcher_->has_values(); }
  std::map<std::string, std::string> named_values(const Message& message) const;
  std::unique_ptr<EventValue> value(std::string_view name) const;

 private:
  explicit FilterPattern(std::unique_ptr<EventMatcher> matcher) : matcher_(std::move(matcher)) {}

  std::unique_ptr<EventMatcher> matcher_;  // null: every event
};

// The kinds; null when the text is none, with the reason.
std::unique_ptr<EventMatcher> parse_terms(std::string_view text, std::string& why);
std::unique_ptr<EventMatcher> parse_regular_expression(std::string_view text, std::string& why);
std::unique_ptr<EventMatcher> parse_json_selector(std::string_view text, std::string& why);
std::unique_ptr<EventMatcher> parse_fields(std::string_view text, std::string& why);

}  // namespace emu::logs
