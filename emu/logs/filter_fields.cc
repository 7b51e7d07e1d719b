// [a, b = x, ..., c != y*]: patterns for events of fields that are divided by spaces.
#include <algorithm>
#include <string>
#include <vector>

#include "logs/filter_operand.h"
#include "logs/filter_pattern.h"

namespace emu::logs {

namespace {

constexpr std::size_t kSplitCost = 2;

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
  std::string name = {};  // empty: it is called by its number
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

// A field by its number, from the first or from the last one.
class FieldValue final : public EventValue {
 public:
  FieldValue(std::size_t index, bool is_from_last) : index_(index), is_from_last_(is_from_last) {}

  std::optional<std::string> of(const Message& message) const override {
    const std::vector<std::string_view>& values = message.fields();
    if (index_ >= values.size()) return std::nullopt;
    return std::string(is_from_last_ ? values[values.size() - 1 - index_] : values[index_]);
  }

 private:
  std::size_t index_;
  bool is_from_last_;
};

class Fields final : public EventMatcher {
 public:
  bool read(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) return false;
    text = text.substr(1, text.size() - 2);
    // "[]" stands for any number of fields, as AWS's page of TestMetricFilter shows.
    if (text.find_first_not_of(" \t\n") == text.npos) return open_ = true;
    for (;;) {
      if (!read_field(text)) return false;
      if (text.empty()) return true;
      if (text.front() != ',') return false;
      text.remove_prefix(1);
    }
  }

  bool matches(const Message& message) const override {
    const std::vector<std::string_view>& values = message.fields();
    const std::size_t named = before_.size() + after_.size();
    if (open_ ? values.size() < named : values.size() != named) return false;
    return all_hold(before_, values.begin()) &&
           all_hold(after_, values.end() - static_cast<std::ptrdiff_t>(after_.size()));
  }

  int regular_expressions() const override {
    std::ptrdiff_t count = 0;
    for (const auto* fields : {&before_, &after_}) {
      for (const Field& field : *fields) {
        count += std::count_if(field.tests.begin(), field.tests.end(),
                               [](const Test& test) { return test.operand.is_expression(); });
      }
    }
    return static_cast<int>(count);
  }

  std::size_t cost() const override {
    std::size_t cost = kSplitCost;
    for (const auto* fields : {&before_, &after_}) {
      for (const Field& field : *fields) {
        for (const Test& test : field.tests) cost += test.operand.cost();
      }
    }
    return cost;
  }

  bool has_values() const override { return true; }

  std::map<std::string, std::string> named_values(const Message& message) const override {
    const std::vector<std::string_view>& values = message.fields();
    const std::size_t first_after = values.size() - std::min(values.size(), after_.size());
    std::map<std::string, std::string> named;
    for (std::size_t i = 0; i < values.size(); ++i) {
      std::string name;
      if (i < before_.size()) {
        name = before_[i].name;
      } else if (i >= first_after) {
        name = after_[i - first_after].name;
      }
      if (name.empty()) name = std::to_string(i + 1);
      named.emplace('$' + name, values[i]);
    }
    return named;
  }

  std::unique_ptr<EventValue> value(std::string_view name) const override {
    if (!name.starts_with('$')) return nullptr;
    name.remove_prefix(1);
    const auto is_it = [name](const Field& field) { return !name.empty() && field.name == name; };
    const auto found = std::find_if(before_.begin(), before_.end(), is_it);
    if (found != before_.end()) {
      return std::make_unique<FieldValue>(found - before_.begin(), false);
    }
    const auto last = std::find_if(after_.rbegin(), after_.rend(), is_it);
    if (last == after_.rend()) return nullptr;
    return std::make_unique<FieldValue>(last - after_.rbegin(), true);
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
      const std::size_t end = std::min(text.find_first_of(" \t\n,=!<>&|"), text.size());
      if (field.name.empty()) field.name = text.substr(0, end);
      text.remove_prefix(end);
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
