#include "lambda/patterns.h"

#include <emu/arn.h>

#include <algorithm>
#include <string>

#include "core/text/ascii.h"
#include "lambda/function_reference.h"

namespace emu::lambda::patterns {

namespace {

template <class Predicate>
bool all(std::string_view text, Predicate predicate) {
  return !text.empty() && std::all_of(text.begin(), text.end(), predicate);
}

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

// "01234567-89ab-cdef-0123-456789abcdef"
bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool is_hex = is_digit(text[i]) || (to_lower(text[i]) >= 'a' && to_lower(text[i]) <= 'f');
    if (is_dash ? text[i] != '-' : !is_hex) return false;
  }
  return true;
}

}  // namespace

bool is_namespaced_function_name(std::string_view text) {
  return parse_function_reference(text).has_value();
}

bool is_function_name(std::string_view text) {
  const std::optional<FunctionReference> reference = parse_function_reference(text);
  return reference && !is_one_of('.', reference->name) && !is_one_of('.', reference->qualifier);
}

bool is_role(std::string_view text) {
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || arn->service != "iam" || !arn->region.empty() || !is_account_id(arn->account)) {
    return false;
  }
  std::string_view resource = arn->resource;
  if (resource.substr(0, 4) != "role") return false;
  resource.remove_prefix(4);
  return all(resource, [](char c) { return is_alphanumeric(c) || is_one_of(c, "_+=,.@-/"); });
}

bool has_no_space(std::string_view text) {
  return all(text, [](char c) { return !is_one_of(c, " \t\n\v\f\r"); });
}

bool is_variable(std::string_view text) {
  return text.size() >= 2 && is_letter(text[0]) &&
         all(text, [](char c) { return is_alphanumeric(c) || c == '_'; });
}

bool is_qualifier(std::string_view text) {
  return text == "$LATEST.PUBLISHED" ||
         all(text, [](char c) { return is_alphanumeric(c) || is_one_of(c, "$_-"); });
}

bool is_arn(std::string_view text) {
  const std::optional<Arn> arn = Arn::parse(text);
  return arn && arn->partition.substr(0, 3) == "aws" &&
         all(arn->service, [](char c) { return is_alphanumeric(c) || c == '-'; }) &&
         (arn->region.empty() || is_region(arn->region)) &&
         (arn->account.empty() || is_account_id(arn->account));
}

bool is_destination_or_empty(std::string_view text) {
  if (text.substr(0, 8) != "kafka://") return text.empty() || is_arn(text);
  text.remove_prefix(8);
  if (text.empty() || text.size() > 249 || text.front() == '.') return false;
  const std::string_view rest = text.substr(1);
  return std::all_of(rest.begin(), rest.end(),
                     [](char c) { return is_alphanumeric(c) || is_one_of(c, "-_."); });
}

bool is_resource_or_empty(std::string_view text) {
  if (text.empty()) return true;
  if (text.substr(0, 4) != "arn:") return false;
  const std::size_t partition_end = text.find(':', 4);
  if (partition_end == std::string_view::npos) return false;
  const std::string_view rest = text.substr(partition_end + 1);
  return all(rest.substr(0, rest.find(':')),
             [](char c) { return is_alphanumeric(c) || is_one_of(c, "-."); }) &&
         rest.find(':') != std::string_view::npos;
}

bool is_layer(std::string_view text) {
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || arn->service != "lambda" || !is_account_id(arn->account)) return false;
  const std::string_view resource = arn->resource;
  if (resource.substr(0, 6) != "layer:") return false;
  const std::size_t colon = resource.rfind(':');
  return colon > 6 &&
         all(resource.substr(6, colon - 6),
             [](char c) { return is_alphanumeric(c) || is_one_of(c, "-_"); }) &&
         all(resource.substr(colon + 1), is_digit);
}

bool is_layer_name(std::string_view text) {
  return is_statement_id(text) || is_layer(std::string(text) + ":1");
}

bool is_statement_id(std::string_view text) {
  return all(text, [](char c) { return is_alphanumeric(c) || is_one_of(c, "-_"); });
}

bool is_namespaced_statement_id(std::string_view text) {
  return all(text, [](char c) { return is_alphanumeric(c) || is_one_of(c, "-_."); });
}

bool is_action(std::string_view text) {
  if (text == "*" || text == "lambda:*") return true;
  return text.substr(0, 7) == "lambda:" && all(text.substr(7), is_letter);
}

bool is_account(std::string_view text) { return is_account_id(text); }

bool is_event_source_token(std::string_view text) { return is_namespaced_statement_id(text); }

bool is_organization(std::string_view text) {
  return text.size() >= 12 && text.size() <= 34 && text.substr(0, 2) == "o-" &&
         all(text.substr(2), [](char c) { return is_lower(c) || is_digit(c); });
}

bool is_log_group(std::string_view text) {
  return all(text, [](char c) { return is_alphanumeric(c) || is_one_of(c, ".-_/#"); });
}

bool is_bucket(std::string_view text) {
  return all(text, [](char c) { return is_alphanumeric(c) || is_one_of(c, ".-_"); }) &&
         text.back() != '.';
}

bool is_taggable(std::string_view text) {
  const std::optional<Arn> arn = Arn::parse(text);
  if (!arn || arn->service != "lambda" || arn->partition.substr(0, 3) != "aws") return false;
  if (!is_region(arn->region) || !is_account_id(arn->account)) return false;
  std::string_view name = arn->resource;
  const std::string_view type = take_until(name, ':');
  if (type == "function") return is_function_name(text);
  if (type == "event-source-mapping") return is_uuid(name);
  if (type == "code-signing-config") {
    return name.substr(0, 4) == "csc-" && name.size() == 21 &&
           all(name.substr(4), [](char c) { return is_lower(c) || is_digit(c); });
  }
  return type == "capacity-provider" && is_statement_id(name);
}

std::vector<std::string_view> runtimes() {
  return {"nodejs",         "nodejs4.3",     "nodejs6.10", "nodejs8.10",    "nodejs10.x",
          "nodejs12.x",     "nodejs14.x",    "nodejs16.x", "nodejs18.x",    "nodejs20.x",
          "nodejs22.x",     "nodejs24.x",    "java8",      "java8.al2",     "java11",
          "java17",         "java21",        "java25",     "python2.7",     "python3.6",
          "python3.7",      "python3.8",     "python3.9",  "python3.10",    "python3.11",
          "python3.12",     "python3.13",    "python3.14", "dotnetcore1.0", "dotnetcore2.0",
          "dotnetcore2.1",  "dotnetcore3.1", "dotnet6",    "dotnet8",       "dotnet10",
          "nodejs4.3-edge", "go1.x",         "ruby2.5",    "ruby2.7",       "ruby3.2",
          "ruby3.3",        "ruby3.4",       "ruby4.0",    "provided",      "provided.al2",
          "provided.al2023"};
}

}  // namespace emu::lambda::patterns
