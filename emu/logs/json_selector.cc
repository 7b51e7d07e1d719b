#include "logs/json_selector.h"

#include <algorithm>

namespace emu::logs {

std::optional<JsonSelector> JsonSelector::take(std::string_view& text) {
  JsonSelector selector;
  std::string_view rest = text;
  if (!selector.read(rest)) return std::nullopt;
  selector.text_ = text.substr(0, text.size() - rest.size());
  text = rest;
  return selector;
}

bool JsonSelector::read(std::string_view& rest) {
  if (!rest.starts_with('$')) return false;
  rest.remove_prefix(1);
  for (;;) {
    if (rest.starts_with('[')) {
      if (!read_bracket(rest)) return false;
    } else if (rest.starts_with(".[")) {
      rest.remove_prefix(1);
    } else if (rest.starts_with('.')) {
      rest.remove_prefix(1);
      const std::size_t end = std::min(rest.find_first_of(" .[=!<>(){}&|"), rest.size());
      if (end == 0) return false;
      path_.push_back({.kind = Step::Kind::kMember, .name = std::string(rest.substr(0, end))});
      rest.remove_prefix(end);
    } else {
      return true;
    }
  }
}

bool JsonSelector::read_bracket(std::string_view& rest) {
  const std::size_t end = rest.find(']');
  if (end == rest.npos) return false;
  const std::string_view inside = rest.substr(1, end - 1);
  rest.remove_prefix(end + 1);
  if (inside == "*") {
    path_.push_back({.kind = Step::Kind::kAnyElement});
    return true;
  }
  if (inside.size() > 2 && (inside.front() == '\'' || inside.front() == '"') &&
      inside.back() == inside.front()) {
    path_.push_back(
        {.kind = Step::Kind::kMember, .name = std::string(inside.substr(1, inside.size() - 2))});
    return true;
  }
  if (inside.empty() || inside.size() > 9 || inside.find_first_not_of("0123456789") != inside.npos)
    return false;
  std::size_t index = 0;
  for (const char digit : inside) index = index * 10 + static_cast<std::size_t>(digit - '0');
  path_.push_back({.kind = Step::Kind::kElement, .index = index});
  return true;
}

bool JsonSelector::any_from(std::size_t step_index, const JsonView& value, const Test& test) const {
  if (step_index == path_.size()) return test(value);
  const Step& step = path_[step_index];
  if (step.kind == Step::Kind::kMember) {
    if (value.type() != JsonView::Type::kObject) return false;
    const auto member = value.find(step.name);
    return member && any_from(step_index + 1, *member, test);
  }
  if (value.type() != JsonView::Type::kArray) return false;
  std::size_t index = 0;
  return !value.each_element([&](const JsonView& element) {
    const bool is_meant = step.kind == Step::Kind::kAnyElement || index == step.index;
    ++index;
    return !(is_meant && any_from(step_index + 1, element, test));
  });
}

}  // namespace emu::logs
