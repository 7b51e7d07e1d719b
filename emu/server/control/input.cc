#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/control/control.h"

namespace emu::server {

namespace {

std::string list(std::initializer_list<std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text.empty() ? "none" : text;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const std::string* find_parameter(const ControlRequest& request, std::string_view name) {
  const auto found = std::find_if(request.query.begin(), request.query.end(),
                                  [&](const QueryPair& pair) { return pair.name == name; });
  return found == request.query.end() ? nullptr : &found->value;
}

Result<std::string> require_parameter(const ControlRequest& request, std::string_view name) {
  const std::string* value = find_parameter(request, name);
  if (value == nullptr || value->empty()) {
    return bad_request(fmt::format("the parameter '{}' is missing: ?{}=…", name, name));
  }
  return *value;
}

Result<std::uint64_t> number_parameter(const ControlRequest& request, std::string_view name,
                                       const NumberRange& range) {
  const std::string* text = find_parameter(request, name);
  if (text == nullptr) return range.otherwise;
  std::uint64_t number = 0;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, number);
  if (error != std::errc() || stop != end || number < range.min || number > range.max) {
    return bad_request(fmt::format("'{}' must be a whole number from {} to {}, not '{}'", name,
                                   range.min, range.max, *text));
  }
  return number;
}

Status allow_parameters(const ControlRequest& request,
                        std::initializer_list<std::string_view> names) {
  for (const QueryPair& pair : request.query) {
    if (is_one_of(pair.name, names)) continue;
    return bad_request(
        fmt::format("there is no parameter '{}'; there is: {}", pair.name, list(names)));
  }
  return {};
}

Result<JsonDocument> read_object(const ControlRequest& request,
                                 std::initializer_list<std::string_view> members) {
  const std::string_view text = request.http.body.empty() ? "{}" : request.http.body.view();
  std::string why;
  auto document = JsonDocument::parse(text, why);
  if (!document) return bad_request("the body is not JSON: " + why);
  if (document->root().type() != JsonView::Type::kObject) {
    return bad_request("the body must be a JSON object");
  }
  std::string unknown;
  const bool all_known = document->root().each_member([&](std::string_view key, const JsonView&) {
    if (is_one_of(key, members)) return true;
    unknown = key;
    return false;
  });
  if (!all_known) {
    return bad_request(
        fmt::format("the body has a member '{}' that means nothing here; it may have: {}", unknown,
                    list(members)));
  }
  return std::move(*document);
}

Result<std::string> require_text(const JsonDocument& body, std::string_view member) {
  const auto value = body.root().find(member);
  if (!value) return bad_request(fmt::format("the body lacks the member '{}'", member));
  if (value->type() != JsonView::Type::kString) {
    return bad_request(fmt::format("'{}' must be a string", member));
  }
  return std::string(value->string());
}

}  // namespace emu::server
