#include "eventbridge/json_path.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/json/json_copy.h"
#include "core/text/ascii.h"

namespace emu::eventbridge {

namespace {

bool is_name_character(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || c == '/' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// What stands between the brackets at the front, which are taken off.
std::optional<std::string_view> take_brackets(std::string_view& rest) {
  const std::size_t end = rest.find(']');
  if (end == rest.npos) return std::nullopt;
  const std::string_view inside = rest.substr(1, end - 1);
  rest.remove_prefix(end + 1);
  return inside;
}

std::string_view take_name(std::string_view& rest) {
  const auto* end = std::find_if_not(rest.begin(), rest.end(), &is_name_character);
  const std::string_view name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(name.size());
  return name;
}

std::optional<JsonView> element_at(const JsonView& list, std::size_t index) {
  std::optional<JsonView> found;
  if (list.type() != JsonView::Type::kArray) return found;
  list.each_element([&](const JsonView& element) {
    if (index-- != 0) return true;
    found = element;
    return false;
  });
  return found;
}

}  // namespace

std::optional<JsonPath> JsonPath::parse(std::string_view text) {
  if (!text.starts_with('$')) return std::nullopt;
  text.remove_prefix(1);
  JsonPath path;
  while (!text.empty()) {
    Step step{.kind = Step::Kind::kName};
    if (text.starts_with('[')) {
      const auto inside = take_brackets(text);
      if (!inside || inside->empty()) return std::nullopt;
      const char* end = inside->data() + inside->size();
      if (*inside == "*") {
        step.kind = Step::Kind::kAll;
      } else if (inside->size() > 2 && inside->front() == '\'' && inside->back() == '\'') {
        step.name = inside->substr(1, inside->size() - 2);
      } else {
        step.kind = Step::Kind::kIndex;
        const auto [stop, failure] = std::from_chars(inside->data(), end, step.index);
        if (failure != std::errc() || stop != end) return std::nullopt;
      }
    } else if (text.starts_with(".*")) {
      text.remove_prefix(2);
      step.kind = Step::Kind::kAll;
    } else if (text.starts_with('.')) {
      text.remove_prefix(1);
      step.name = take_name(text);
      if (step.name.empty()) return std::nullopt;
    } else {
      return std::nullopt;
    }
    if (step.kind == Step::Kind::kAll) path.has_wildcard_ = true;
    path.steps_.push_back(std::move(step));
  }
  return path;
}

void JsonPath::follow(const Step& step, const JsonView& from, std::vector<JsonView>& to) {
  const bool is_object = from.type() == JsonView::Type::kObject;
  if (step.kind == Step::Kind::kName) {
    if (const auto member = is_object ? from.find(step.name) : std::nullopt) to.push_back(*member);
  } else if (step.kind == Step::Kind::kIndex) {
    if (const auto element = element_at(from, step.index)) to.push_back(*element);
  } else if (is_object) {
    from.each_member([&](std::string_view, const JsonView& value) {
      to.push_back(value);
      return true;
    });
  } else if (from.type() == JsonView::Type::kArray) {
    from.each_element([&](const JsonView& element) {
      to.push_back(element);
      return true;
    });
  }
}

std::optional<std::string> JsonPath::find(const JsonView& root) const {
  std::vector<JsonView> found = {root};
  for (const Step& step : steps_) {
    std::vector<JsonView> next;
    for (const JsonView& value : found) follow(step, value, next);
    found = std::move(next);
  }
  if (found.empty()) return std::nullopt;
  if (!has_wildcard_) return json_text(found.front());
  std::string text;
  JsonWriter writer(text);
  writer.begin_array();
  for (const JsonView& value : found) copy_json(value, writer);
  writer.end_array();
  return text;
}

}  // namespace emu::eventbridge
