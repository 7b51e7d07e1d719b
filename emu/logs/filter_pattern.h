// Filter patterns of CloudWatch Logs.
//
//   ""                                 every event
//   ERROR "time out" -debug            all the terms that have no sign, none of those with '-'
//   ?ERROR ?WARN                       any of these; ignored beside terms without a sign
//   { $.level = "error" && $.ms > 5 }  JSON events whose properties compare so
//   [ip, user, ..., status = 4*, size] events of that many fields, with comparisons of some
//
// Source: CloudWatch Logs User Guide, "Filter pattern syntax for metric filters, subscription
// filters, filter log events, and Live Tail". Regular expressions between '%' are refused.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace emu::logs {

// A parsed pattern of one of the three kinds.
class EventMatcher {
 public:
  virtual ~EventMatcher() = default;
  virtual bool matches(std::string_view message) const = 0;
};

class FilterPattern {
 public:
  // Nothing when the text is no pattern; `why` then says what is wrong.
  static std::optional<FilterPattern> parse(std::string_view text, std::string& why);

  bool matches(std::string_view message) const {
    return matcher_ == nullptr || matcher_->matches(message);
  }

 private:
  explicit FilterPattern(std::unique_ptr<EventMatcher> matcher) : matcher_(std::move(matcher)) {}

  std::unique_ptr<EventMatcher> matcher_;  // null: every event
};

// The kinds; null when the text is none, with the reason.
std::unique_ptr<EventMatcher> parse_terms(std::string_view text, std::string& why);
std::unique_ptr<EventMatcher> parse_json_selector(std::string_view text, std::string& why);
std::unique_ptr<EventMatcher> parse_fields(std::string_view text, std::string& why);

}  // namespace emu::logs
