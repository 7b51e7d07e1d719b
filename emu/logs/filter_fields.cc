// [a, b = x, ..., c != y*]: patterns for events of fields that are divided by spaces.
#include <algorithm>
#include <vector>

#include "logs/filter_operand.h"
#include "logs/filter_pattern.h"

namespace emu::logs {

namespace {

// One comparison of a field, joined to the one before it.
struct Test {
  bool alternative = false;  // by "||", else by "&&", which binds closer
  Comparison comparison = Comparison::kEqual;
  Operand operand = {};

  bool holds(std::string_view field) const {
    const auto number = operand.is_number() ? to_number(field) : std::nullopt;
    return number ? operand.compare(comparison, *number) : operand.compare(comparison, field);
  }
};

struct Field {
  std::vector<Test> tests = {};

  bool holds(std::string_view value) const {
    bool all = true;
    for (const Test& test : tests) {
      if (test.alternative) {
        if (all) return true;
        all = true;
      }
      all = all && test.holds(value);
    }
    return all;
  }
};

// Text in quotation marks or in brackets is one field, without them.
std::vector<std::string_view> split(std::string_view message) {
  std::vector<std::string_view> fields;
  for (;;) {
    message.remove_prefix(std::min(message.find_first_not_of(" \t\r\n"), message.size()));
    if (message.empty()) return fields;
    const char open = message.front();
    const char close = open == '[' ? ']' : '"';
    const std::size_t end =
        open == '[' || open == '"' ? message.find(close, 1) : std::string_view::npos;
    if (end != message.npos) {
      fields.push_back(message.substr(1, end - 1));
      message.remove_prefix(end + 1);
    } else {
      const std::size_t space = std::min(message.find_first_of(" \t\r\n"), message.size());
      fields.push_back(message.substr(0, space));
      message.remove_prefix(space);
    }
  }
}

class Fields final : public EventMatcher {
 public:
  bool read(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) return false;
    text = text.substr(1, text.size() - 2);
    for (;;) {
      if (!read_field(text)) return false;
      if (text.empty()) return true;
      if (text.front() != ',') return false;
      text.remove_prefix(1);
    }
  }

  bool matches(std::string_view message) const override {
    const std::vector<std::string_view> values = split(message);
    const std::size_t named = before_.size() + after_.size();
    if (open_ ? values.size() < named : values.size() != named) return false;
    return all_hold(before_, values.begin()) &&
           all_hold(after_, values.end() - static_cast<std::ptrdiff_t>(after_.size()));
  }

 private:
  using Values = std::vector<std::string_view>::const_iterator;

  static bool all_hold(const std::vector<Field>& fields, Values value) {
    return std::all_of(fields.begin(), fields.end(),
                       [&value](const Field& field) { return field.holds(*value++); });
  }

  static void skip_space(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
  }

  bool read_field(std::string_view& text) {
    skip_space(text);
    if (text.starts_with("...")) {
      text.remove_prefix(3);
      skip_space(text);
      if (open_) return false;
      return open_ = true;
    }
    Field field;
    bool alternative = false;
    do {
      text.remove_prefix(std::min(text.find_first_of(" \t\n,=!<>&|"), text.size()));
      skip_space(text);
      if (const auto comparison = take_comparison(text)) {
        skip_space(text);
        Test test{.alternative = alternative, .comparison = *comparison};
        if (!Operand::take(text, ",&|", test.operand)) return false;
        field.tests.push_back(std::move(test));
        skip_space(text);
      }
      alternative = text.starts_with("||");
    } while (take_connective(text));
    (open_ ? after_ : before_).push_back(std::move(field));
    return true;
  }

  static bool take_connective(std::string_view& text) {
    if (!text.starts_with("||") && !text.starts_with("&&")) return false;
    text.remove_prefix(2);
    skip_space(text);
    return true;
  }

  std::vector<Field> before_;  // the fields before "...", or all of them
  std::vector<Field> after_;
  bool open_ = false;
};

}  // namespace

std::unique_ptr<EventMatcher> parse_fields(std::string_view text, std::string& why) {
  auto fields = std::make_unique<Fields>();
  if (fields->read(text)) return fields;
  why = "the list of fields cannot be read";
  return nullptr;
}

}  // namespace emu::logs
