// { $.selector = value && ... }: patterns for events that are JSON.
//
//   or     := and { "||" and }
//   and    := single { "&&" single }
//   single := "(" or ")" | selector condition

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/json/json_view.h"
#include "logs/filter_operand.h"
#include "logs/filter_pattern.h"
#include "logs/json_selector.h"

namespace emu::logs {

namespace {

constexpr std::size_t kNestingMax = 32;
constexpr std::size_t kParseCost = 4;

struct Condition {
  enum class Kind : std::uint8_t { kCompare, kIsNull, kIsTrue, kIsFalse, kExists, kNotExists };
  JsonSelector selector = {};
  Kind kind = Kind::kCompare;
  Comparison comparison = Comparison::kEqual;
  Operand operand = {};
};

struct Node {
  enum class Kind : std::uint8_t { kAnd, kOr, kCondition };
  Kind kind = Kind::kCondition;
  std::vector<Node> children = {};
  Condition condition = {};
};

bool holds(const Condition& condition, const JsonView& value) {
  using Kind = Condition::Kind;
  const JsonView::Type type = value.type();
  switch (condition.kind) {
    case Kind::kIsNull:
      return value.is_null();
    case Kind::kIsTrue:
      return type == JsonView::Type::kBoolean && value.boolean();
    case Kind::kIsFalse:
      return type == JsonView::Type::kBoolean && !value.boolean();
    case Kind::kExists:
      return true;
    case Kind::kNotExists:
      return false;
    case Kind::kCompare:
      break;
  }
  if (type == JsonView::Type::kInteger || type == JsonView::Type::kReal) {
    return condition.operand.compare(condition.comparison, value.real());
  }
  if (type == JsonView::Type::kString) {
    return condition.operand.compare(condition.comparison, value.string());
  }
  return false;
}

bool evaluate(const Node& node, const JsonView& root) {
  auto child_holds = [&root](const Node& child) { return evaluate(child, root); };
  switch (node.kind) {
    case Node::Kind::kAnd:
      return std::all_of(node.children.begin(), node.children.end(), child_holds);
    case Node::Kind::kOr:
      return std::any_of(node.children.begin(), node.children.end(), child_holds);
    case Node::Kind::kCondition:
      break;
  }
  const Condition& condition = node.condition;
  if (condition.kind == Condition::Kind::kNotExists) {
    return !condition.selector.any(root, [](const JsonView&) { return true; });
  }
  return condition.selector.any(
      root, [&condition](const JsonView& value) { return holds(condition, value); });
}

std::optional<std::string> text_of(const JsonView& value) {
  switch (value.type()) {
    case JsonView::Type::kString:
      return std::string(value.string());
    case JsonView::Type::kInteger:
      return std::to_string(value.integer());
    case JsonView::Type::kReal:
      return to_text(value.real());
    case JsonView::Type::kBoolean:
      return value.boolean() ? "true" : "false";
    case JsonView::Type::kNull:
    case JsonView::Type::kArray:
    case JsonView::Type::kObject:
      break;
  }
  return std::nullopt;
}

// The first value that the selector leads to.
std::optional<std::string> selected(const JsonSelector& selector, const JsonDocument& event) {
  std::optional<std::string> text;
  selector.any(event.root(), [&text](const JsonView& value) {
    text = text_of(value);
    return true;
  });
  return text;
}

class SelectedValue final : public EventValue {
 public:
  explicit SelectedValue(JsonSelector selector) : selector_(std::move(selector)) {}

  std::optional<std::string> of(const Message& message) const override {
    const JsonDocument* event = message.json();
    return event == nullptr ? std::nullopt : selected(selector_, *event);
  }

 private:
  JsonSelector selector_;
};

// Visits the conditions, from left to right.
template <class Visit>
void each_condition(const Node& node, const Visit& visit) {
  if (node.kind == Node::Kind::kCondition) visit(node.condition);
  for (const Node& child : node.children) each_condition(child, visit);
}

class JsonMatcher final : public EventMatcher {
 public:
  explicit JsonMatcher(Node root) : root_(std::move(root)) {}

  bool matches(const Message& message) const override {
    const JsonDocument* event = message.json();
    return event != nullptr && evaluate(root_, event->root());
  }

  int regular_expressions() const override {
    int count = 0;
    each_condition(root_, [&count](const Condition& condition) {
      if (condition.operand.is_expression()) ++count;
    });
    return count;
  }

  std::size_t cost() const override {
    std::size_t cost = kParseCost;
    each_condition(root_,
                   [&cost](const Condition& condition) { cost += condition.operand.cost(); });
    return cost;
  }

  bool has_values() const override { return true; }

  std::map<std::string, std::string> named_values(const Message& message) const override {
    std::map<std::string, std::string> values;
    const JsonDocument* event = message.json();
    if (event == nullptr) return values;
    each_condition(root_, [&](const Condition& condition) {
      auto value = selected(condition.selector, *event);
      if (value) values.emplace(condition.selector.text(), *std::move(value));
    });
    return values;
  }

  std::unique_ptr<EventValue> value(std::string_view name) const override {
    auto selector = JsonSelector::take(name);
    if (!selector || !name.empty()) return nullptr;
    return std::make_unique<SelectedValue>(std::move(*selector));
  }

 private:
  Node root_;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  bool pattern(Node& root) {
    if (!take("{") || !any_of(root, 0) || !take("}")) return false;
    skip_space();
    return rest_.empty();
  }

 private:
  bool any_of(Node& node, std::size_t depth) { return joined(node, Node::Kind::kOr, depth); }

  // Alternatives joined by "||", or what is joined by "&&" in one of those.
  bool joined(Node& node, Node::Kind kind, std::size_t depth) {
    const bool is_or = kind == Node::Kind::kOr;
    auto part = [&](Node& child) {
      return is_or ? joined(child, Node::Kind::kAnd, depth) : single(child, depth);
    };
    Node first;
    if (!part(first)) return false;
    node.kind = kind;
    node.children.push_back(std::move(first));
    while (take(is_or ? "||" : "&&")) {
      if (!part(node.children.emplace_back())) return false;
    }
    return true;
  }

  bool single(Node& node, std::size_t depth) {
    if (take("(")) return depth < kNestingMax && any_of(node, depth + 1) && take(")");
    node.kind = Node::Kind::kCondition;
    skip_space();
    auto selector = JsonSelector::take(rest_);
    if (!selector) return false;
    node.condition.selector = std::move(*selector);
    return condition(node.condition);
  }

  bool condition(Condition& out) {
    using Kind = Condition::Kind;
    if (take("IS")) {
      out.kind = take("NULL") ? Kind::kIsNull : take("TRUE") ? Kind::kIsTrue : Kind::kIsFalse;
      return out.kind != Kind::kIsFalse || take("FALSE");
    }
    if (take("NOT")) {
      out.kind = Kind::kNotExists;
      return take("EXISTS");
    }
    if (take("EXISTS")) {
      out.kind = Kind::kExists;
      return true;
    }
    skip_space();
    const auto comparison = take_comparison(rest_);
    if (!comparison) return false;
    out.comparison = *comparison;
    skip_space();
    const bool ordering = *comparison != Comparison::kEqual && *comparison != Comparison::kNotEqual;
    return Operand::take(rest_, "(){}&|", out.operand) && (!ordering || out.operand.is_number());
  }

  bool take(std::string_view token) {
    skip_space();
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  void skip_space() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n"), rest_.size()));
  }

  std::string_view rest_;
};

}  // namespace

std::unique_ptr<EventMatcher> parse_json_selector(std::string_view text, std::string& why) {
  Node root;
  if (Parser(text).pattern(root)) return std::make_unique<JsonMatcher>(std::move(root));
  why = "the JSON selector cannot be read";
  return nullptr;
}

}  // namespace emu::logs
