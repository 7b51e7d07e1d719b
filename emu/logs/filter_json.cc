// { $.selector = value && ... }: patterns for events that are JSON.
//
//   or     := and { "||" and }
//   and    := single { "&&" single }
//   single := "(" or ")" | selector condition

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/json/json_view.h"
#include "logs/filter_operand.h"
#include "logs/filter_pattern.h"

namespace emu::logs {

namespace {

constexpr std::size_t kNestingMax = 32;

// One step from a value to one inside of it.
struct Step {
  enum class Kind : std::uint8_t { kMember, kElement, kAnyElement };
  Kind kind = Kind::kMember;
  std::string name = {};
  std::size_t index = 0;
};

struct Condition {
  enum class Kind : std::uint8_t { kCompare, kIsNull, kIsTrue, kIsFalse, kExists, kNotExists };
  std::vector<Step> path = {};
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

// Whether any value that the path leads to fulfils the condition.
bool any_holds(const Condition& condition, std::size_t step_index, const JsonView& value) {
  if (step_index == condition.path.size()) return holds(condition, value);
  const Step& step = condition.path[step_index];
  if (step.kind == Step::Kind::kMember) {
    if (value.type() != JsonView::Type::kObject) return false;
    const auto member = value.find(step.name);
    return member && any_holds(condition, step_index + 1, *member);
  }
  if (value.type() != JsonView::Type::kArray) return false;
  std::size_t index = 0;
  return !value.each_element([&](const JsonView& element) {
    const bool here = step.kind == Step::Kind::kAnyElement || index == step.index;
    ++index;
    return !(here && any_holds(condition, step_index + 1, element));
  });
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
  if (node.condition.kind != Condition::Kind::kNotExists) {
    return any_holds(node.condition, 0, root);
  }
  Condition exists = node.condition;
  exists.kind = Condition::Kind::kExists;
  return !any_holds(exists, 0, root);
}

class JsonSelector final : public EventMatcher {
 public:
  explicit JsonSelector(Node root) : root_(std::move(root)) {}

  bool matches(std::string_view message) const override {
    const std::size_t first = message.find_first_not_of(" \t\r\n");
    if (first == message.npos || (message[first] != '{' && message[first] != '[')) return false;
    std::string why;
    const auto document = JsonDocument::parse(message, why);
    return document && evaluate(root_, document->root());
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
    return selector(node.condition.path) && condition(node.condition);
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

  // $.a.b[0].*, $['a.b']; "$" alone is the event.
  bool selector(std::vector<Step>& path) {
    if (!take("$")) return false;
    for (;;) {
      if (rest_.starts_with('[')) {
        if (!bracket(path)) return false;
      } else if (rest_.starts_with(".[")) {
        rest_.remove_prefix(1);
      } else if (rest_.starts_with('.')) {
        rest_.remove_prefix(1);
        const std::size_t end = std::min(rest_.find_first_of(" .[=!<>(){}&|"), rest_.size());
        if (end == 0) return false;
        path.push_back({.kind = Step::Kind::kMember, .name = std::string(rest_.substr(0, end))});
        rest_.remove_prefix(end);
      } else {
        return true;
      }
    }
  }

  bool bracket(std::vector<Step>& path) {
    const std::size_t end = rest_.find(']');
    if (end == rest_.npos) return false;
    const std::string_view inside = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (inside == "*") {
      path.push_back({.kind = Step::Kind::kAnyElement});
      return true;
    }
    if (inside.size() > 2 && (inside.front() == '\'' || inside.front() == '"') &&
        inside.back() == inside.front()) {
      path.push_back(
          {.kind = Step::Kind::kMember, .name = std::string(inside.substr(1, inside.size() - 2))});
      return true;
    }
    if (inside.empty() || inside.size() > 9 ||
        inside.find_first_not_of("0123456789") != inside.npos) {
      return false;
    }
    std::size_t index = 0;
    for (const char digit : inside) index = index * 10 + static_cast<std::size_t>(digit - '0');
    path.push_back({.kind = Step::Kind::kElement, .index = index});
    return true;
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
  if (Parser(text).pattern(root)) return std::make_unique<JsonSelector>(std::move(root));
  why = "the JSON selector cannot be read";
  return nullptr;
}

}  // namespace emu::logs
