#include "sim/yaml_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/time/duration_text.h"
#include "sim/quantities.h"

namespace emu::sim {

namespace {

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string_view kind_of(const YAML::Node& node) {
  if (node.IsMap()) return "a mapping";
  if (node.IsSequence()) return "a list";
  if (node.IsScalar()) return "a value";
  return "nothing";
}

// Keys are unique and scalars, whatever the mapping is for.
void check_keys(const YAML::Node& map, const std::string& what, YamlProblems& problems) {
  std::set<std::string> seen;
  for (const auto& entry : map) {
    if (!entry.first.IsScalar()) {
      problems.report(entry.first, fmt::format("a key of {} must be a name", what));
    } else if (!seen.insert(entry.first.Scalar()).second) {
      problems.report(entry.first,
                      fmt::format("the key '{}' is there twice in {}", entry.first.Scalar(), what));
    }
  }
}

}  // namespace

Place place_of(const YAML::Node& node) {
  const YAML::Mark mark = node.Mark();
  // An empty file has no marks.
  return {.line = std::max(mark.line, 0) + 1, .column = std::max(mark.column, 0) + 1};
}

void YamlProblems::report(Place place, const std::string& text) {
  if (place_ && std::tie(place_->line, place_->column) <= std::tie(place.line, place.column))
    return;
  place_ = place;
  text_ = text;
}

void YamlProblems::report(const YAML::Node& node, const std::string& text) {
  report(place_of(node), text);
}

Status YamlProblems::status() const {
  if (!place_) return {};
  return Error{.code = "InvalidScenario",
               .message = fmt::format("{}:{}:{}: {}", file_, place_->line, place_->column, text_)};
}

bool is_quoted(const YAML::Node& scalar) { return scalar.Tag() == "!"; }

std::string read_text(const YAML::Node& node, YamlProblems& problems) {
  if (node.IsScalar()) return node.Scalar();
  problems.report(node, fmt::format("expected a text, not {}", kind_of(node)));
  return {};
}

bool read_boolean(const YAML::Node& node, YamlProblems& problems) {
  if (node.IsScalar() && node.Scalar() == "true") return true;
  if (!node.IsScalar() || node.Scalar() != "false") {
    problems.report(node, "expected true or false");
  }
  return false;
}

std::int64_t read_count(const YAML::Node& node, std::int64_t min, std::int64_t max,
                        YamlProblems& problems) {
  const auto count = node.IsScalar() ? parse_count(node.Scalar()) : std::nullopt;
  if (count && *count >= min && *count <= max) return *count;
  problems.report(node, fmt::format("expected a whole number from {} to {}", min, max));
  return min;
}

Duration read_duration(const YAML::Node& node, YamlProblems& problems) {
  const auto duration = node.IsScalar() ? parse_duration(node.Scalar()) : std::nullopt;
  if (duration) return *duration;
  const std::string advice = node.IsScalar() ? duration_advice(node.Scalar()) : std::string();
  problems.report(node, "expected a duration such as 15ms, 6s, 10min or 12h" +
                            (advice.empty() ? std::string() : "; " + advice));
  return {};
}

YamlFields::YamlFields(const YAML::Node& node, std::string what, YamlProblems& problems)
    : node_(node), what_(std::move(what)), problems_(problems) {
  if (node_.IsMap()) {
    check_keys(node_, what_, problems_);
  } else {
    problems_.report(node_, fmt::format("expected {} as a mapping, not {}", what_, kind_of(node_)));
  }
}

std::optional<YAML::Node> YamlFields::optional(std::string_view key) {
  asked_for_.emplace_back(key);
  if (!node_.IsMap()) return std::nullopt;
  // operator[] would read the node as a number or make the key; a walk does neither.
  for (const auto& entry : node_) {
    if (entry.first.IsScalar() && entry.first.Scalar() == key) return entry.second;
  }
  return std::nullopt;
}

std::optional<YAML::Node> YamlFields::required(std::string_view key) {
  auto found = optional(key);
  if (!found && node_.IsMap()) problems_.report(node_, fmt::format("{} needs '{}'", what_, key));
  return found;
}

void YamlFields::text(std::string_view key, std::string& into) {
  if (const auto node = optional(key)) into = read_text(*node, problems_);
}

void YamlFields::required_text(std::string_view key, std::string& into) {
  const auto node = required(key);
  if (!node) return;
  into = read_text(*node, problems_);
  if (node->IsScalar() && into.empty()) {
    problems_.report(*node, fmt::format("'{}' must not be empty", key));
  }
}

void YamlFields::duration(std::string_view key, Duration& into) {
  if (const auto node = optional(key)) into = read_duration(*node, problems_);
}

void YamlFields::required_duration(std::string_view key, Duration& into) {
  if (const auto node = required(key)) into = read_duration(*node, problems_);
}

void YamlFields::each(std::string_view key, const std::function<void(const YAML::Node&)>& visit) {
  const auto list = optional(key);
  if (!list) return;
  if (!list->IsSequence()) {
    problems_.report(*list, fmt::format("expected '{}' as a list, not {}", key, kind_of(*list)));
    return;
  }
  for (const auto& entry : *list) visit(entry);
}

void YamlFields::texts(std::string_view key, std::vector<std::string>& into) {
  each(key, [&](const YAML::Node& node) { into.push_back(read_text(node, problems_)); });
}

void YamlFields::each_entry(
    std::string_view key, const std::function<void(const std::string&, const YAML::Node&)>& visit) {
  const auto map = optional(key);
  if (!map) return;
  if (!map->IsMap()) {
    problems_.report(*map, fmt::format("expected '{}' as a mapping, not {}", key, kind_of(*map)));
    return;
  }
  check_keys(*map, fmt::format("'{}'", key), problems_);
  for (const auto& entry : *map) {
    if (entry.first.IsScalar()) visit(entry.first.Scalar(), entry.second);
  }
}

std::optional<YAML::Node> YamlFields::unknown() const {
  if (!node_.IsMap()) return std::nullopt;
  for (const auto& entry : node_) {
    if (!entry.first.IsScalar()) continue;
    const std::string& key = entry.first.Scalar();
    if (std::find(asked_for_.begin(), asked_for_.end(), key) == asked_for_.end()) {
      return entry.first;
    }
  }
  return std::nullopt;
}

void YamlFields::finish() {
  if (const auto key = unknown()) {
    problems_.report(*key, fmt::format("{} has no '{}'; it may have {}", what_, key->Scalar(),
                                       joined(asked_for_)));
  }
}

}  // namespace emu::sim
