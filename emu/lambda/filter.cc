#include "lambda/filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/json/json_view.h"
#include "core/text/ascii.h"
#include "lambda/batch.h"
#include "lambda/errors.h"

namespace emu::lambda {

namespace {

using Type = JsonView::Type;
using Kind = FilterTest::Kind;

bool is_number(const JsonView& value) {
  return value.type() == Type::kInteger || value.type() == Type::kReal;
}

bool compares(double left, std::string_view operation, double right) {
  if (operation == "<") return left < right;
  if (operation == "<=") return left <= right;
  if (operation == "=") return left == right;
  if (operation == ">=") return left >= right;
  return left > right;
}

std::optional<FilterTest> parse_test(const JsonView& json);

std::optional<FilterTest> parse_numeric(const JsonView& list) {
  FilterTest test{.kind = Kind::kNumeric};
  std::optional<std::string> operation;
  const bool is_valid = list.type() == Type::kArray && list.each_element([&](const JsonView& part) {
    if (operation) {
      if (!is_number(part)) return false;
      test.comparisons.push_back({std::move(*operation), part.real()});
      operation.reset();
      return true;
    }
    if (part.type() != Type::kString) return false;
    operation = std::string(part.string());
    static constexpr std::string_view kOperations[] = {"<", "<=", "=", ">=", ">"};
    return std::find(std::begin(kOperations), std::end(kOperations), *operation) !=
           std::end(kOperations);
  });
  if (!is_valid || operation || test.comparisons.empty()) return std::nullopt;
  return test;
}

std::optional<FilterTest> parse_anything_but(const JsonView& json) {
  FilterTest test{.kind = Kind::kAnythingBut};
  auto add = [&](const JsonView& other) {
    std::optional<FilterTest> parsed = parse_test(other);
    if (parsed) test.others.push_back(std::move(*parsed));
    return parsed.has_value();
  };
  const bool is_valid = json.type() == Type::kArray ? json.each_element(add) : add(json);
  if (!is_valid || test.others.empty()) return std::nullopt;
  return test;
}

// {"prefix": "a"} and the like.
std::optional<FilterTest> parse_operator(const JsonView& json) {
  std::optional<FilterTest> test;
  if (json.size() != 1) return test;
  json.each_member([&](std::string_view name, const JsonView& value) {
    const bool is_text = value.type() == Type::kString;
    if (name == "prefix" && is_text) {
      test = FilterTest{.kind = Kind::kPrefix, .text = std::string(value.string())};
    } else if (name == "suffix" && is_text) {
      test = FilterTest{.kind = Kind::kSuffix, .text = std::string(value.string())};
    } else if (name == "equals-ignore-case" && is_text) {
      test = FilterTest{.kind = Kind::kIgnoreCase, .text = std::string(value.string())};
    } else if (name == "exists" && value.type() == Type::kBoolean) {
      test = FilterTest{.kind = Kind::kExists, .boolean = value.boolean()};
    } else if (name == "numeric") {
      test = parse_numeric(value);
    } else if (name == "anything-but") {
      test = parse_anything_but(value);
    }
    return false;
  });
  return test;
}

std::optional<FilterTest> parse_test(const JsonView& json) {
  switch (json.type()) {
    case Type::kString:
      return FilterTest{.kind = Kind::kText, .text = std::string(json.string())};
    case Type::kInteger:
    case Type::kReal:
      return FilterTest{.kind = Kind::kNumber, .number = json.real()};
    case Type::kBoolean:
      return FilterTest{.kind = Kind::kBoolean, .boolean = json.boolean()};
    case Type::kNull:
      return FilterTest{.kind = Kind::kNull};
    case Type::kObject:
      return parse_operator(json);
    case Type::kArray:
      break;
  }
  return std::nullopt;
}

bool parse_node(const JsonView& json, FilterNode& node);

bool parse_any_of(const JsonView& json, FilterNode& node) {
  return json.type() == Type::kArray && json.size() > 0 &&
         json.each_element([&](const JsonView& element) {
           return element.type() == Type::kObject &&
                  parse_node(element, node.any_of.emplace_back());
         });
}

bool parse_node(const JsonView& json, FilterNode& node) {
  if (json.type() == Type::kArray) {
    return json.size() > 0 && json.each_element([&](const JsonView& element) {
      std::optional<FilterTest> test = parse_test(element);
      if (test) node.tests.push_back(std::move(*test));
      return test.has_value();
    });
  }
  return json.type() == Type::kObject && json.size() > 0 &&
         json.each_member([&](std::string_view name, const JsonView& value) {
           if (name == "$or") return parse_any_of(value, node);
           return parse_node(value, node.members[std::string(name)]);
         });
}

bool passes(const FilterTest& test, const JsonView& value) {
  const bool is_text = value.type() == Type::kString;
  switch (test.kind) {
    case Kind::kText:
      return is_text && value.string() == test.text;
    case Kind::kNumber:
      return is_number(value) && value.real() == test.number;
    case Kind::kBoolean:
      return value.type() == Type::kBoolean && value.boolean() == test.boolean;
    case Kind::kNull:
      return value.is_null();
    case Kind::kPrefix:
      return is_text && value.string().substr(0, test.text.size()) == test.text;
    case Kind::kSuffix:
      return is_text && value.string().size() >= test.text.size() &&
             value.string().substr(value.string().size() - test.text.size()) == test.text;
    case Kind::kIgnoreCase:
      return is_text && equal_ignoring_case(value.string(), test.text);
    case Kind::kAnythingBut:
      return std::none_of(test.others.begin(), test.others.end(),
                          [&](const FilterTest& other) { return passes(other, value); });
    case Kind::kNumeric:
      return is_number(value) &&
             std::all_of(test.comparisons.begin(), test.comparisons.end(),
                         [&](const FilterTest::Comparison& comparison) {
                           return compares(value.real(), comparison.operation, comparison.number);
                         });
    case Kind::kExists:
      return test.boolean;
  }
  return false;
}

bool passes(const FilterNode& node, const std::optional<JsonView>& value);

// All members of the pattern, and one of its alternatives.
template <class Find>
bool passes_inside(const FilterNode& node, const Find& find) {
  const bool has_members =
      std::all_of(node.members.begin(), node.members.end(),
                  [&](const auto& member) { return passes(member.second, find(member.first)); });
  return has_members && (node.any_of.empty() || std::any_of(node.any_of.begin(), node.any_of.end(),
                                                            [&](const FilterNode& other) {
                                                              return passes_inside(other, find);
                                                            }));
}

bool passes(const FilterNode& node, const std::optional<JsonView>& value) {
  if (!node.tests.empty()) {
    return std::any_of(node.tests.begin(), node.tests.end(), [&](const FilterTest& test) {
      if (!value) return test.kind == Kind::kExists && !test.boolean;
      // Of a list, one element is enough.
      if (value->type() == Type::kArray) {
        return !value->each_element([&](const JsonView& e) { return !passes(test, e); });
      }
      return passes(test, *value);
    });
  }
  const bool is_object = value && value->type() == Type::kObject;
  return passes_inside(
      node, [&](std::string_view name) { return is_object ? value->find(name) : std::nullopt; });
}

// A pattern for the inside of the body passes only bodies that are JSON.
bool passes_record(const FilterNode& node, const JsonView& record, const JsonView* body) {
  const bool has_members =
      std::all_of(node.members.begin(), node.members.end(), [&](const auto& member) {
        const FilterNode& wanted = member.second;
        if (member.first != "body" || !wanted.tests.empty()) {
          return passes(wanted, record.find(member.first));
        }
        return body != nullptr && passes(wanted, *body);
      });
  return has_members &&
         (node.any_of.empty() ||
          std::any_of(node.any_of.begin(), node.any_of.end(),
                      [&](const auto& other) { return passes_record(other, record, body); }));
}

Error filter_invalid() { return invalid_parameter("Invalid filter pattern definition."); }

}  // namespace

Result<EventFilter> EventFilter::parse(std::string_view pattern) {
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(pattern, why);
  if (!document) return filter_invalid();
  EventFilter filter;
  if (document->root().type() != Type::kObject || !parse_node(document->root(), filter.root_)) {
    return filter_invalid();
  }
  return filter;
}

bool EventFilter::matches(const JsonView& record, const JsonView* body) const {
  return passes_record(root_, record, body);
}

bool matches_any(const std::vector<EventFilter>& filters, const sqs::Message& message,
                 const Arn& queue) {
  std::string text;
  append_record(message, queue, queue.str(), text);
  std::string why;
  const std::optional<JsonDocument> record = JsonDocument::parse(text, why);
  const std::optional<JsonDocument> inside = JsonDocument::parse(message.body, why);
  const std::optional<JsonView> body = inside ? std::optional(inside->root()) : std::nullopt;
  return record && std::any_of(filters.begin(), filters.end(), [&](const EventFilter& filter) {
           return filter.matches(record->root(), body ? &*body : nullptr);
         });
}

}  // namespace emu::lambda
