#include "core/pattern/event_pattern.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/pattern/wildcard.h"
#include "core/text/ascii.h"

namespace emu::pattern {

namespace {

using Type = JsonView::Type;
using Kind = Test::Kind;

bool is_number(Type type) { return type == Type::kInteger || type == Type::kReal; }

bool compares(double left, std::string_view operation, double right) {
  if (operation == "<") return left < right;
  if (operation == "<=") return left <= right;
  if (operation == "=") return left == right;
  if (operation == ">=") return left >= right;
  return left > right;
}

// What is wrong with the comparisons of a numeric operator, which are one, or two that say between
// what the number lies.
std::string wrong_in_range(const std::vector<Test::Comparison>& comparisons) {
  const Test::Comparison& bottom = comparisons.front();
  if (comparisons.size() == 1) return {};
  if (bottom.operation.front() != '>') return "Too many elements in numeric expression";
  const Test::Comparison& top = comparisons[1];
  if (top.operation.front() != '<') return "Bad numeric range operator: " + top.operation;
  if (comparisons.size() > 2) return "Too many terms in numeric range expression";
  return bottom.number < top.number ? "" : "Bottom must be less than top";
}

class Reader {
 public:
  Reader(const Dialect& dialect, std::string& why) : dialect_(dialect), why_(why) {}

  bool node(const JsonView& json, Node& to);

 private:
  using Tests = std::vector<Test>;

  bool fail(std::string_view why) {
    if (why_.empty()) why_ = why;
    return false;
  }

  bool member(std::string_view name, const JsonView& value, Node& to);
  bool is_or(std::string_view name, const JsonView& value) const;
  bool any_of(const JsonView& json, Node& to);
  bool tests(const JsonView& json, Node& to);
  bool test(const JsonView& json, Tests& to);
  bool literal(const JsonView& json, Tests& to);
  bool one_operator(const JsonView& json, Tests& to);
  bool named(std::string_view name, const JsonView& value, Tests& to);
  bool text(std::string_view name, Kind kind, const JsonView& value, Tests& to);
  bool wildcard(std::string_view pattern, Tests& to);
  bool cidr(std::string_view block, Tests& to);
  bool numeric(const JsonView& list, Tests& to);
  bool anything_but(const JsonView& json, Tests& to);
  bool but_operator(std::string_view name, const JsonView& value, Tests& to);

  const Dialect& dialect_;
  std::string& why_;
};

struct TextOperator {
  std::string_view name;
  Kind kind;
};
constexpr std::array kTextOperators = {
    TextOperator{"prefix", Kind::kPrefix},
    TextOperator{"suffix", Kind::kSuffix},
    TextOperator{"equals-ignore-case", Kind::kIgnoreCase},
};

bool Reader::text(std::string_view name, Kind kind, const JsonView& value, Tests& to) {
  const bool may_ignore_case = dialect_.has_ignore_case_inside && kind != Kind::kIgnoreCase;
  if (may_ignore_case && value.type() == Type::kObject && value.size() == 1) {
    const auto inside = value.find("equals-ignore-case");
    if (!inside) return fail(std::string("Unsupported pattern inside of ").append(name));
    return text("equals-ignore-case",
                kind == Kind::kPrefix ? Kind::kPrefixIgnoreCase : Kind::kSuffixIgnoreCase, *inside,
                to);
  }
  if (value.type() != Type::kString) {
    return fail(std::string(name).append(" match pattern must be a string"));
  }
  to.push_back({.kind = kind, .text = std::string(value.string())});
  return true;
}

bool Reader::wildcard(std::string_view pattern, Tests& to) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '*') {
      if (text.ends_with(kAnyText)) return fail("Consecutive wildcard characters");
      text += kAnyText;
      continue;
    }
    if (pattern[i] == '\\') {
      ++i;
      const bool is_escape = i < pattern.size() && (pattern[i] == '*' || pattern[i] == '\\');
      if (!is_escape) return fail("Invalid escape character");
    }
    text += pattern[i];
  }
  to.push_back({.kind = Kind::kWildcard, .text = std::move(text)});
  return true;
}

bool Reader::cidr(std::string_view text, Tests& to) {
  const std::optional<policy::IpBlock> block = policy::parse_ip_block(text);
  if (!block) return fail("Malformed CIDR");
  to.push_back({.kind = Kind::kCidr, .block = *block});
  return true;
}

bool Reader::numeric(const JsonView& list, Tests& to) {
  if (list.type() != Type::kArray) return fail("Value of numeric must be an array.");
  static constexpr std::string_view kOperations[] = {"<", "<=", "=", ">=", ">"};
  Test test{.kind = Kind::kNumeric};
  std::optional<std::string> operation;
  const bool is_valid = list.each_element([&](const JsonView& part) {
    if (operation) {
      if (!is_number(part.type())) {
        const std::string name = *operation == "=" ? "equals" : *operation;
        return fail("Value of " + name + " must be numeric");
      }
      test.comparisons.push_back({std::move(*operation), part.real()});
      operation.reset();
      return true;
    }
    if (part.type() != Type::kString) return fail("Invalid member in numeric match");
    operation = std::string(part.string());
    return std::find(std::begin(kOperations), std::end(kOperations), *operation) !=
               std::end(kOperations) ||
           fail("Unrecognized numeric range operator: " + *operation);
  });
  if (!is_valid) return false;
  if (operation || test.comparisons.empty()) return fail("Invalid member in numeric match");
  if (const std::string wrong = wrong_in_range(test.comparisons); !wrong.empty()) {
    return fail(wrong);
  }
  to.push_back(std::move(test));
  return true;
}

bool Reader::but_operator(std::string_view name, const JsonView& value, Tests& to) {
  if (value.type() != Type::kArray || !dialect_.has_lists) return named(name, value, to);
  return (value.size() > 0 || fail("Empty arrays are not allowed")) &&
         value.each_element([&](const JsonView& element) { return named(name, element, to); });
}

bool Reader::anything_but(const JsonView& json, Tests& to) {
  Test but{.kind = Kind::kAnythingBut};
  auto add = [&](const JsonView& other) {
    if (other.type() != Type::kObject) return test(other, but.others);
    if (other.size() != 1) return fail("Only one key allowed in match expression");
    return other.each_member([&](std::string_view name, const JsonView& value) {
      return but_operator(name, value, but.others);
    });
  };
  const bool is_valid = json.type() == Type::kArray ? json.each_element(add) : add(json);
  if (!is_valid || but.others.empty()) {
    return fail("Value of anything-but must be an array or single string/number value.");
  }
  to.push_back(std::move(but));
  return true;
}

bool Reader::named(std::string_view name, const JsonView& value, Tests& to) {
  for (const TextOperator& known : kTextOperators) {
    if (name == known.name) return text(name, known.kind, value, to);
  }
  if (name == "exists") {
    if (value.type() != Type::kBoolean) {
      return fail("Exists match pattern must be either true or false.");
    }
    to.push_back({.kind = Kind::kExists, .boolean = value.boolean()});
    return true;
  }
  if (name == "numeric") return numeric(value, to);
  if (name == "anything-but") return anything_but(value, to);
  const bool is_text = value.type() == Type::kString;
  if (name == "wildcard" && dialect_.has_wildcard) {
    return is_text ? wildcard(value.string(), to) : fail("wildcard match pattern must be a string");
  }
  if (name == "cidr" && dialect_.has_cidr) {
    return is_text ? cidr(value.string(), to) : fail("cidr match pattern must be a string");
  }
  return fail(std::string("Unrecognized match type ").append(name));
}

// {"prefix": "a"} and the like.
bool Reader::one_operator(const JsonView& json, Tests& to) {
  if (json.size() == 0) return fail("Empty objects are not allowed");
  if (json.size() != 1) return fail("Only one key allowed in match expression");
  return json.each_member(
      [&](std::string_view name, const JsonView& value) { return named(name, value, to); });
}

bool Reader::literal(const JsonView& json, Tests& to) {
  switch (json.type()) {
    case Type::kString:
      to.push_back({.kind = Kind::kText, .text = std::string(json.string())});
      return true;
    case Type::kInteger:
    case Type::kReal:
      to.push_back({.kind = Kind::kNumber, .number = json.real()});
      return true;
    case Type::kBoolean:
      to.push_back({.kind = Kind::kBoolean, .boolean = json.boolean()});
      return true;
    case Type::kNull:
      to.push_back({.kind = Kind::kNull});
      return true;
    default:
      return fail("Match value must be String, number, true, false, or null");
  }
}

bool Reader::test(const JsonView& json, Tests& to) {
  return json.type() == Type::kObject ? one_operator(json, to) : literal(json, to);
}

bool Reader::tests(const JsonView& json, Node& to) {
  if (json.size() == 0) return fail("Empty arrays are not allowed");
  return json.each_element([&](const JsonView& element) { return test(element, to.tests); });
}

bool Reader::any_of(const JsonView& json, Node& to) {
  if (json.type() != Type::kArray || json.size() == 0) return fail("\"$or\" must be an array");
  return json.each_element([&](const JsonView& element) {
    if (element.type() != Type::kObject) return fail("\"$or\" must be an array of objects");
    return node(element, to.any_of.emplace_back());
  });
}

bool Reader::is_or(std::string_view name, const JsonView& value) const {
  if (name != "$or") return false;
  if (!dialect_.or_is_two_objects) return true;
  return value.type() == Type::kArray && value.size() >= 2 &&
         value.each_element([](const JsonView& e) { return e.type() == Type::kObject; });
}

bool Reader::member(std::string_view name, const JsonView& value, Node& to) {
  if (is_or(name, value)) return any_of(value, to);
  if (value.type() != Type::kObject && value.type() != Type::kArray) {
    return fail(std::string("\"").append(name).append("\" must be an object or an array"));
  }
  return node(value, to.members[std::string(name)]);
}

bool Reader::node(const JsonView& json, Node& to) {
  if (json.type() == Type::kArray) return tests(json, to);
  if (json.type() != Type::kObject) return fail("Filter is not an object");
  if (json.size() == 0) return fail("Empty objects are not allowed");
  return json.each_member(
      [&](std::string_view name, const JsonView& value) { return member(name, value, to); });
}

}  // namespace

std::optional<Node> parse(const JsonView& json, const Dialect& dialect, std::string& why) {
  std::optional<Node> root(std::in_place);
  why.clear();
  if (json.type() != Type::kObject) {
    why = "Filter is not an object";
    return std::nullopt;
  }
  if (!Reader(dialect, why).node(json, *root)) return std::nullopt;
  return root;
}

Scalar Scalar::of(const JsonView& value) {
  Scalar scalar{.type = value.type()};
  if (scalar.type == Type::kString) scalar.text = value.string();
  if (is_number(scalar.type)) scalar.number = value.real();
  if (scalar.type == Type::kBoolean) scalar.boolean = value.boolean();
  return scalar;
}

bool passes(const Test& test, const Scalar& value) {
  const bool is_text = value.type == Type::kString;
  switch (test.kind) {
    case Kind::kText:
      return is_text && value.text == test.text;
    case Kind::kNumber:
      return is_number(value.type) && value.number == test.number;
    case Kind::kBoolean:
      return value.type == Type::kBoolean && value.boolean == test.boolean;
    case Kind::kNull:
      return value.type == Type::kNull;
    case Kind::kPrefix:
      return is_text && value.text.starts_with(test.text);
    case Kind::kSuffix:
      return is_text && value.text.ends_with(test.text);
    case Kind::kIgnoreCase:
      return is_text && equal_ignoring_case(value.text, test.text);
    case Kind::kPrefixIgnoreCase:
      return is_text && value.text.size() >= test.text.size() &&
             equal_ignoring_case(value.text.substr(0, test.text.size()), test.text);
    case Kind::kSuffixIgnoreCase:
      return is_text && value.text.size() >= test.text.size() &&
             equal_ignoring_case(value.text.substr(value.text.size() - test.text.size()),
                                 test.text);
    case Kind::kWildcard:
      return is_text && matches_wildcard(test.text, value.text, kAnyText);
    case Kind::kCidr: {
      const auto address = is_text ? policy::parse_ip_block(value.text) : std::nullopt;
      return address && test.block.contains(*address);
    }
    case Kind::kAnythingBut:
      return std::none_of(test.others.begin(), test.others.end(),
                          [&](const Test& other) { return passes(other, value); });
    case Kind::kNumeric:
      return is_number(value.type) &&
             std::all_of(test.comparisons.begin(), test.comparisons.end(),
                         [&](const Test::Comparison& comparison) {
                           return compares(value.number, comparison.operation, comparison.number);
                         });
    case Kind::kExists:
      return test.boolean;
  }
  return false;
}

bool passes(const Test& test, const std::optional<JsonView>& value) {
  // Only leaves are there: not what has members of its own, nor a list of nothing.
  const bool is_leaf = value && value->type() != Type::kObject &&
                       (value->type() != Type::kArray || value->size() != 0);
  if (!is_leaf) return test.kind == Kind::kExists && !test.boolean;
  if (value->type() == Type::kArray) {
    return !value->each_element([&](const JsonView& e) { return !passes(test, Scalar::of(e)); });
  }
  return passes(test, Scalar::of(*value));
}

bool passes(const Node& node, const std::optional<JsonView>& value) {
  if (!node.tests.empty()) {
    return std::any_of(node.tests.begin(), node.tests.end(),
                       [&](const Test& test) { return passes(test, value); });
  }
  // Of a list of objects, one that passes as a whole is enough.
  if (value && value->type() == Type::kArray && value->size() != 0) {
    return !value->each_element(
        [&](const JsonView& element) { return !passes(node, std::optional(element)); });
  }
  const bool is_object = value && value->type() == Type::kObject;
  return passes_inside(node, [&](std::string_view name, const Node& wanted) {
    return passes(wanted, is_object ? value->find(name) : std::nullopt);
  });
}

}  // namespace emu::pattern
