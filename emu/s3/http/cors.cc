#include "s3/http/cors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/text/ascii.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

// A pattern with at most one *.
bool fits(std::string_view pattern, std::string_view text) {
  const auto star = pattern.find('*');
  if (star == pattern.npos) return pattern == text;
  const std::string_view before = pattern.substr(0, star);
  const std::string_view after = pattern.substr(star + 1);
  return text.size() >= before.size() + after.size() && text.starts_with(before) &&
         text.ends_with(after);
}

bool any_fits(const std::vector<std::string>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return fits(pattern, text); });
}

bool header_fits(const CorsRule& rule, std::string_view header) {
  const std::string name = lower_case(header);
  return std::any_of(rule.allowed_headers.begin(), rule.allowed_headers.end(),
                     [&](const std::string& pattern) { return fits(lower_case(pattern), name); });
}

bool rule_fits(const CorsRule& rule, const CorsRequest& request) {
  return any_fits(rule.allowed_origins, request.origin) &&
         std::find(rule.allowed_methods.begin(), rule.allowed_methods.end(), request.method) !=
             rule.allowed_methods.end() &&
         std::all_of(request.headers.begin(), request.headers.end(),
                     [&](const std::string& header) { return header_fits(rule, header); });
}

bool has_two_wildcards(std::string_view text) {
  return std::count(text.begin(), text.end(), '*') > 1;
}

bool is_method(std::string_view method) {
  static constexpr std::array<std::string_view, 5> kMethods = {"GET", "PUT", "HEAD", "POST",
                                                               "DELETE"};
  return std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
}

Status check_rule(const CorsRule& rule) {
  if (rule.id.size() > kCorsRuleIdLengthMax) {
    return invalid_request("The ID of a CORS rule must not be longer than 255 characters.");
  }
  for (const std::string& method : rule.allowed_methods) {
    if (!is_method(method)) {
      return invalid_request(fmt::format(
          "Found unsupported HTTP method in CORS config. Unsupported method is {}", method));
    }
  }
  for (const std::string& origin : rule.allowed_origins) {
    if (has_two_wildcards(origin)) {
      return invalid_request(
          fmt::format("AllowedOrigin \"{}\" can not have more than one wildcard.", origin));
    }
  }
  for (const std::string& header : rule.allowed_headers) {
    if (has_two_wildcards(header)) {
      return invalid_request(
          fmt::format("AllowedHeader \"{}\" can not have more than one wildcard.", header));
    }
  }
  for (const std::string& header : rule.expose_headers) {
    if (header.find('*') != header.npos) {
      return invalid_request(
          fmt::format("ExposeHeader \"{}\" contains wildcard. We currently do "
                      "not support wildcard for ExposeHeader.",
                      header));
    }
  }
  return {};
}

// The names in a header, each once.
std::vector<std::string> split_header(std::string_view text) {
  std::set<std::string> seen;
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto comma = text.find(',');
    std::string_view part = text.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    std::string name = lower_case(part);
    if (!name.empty() && seen.insert(name).second) parts.push_back(std::move(name));
    text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
  }
  return parts;
}

}  // namespace

Status check_cors(const CorsConfiguration& configuration) {
  if (configuration.cors_rules.size() > kCorsRulesMax) {
    return invalid_request(
        "The number of CORS rules should not exceed allowed limit of 100 rules.");
  }
  for (const CorsRule& rule : configuration.cors_rules) {
    if (Status status = check_rule(rule); !status) return status;
  }
  return {};
}

const CorsRule* matching_rule(const CorsConfiguration& configuration, const CorsRequest& request) {
  const auto& rules = configuration.cors_rules;
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const CorsRule& rule) { return rule_fits(rule, request); });
  return found == rules.end() ? nullptr : &*found;
}

HttpHeaders cors_headers(const CorsRule& rule, const CorsRequest& request) {
  const bool open = std::find(rule.allowed_origins.begin(), rule.allowed_origins.end(), "*") !=
                    rule.allowed_origins.end();
  HttpHeaders headers;
  headers.add("Access-Control-Allow-Origin", open ? "*" : std::string(request.origin));
  headers.add("Access-Control-Allow-Methods",
              fmt::format("{}", fmt::join(rule.allowed_methods, ", ")));
  if (!request.headers.empty()) {
    headers.add("Access-Control-Allow-Headers",
                fmt::format("{}", fmt::join(request.headers, ", ")));
  }
  if (!rule.expose_headers.empty()) {
    headers.add("Access-Control-Expose-Headers",
                fmt::format("{}", fmt::join(rule.expose_headers, ", ")));
  }
  if (rule.max_age_seconds) {
    headers.add("Access-Control-Max-Age", std::to_string(*rule.max_age_seconds));
  }
  if (!open) headers.add("Access-Control-Allow-Credentials", "true");
  headers.add("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
  return headers;
}

void add_cors_headers(const CorsConfiguration& configuration, const HttpRequest& request,
                      HttpResponse& response) {
  const std::string* origin = request.headers.find("Origin");
  if (origin == nullptr) return;
  const CorsRequest asked{.origin = *origin, .method = request.method};
  const CorsRule* rule = matching_rule(configuration, asked);
  if (rule == nullptr) return;
  for (const auto& [name, value] : cors_headers(*rule, asked)) response.headers.add(name, value);
}

Result<HttpHeaders> preflight(const CorsConfiguration* configuration, const HttpHeaders& request) {
  const std::string* origin = request.find("Origin");
  if (origin == nullptr) return cors_origin_missing();
  const std::string* method = request.find("Access-Control-Request-Method");
  if (method == nullptr || !is_method(*method)) {
    return cors_method_invalid(method == nullptr ? std::string_view() : *method);
  }
  if (configuration == nullptr) return cors_not_enabled(*method);
  CorsRequest asked{.origin = *origin, .method = *method};
  if (const std::string* headers = request.find("Access-Control-Request-Headers")) {
    asked.headers = split_header(*headers);
  }
  const CorsRule* rule = matching_rule(*configuration, asked);
  if (rule == nullptr) return cors_not_allowed(*method);
  return cors_headers(*rule, asked);
}

}  // namespace emu::s3
