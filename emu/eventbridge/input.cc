#include "eventbridge/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/json/json_copy.h"
#include "core/text/ascii.h"
#include "eventbridge/errors.h"
#include "eventbridge/limits.h"

namespace emu::eventbridge {

namespace {

constexpr std::string_view kReservedPrefix = "aws.events.";
constexpr std::string_view kRuleArn = "aws.events.rule-arn";
constexpr std::string_view kRuleName = "aws.events.rule-name";
constexpr std::string_view kIngestionTime = "aws.events.event.ingestion-time";
constexpr std::string_view kEventWithoutDetail = "aws.events.event";
constexpr std::string_view kEvent = "aws.events.event.json";

bool is_reserved(std::string_view name) {
  return name == kRuleArn || name == kRuleName || name == kIngestionTime ||
         name == kEventWithoutDetail || name == kEvent;
}

// The name of the placeholder that a text begins with, "<name>"; empty when it begins with none.
std::string_view placeholder_at(std::string_view text) {
  const std::size_t end = text.find('>');
  if (!text.starts_with('<') || end == text.npos) return {};
  const std::string_view name = text.substr(1, end - 1);
  const bool is_name = std::all_of(name.begin(), name.end(), [](char c) {
    return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
  });
  return is_name ? name : std::string_view();
}

std::string quoted(std::string_view text) {
  std::string json;
  append_json_string(text, json);
  return json;
}

std::string without_detail(const JsonView& event) {
  std::string text;
  JsonWriter writer(text);
  writer.begin_object();
  event.each_member([&](std::string_view name, const JsonView& value) {
    if (name == "detail") return true;
    writer.key(name);
    copy_json(value, writer);
    return true;
  });
  writer.end_object();
  return text;
}

// A value inside of a text of the template: without the quotes of a string, and with those of
// anything else escaped.
std::string inside_of_text(std::string_view json) {
  std::string text = json.starts_with('"') ? std::string(json) : quoted(json);
  return text.substr(1, text.size() - 2);
}

bool is_json(const std::string& text) {
  std::string why;
  return JsonDocument::parse(text, why).has_value();
}

Error only_one_input(const std::string& id) {
  return validation(fmt::format(
      "Only one of Input, InputPath, or InputTransformer must be provided for target {}.", id));
}

Error too_large() {
  return {.code = "INVALID_PARAMETER",
          .message = fmt::format("The input that its template makes of the event has more than {} "
                                 "bytes.",
                                 kInputBytesMax)};
}

Error invalid_path(const std::string& id) {
  return validation(fmt::format("Invalid InputPath for target {}.", id));
}

}  // namespace

Result<Input> Input::of(const Target& target) {
  const int given =
      (target.input ? 1 : 0) + (target.input_path ? 1 : 0) + (target.input_transformer ? 1 : 0);
  if (given > 1) return only_one_input(target.id);
  Input input;
  if (target.input) {
    if (!is_json(*target.input)) {
      return validation(fmt::format("JSON syntax error in input for target {}.", target.id));
    }
    input.constant_ = *target.input;
  }
  if (target.input_path) {
    input.path_ = JsonPath::parse(*target.input_path);
    if (!input.path_) return invalid_path(target.id);
  }
  if (!target.input_transformer) return input;
  for (const auto& [name, text] : target.input_transformer->input_paths_map) {
    std::optional<JsonPath> path = JsonPath::parse(text);
    if (!path) return invalid_path(target.id);
    if (lower_case(name).starts_with("aws")) {
      return validation(
          fmt::format("InputPathsMap for target {} has a reserved name: {}.", target.id, name));
    }
    input.variables_.emplace(name, *std::move(path));
  }
  input.template_ = target.input_transformer->input_template;
  EMU_CHECK(input.check_template(target.id));
  return input;
}

// Every placeholder is a variable.
Status Input::check_template(const std::string& target_id) const {
  const std::string_view text = *template_;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view name = placeholder_at(text.substr(at));
    if (name.empty() || is_reserved(name) || variables_.count(name) != 0) continue;
    return validation(fmt::format("InputTemplate for target {} contains invalid placeholder {}.",
                                  target_id, name));
  }
  return {};
}

std::optional<std::string> Input::value_of(std::string_view name, const InputSource& source) const {
  if (name.starts_with(kReservedPrefix)) {
    if (name == kRuleArn) return quoted(source.rule_arn);
    if (name == kRuleName) return quoted(source.rule_name);
    if (name == kIngestionTime) return quoted(source.ingestion_time);
    if (name == kEventWithoutDetail) return without_detail(source.event);
    if (name == kEvent) return std::string(source.text);
  }
  const auto variable = variables_.find(name);
  if (variable == variables_.end()) return std::nullopt;
  return variable->second.find(source.event);
}

Result<std::string> Input::make(const InputSource& source) const {
  if (constant_) return *constant_;
  // A part that is not there is nothing.
  if (path_) return path_->find(source.event).value_or(std::string());
  if (!template_) return std::string(source.text);
  return fill_template(source);
}

Result<std::string> Input::fill_template(const InputSource& source) const {
  const std::string_view text = *template_;
  std::map<std::string_view, std::optional<std::string>> values;  // so that each is found once
  std::string out;
  bool is_in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && is_in_text && i + 1 < text.size()) {
      out.append(text.substr(i, 2));
      ++i;
      continue;
    }
    if (c == '"') is_in_text = !is_in_text;
    const std::string_view name = c == '<' ? placeholder_at(text.substr(i)) : std::string_view();
    if (name.empty()) {
      out += c;
      continue;
    }
    const auto [value, is_new] = values.try_emplace(name);
    if (is_new) value->second = value_of(name, source);
    if (value->second) out += is_in_text ? inside_of_text(*value->second) : *value->second;
    if (out.size() > kInputBytesMax) return too_large();
    i += name.size() + 1;
  }
  return out;
}

}  // namespace emu::eventbridge
