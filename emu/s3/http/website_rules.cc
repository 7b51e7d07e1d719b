// Which website configurations are accepted.
#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "s3/errors.h"
#include "s3/http/website.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

Status check_protocol(std::string_view protocol) {
  if (protocol.empty() || protocol == "http" || protocol == "https") return {};
  return invalid_request(
      "Invalid protocol, protocol can be http or https. If not defined the protocol will be "
      "selected automatically.");
}

int number_of(std::string_view text) {
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end ? number : 0;
}

Status check_rule(const RoutingRule& rule) {
  const Redirect& redirect = rule.redirect;
  if (Status protocol = check_protocol(redirect.protocol); !protocol) return protocol;
  if (!redirect.replace_key_prefix_with.empty() && !redirect.replace_key_with.empty()) {
    return invalid_request("You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
  }
  if (!redirect.http_redirect_code.empty()) {
    const int code = number_of(redirect.http_redirect_code);
    if (code <= 300 || code > 399) {
      return invalid_request(
          fmt::format("The provided HTTP redirect code ({}) is not valid. Valid codes are 3XX "
                      "except 300.",
                      redirect.http_redirect_code));
    }
  }
  if (rule.condition && !rule.condition->http_error_code_returned_equals.empty()) {
    const std::string& text = rule.condition->http_error_code_returned_equals;
    const int code = number_of(text);
    if (code < 400 || code > 599) {
      return invalid_request(fmt::format(
          "The provided HTTP error code ({}) is not valid. Valid codes are 4XX or 5XX.", text));
    }
  }
  return {};
}

}  // namespace

Status check_website(const WebsiteConfiguration& website) {
  if (website.redirect_all_requests_to) {
    const bool alone =
        !website.index_document && !website.error_document && website.routing_rules.empty();
    if (!alone) {
      return invalid_argument(
          "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.",
          "RedirectAllRequestsTo", "not null");
    }
    return check_protocol(website.redirect_all_requests_to->protocol);
  }
  if (!website.index_document) {
    return invalid_argument(
        "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
        "IndexDocument", "null");
  }
  if (website.index_document->suffix.find('/') != std::string::npos) {
    return invalid_argument("The IndexDocument Suffix is not well formed", "IndexDocument",
                            website.index_document->suffix);
  }
  if (website.error_document && website.error_document->key.size() > kKeyBytesMax) {
    return invalid_argument("The ErrorDocument Key is not well formed", "ErrorDocument",
                            website.error_document->key);
  }
  if (website.routing_rules.size() > kRoutingRulesMax) {
    return invalid_request(
        fmt::format("The number of routing rules must not exceed the allowed limit of {} rules",
                    kRoutingRulesMax));
  }
  for (const RoutingRule& rule : website.routing_rules) {
    if (Status valid = check_rule(rule); !valid) return valid;
  }
  return {};
}

}  // namespace emu::s3
