#include "s3/http/website.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "core/text/percent.h"
#include "s3/errors.h"

namespace emu::s3 {

namespace {

// Text for HTML documents.
std::string escape_markup(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

HttpResponse redirect_to(int status, std::string location, const AnswerIds& ids) {
  HttpResponse response = empty_response(status, ids);
  response.headers.add("Location", std::move(location));
  response.headers.add("Content-Length", "0");
  return response;
}

// The websites' endpoints speak HTTP only.
std::string url(std::string_view protocol, std::string_view host, std::string_view key) {
  return fmt::format("{}://{}/{}", protocol.empty() ? "http" : protocol, host,
                     percent_encode(key, Slash::kKeep));
}

// The first rule for a key and, once a read has failed, for the error's status.
const RoutingRule* rule_for(const WebsiteConfiguration& website, std::string_view key,
                            std::optional<int> status) {
  for (const RoutingRule& rule : website.routing_rules) {
    const Condition condition = rule.condition.value_or(Condition{});
    const std::string& wanted = condition.http_error_code_returned_equals;
    const bool status_fits = status ? wanted == std::to_string(*status) : wanted.empty();
    if (status_fits && key.starts_with(condition.key_prefix_equals)) return &rule;
  }
  return nullptr;
}

HttpResponse follow(const RoutingRule& rule, std::string_view host, std::string_view key,
                    const AnswerIds& ids) {
  const Redirect& redirect = rule.redirect;
  std::string target(key);
  if (!redirect.replace_key_with.empty()) {
    target = redirect.replace_key_with;
  } else if (!redirect.replace_key_prefix_with.empty()) {
    const std::size_t prefix = rule.condition ? rule.condition->key_prefix_equals.size() : 0;
    target.replace(0, prefix, redirect.replace_key_prefix_with);
  }
  int status = 301;
  const std::string& code = redirect.http_redirect_code;
  std::from_chars(code.data(), code.data() + code.size(), status);
  return redirect_to(
      status,
      url(redirect.protocol, redirect.host_name.empty() ? host : redirect.host_name, target), ids);
}

HttpResponse show(const GetObjectResult& object, const HttpRequest& request, const AnswerIds& ids) {
  HttpResponse response = to_response(object, ids);
  if (request.method != "HEAD") response.body = object.body;
  return response;
}

std::string_view reason_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 412:
      return "Precondition Failed";
    case 416:
      return "Requested Range Not Satisfiable";
    default:
      return "Error";
  }
}

std::string error_items(const Error& error) {
  std::string items = fmt::format("<li>Code: {}</li>\n<li>Message: {}</li>\n",
                                  escape_markup(error.code), escape_markup(error.message));
  for (const auto& [name, text] : error.fields) {
    items += fmt::format("<li>{}: {}</li>\n", name, escape_markup(text));
  }
  return items;
}

// As recorded from AWS: they come with a custom error document, too.
void add_error_headers(const Error& error, HttpResponse& response) {
  response.headers.add("x-amz-error-code", error.code);
  response.headers.add("x-amz-error-message", error.message);
  for (const auto& [name, value] : error.fields) {
    response.headers.add("x-amz-error-detail-" + name, value);
  }
}

HttpResponse page(const Error& error, const Error* document_error, const AnswerIds& ids) {
  std::string body = fmt::format(
      "<html>\n<head><title>{0} {1}</title></head>\n<body>\n<h1>{0} {1}</h1>\n<ul>\n{2}"
      "<li>RequestId: {3}</li>\n<li>HostId: {4}</li>\n</ul>\n",
      error.status, reason_of(error.status), error_items(error), ids.request_id, ids.host_id);
  if (document_error != nullptr) {
    body += fmt::format(
        "<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n"
        "<ul>\n{}</ul>\n",
        error_items(*document_error));
  }
  body += "<hr/>\n</body>\n</html>\n";

  HttpResponse response = empty_response(error.status, ids);
  add_error_headers(error, response);
  response.headers.add("Content-Type", "text/html; charset=utf-8");
  response.headers.add("Content-Length", std::to_string(body.size()));
  response.body = std::move(body);
  return response;
}

HttpResponse fail(const WebsiteConfiguration& website, const HttpRequest& request,
                  std::string_view key, const Error& error, const Fetch& fetch,
                  const AnswerIds& ids) {
  if (error.status == 304) return error_response(error, ids);
  if (const RoutingRule* rule = rule_for(website, key, error.status)) {
    return follow(*rule, request.host, key, ids);
  }
  HttpResponse response;
  if (website.error_document) {
    const auto document = fetch(website.error_document->key, Fetching::kPlain);
    if (document) {
      response = show(*document, request, ids);
      response.status = error.status;
      add_error_headers(error, response);
      return response;
    }
    response = page(error, &document.error(), ids);
  } else {
    response = page(error, nullptr, ids);
  }
  if (request.method == "HEAD") response.body = {};
  return response;
}

}  // namespace

HttpResponse error_page(const Error& error, const AnswerIds& ids) {
  return page(error, nullptr, ids);
}

HttpResponse serve_website(const WebsiteConfiguration& website, const RequestParts& parts,
                           const Fetch& fetch, const AnswerIds& ids) {
  const HttpRequest& request = parts.http;
  if (request.method != "GET" && request.method != "HEAD") {
    return error_page(method_not_allowed(request.method, "OBJECT"), ids);
  }
  const auto decoded = percent_decode(parts.path);
  if (!decoded) return error_page(invalid_uri(request.target), ids);
  const std::string key = decoded->starts_with('/') ? decoded->substr(1) : *decoded;
  if (website.redirect_all_requests_to) {
    const RedirectAllRequestsTo& to = *website.redirect_all_requests_to;
    return redirect_to(301, url(to.protocol, to.host_name, key), ids);
  }
  if (const RoutingRule* rule = rule_for(website, key, std::nullopt)) {
    return follow(*rule, request.host, key, ids);
  }

  const std::string& index = website.index_document->suffix;
  const bool is_folder = key.empty() || key.ends_with('/');
  const auto object = fetch(is_folder ? key + index : key, Fetching::kAsAsked);
  if (object) {
    const std::string& elsewhere = object->website_redirect_location;
    return elsewhere.empty() ? show(*object, request, ids) : redirect_to(301, elsewhere, ids);
  }
  const int status = object.error().status;
  if (!is_folder && (status == 403 || status == 404) &&
      fetch(key + "/" + index, Fetching::kPlain)) {
    return redirect_to(302, "/" + percent_encode(key, Slash::kKeep) + "/", ids);
  }
  return fail(website, request, key, object.error(), fetch, ids);
}

}  // namespace emu::s3
