// Filters of event source mappings: which messages a function gets to see.
//
// A pattern names members of the record; what it gives for each is a list of alternatives. Members
// "body" and "messageAttributes" may go deeper; a pattern for the inside of "body" matches only
// bodies that are JSON. "$or" beside members lists patterns of which one has to pass. Source:
// Lambda Developer Guide, "Control which events Lambda sends to your function".
#pragma once

#include <emu/arn.h>
#include <emu/result.h>
#include <emu/sqs.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu {
class JsonView;
}

namespace emu::lambda {

// One alternative for a value.
struct FilterTest {
  enum class Kind {
    kText,
    kNumber,
    kBoolean,
    kNull,
    kPrefix,
    kSuffix,
    kIgnoreCase,
    kAnythingBut,
    kNumeric,
    kExists
  };
  struct Comparison {
    std::string operation;  // "<", "<=", "=", ">=", ">"
    double number;
  };
  Kind kind;
  std::string text = {};
  double number = 0;
  bool boolean = false;
  std::vector<FilterTest> others = {};       // kAnythingBut
  std::vector<Comparison> comparisons = {};  // kNumeric
};

// What a member must be: one of several alternatives, or an object whose members must be something.
struct FilterNode {
  std::map<std::string, FilterNode, std::less<>> members = {};
  std::vector<FilterNode> any_of = {};  // of "$or": one of them has to pass, too
  std::vector<FilterTest> tests = {};
};

class EventFilter {
 public:
  static Result<EventFilter> parse(std::string_view pattern);

  // The record, and its body as JSON when it is that.
  bool matches(const JsonView& record, const JsonView* body) const;

 private:
  FilterNode root_;
};

// Whether a message passes at least one of the filters.
bool matches_any(const std::vector<EventFilter>& filters, const sqs::Message& message,
                 const Arn& queue);

}  // namespace emu::lambda
