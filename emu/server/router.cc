#include "server/router.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/text/ascii.h"
#include "core/text/uri.h"
#include "server/errors.h"
#include "wire/protocol/uri_template.h"

namespace emu::server {

namespace {

constexpr std::string_view kAction = "Action";

// Takes the part behind the last slash off the end; the slash may be encoded.
std::string_view take_last_part(std::string_view& text) {
  for (std::size_t i = text.size(); i-- > 0;) {
    std::size_t separator = 0;
    if (text[i] == '/') separator = 1;
    if (text[i] == '%' && text.substr(i + 1, 1) == "2") separator = 3;
    if (separator == 0) continue;
    const std::string_view part = text.substr(std::min(i + separator, text.size()));
    text = text.substr(0, i);
    return part;
  }
  return std::exchange(text, {});
}

// Of "AKID/20260101/us-east-1/sqs/aws4_request" and what follows it.
std::string_view service_of_credential(std::string_view credential) {
  credential = credential.substr(0, credential.find_first_of(",& "));
  take_last_part(credential);
  return take_last_part(credential);
}

// The form of a request of the Query protocol: its body, or else its query.
bool names_action(std::string_view form) {
  return form.starts_with("Action=") || form.find("&Action=") != std::string_view::npos;
}

bool is_form(const HttpRequest& request) {
  const std::string* type = request.headers.find("Content-Type");
  constexpr std::string_view kForm = "application/x-www-form-urlencoded";
  return type != nullptr &&
         equal_ignoring_case(std::string_view(*type).substr(0, kForm.size()), kForm);
}

std::string_view query_form(const HttpRequest& request) {
  if (is_form(request) && names_action(request.body)) return request.body;
  const std::string_view query = split_target(request.target).query;
  return names_action(query) ? query : std::string_view();
}

const ServiceProfile* service_signed_as(std::string_view signing_name) {
  const auto services = profiles_signed_as(signing_name);
  return services.empty() ? nullptr : services.front();
}

// The service before the dot of "AmazonSQS.SendMessage".
const ServiceProfile* service_of_target(std::string_view target) {
  const std::string_view prefix = target.substr(0, target.rfind('.'));
  for (const ServiceProfile* service : all_profiles()) {
    const ProtocolProfile* json = find_protocol(*service, ProtocolKind::kJson);
    if (json != nullptr && json->target_prefix == prefix) return service;
  }
  return nullptr;
}

// The service that a host such as sqs.eu-west-1.amazonaws.com is of, if it speaks Query.
const ServiceProfile* query_service_of_host(std::string_view host) {
  const ServiceProfile* service = find_profile(host.substr(0, host.find('.')));
  return service != nullptr && find_protocol(*service, ProtocolKind::kQuery) ? service : nullptr;
}

// A service whose error documents stand for those of services that are not here.
const ServiceProfile& any_service(std::string_view name) {
  const ServiceProfile* service = find_profile(name);
  EMU_ASSERT(service != nullptr, "the services that documents are borrowed from exist");
  return *service;
}

// SQS's older protocol may leave the URL of the queue to the path that is called.
bool is_queue_path(std::string_view path) {
  return std::count(path.begin(), path.end(), '/') >= 2 && !path.ends_with('/');
}

Status add_queue_url(const HttpRequest& request, std::string_view form_text,
                     wire::QueryNode& form) {
  const std::string_view path = split_target(request.target).path;
  if (!is_queue_path(path) || form.find("QueueUrl") != nullptr) return {};
  std::string text(form_text);
  text += "&QueueUrl=";
  append_percent_encoded(request.tls ? "https://" : "http://", Slash::kEncode, text);
  append_percent_encoded(request.host, Slash::kEncode, text);
  text += path;  // encoded as it came
  auto whole = wire::parse_query_form(text);
  if (!whole) return std::move(whole.error());
  form = std::move(*whole);
  return {};
}

}  // namespace

std::string_view scoped_service(const HttpRequest& request) {
  constexpr std::string_view kHeaderName = "Credential=";
  constexpr std::string_view kQueryName = "X-Amz-Credential=";
  if (const std::string* header = request.headers.find("Authorization")) {
    const auto at = header->find(kHeaderName);
    if (at == std::string::npos) return {};
    return service_of_credential(std::string_view(*header).substr(at + kHeaderName.size()));
  }
  const std::string_view query = split_target(request.target).query;
  const auto at = query.find(kQueryName);
  if (at == std::string_view::npos) return {};
  return service_of_credential(query.substr(at + kQueryName.size()));
}

Router::Router(const OperationTable& table) : s3_(table) {
  for (const OperationEntry* entry : table.all()) {
    const Operation& op = *entry->operation;
    const ServiceProfile* service = find_profile(op.name.service);
    EMU_ASSERT(service != nullptr, "every service of the table has a profile");
    if (const ProtocolProfile* json = find_protocol(*service, ProtocolKind::kJson)) {
      std::string target(json->target_prefix);
      target.append(".").append(op.name.name);
      targets_.emplace(std::move(target), entry);
    }
    if (find_protocol(*service, ProtocolKind::kQuery) != nullptr) {
      actions_[std::string(op.name.name)].push_back(entry);
    }
    if (find_protocol(*service, ProtocolKind::kRestJson) != nullptr) {
      // A slash at the end makes no difference, so it is not asked for.
      std::string_view literal = op.name.uri.substr(0, op.name.uri.find('{'));
      if (literal.ends_with('/')) literal.remove_suffix(1);
      rest_.push_back({.service = service, .entry = entry, .literal = literal});
    }
  }
  // A path that is fixed further goes before one whose labels would take it too.
  std::stable_sort(rest_.begin(), rest_.end(), [](const RestOperation& a, const RestOperation& b) {
    return a.literal.size() > b.literal.size();
  });
}

Route Router::route(const HttpRequest& request) const {
  if (const std::string* target = request.headers.find("X-Amz-Target")) {
    return route_json(request, *target);
  }
  const std::string_view scope = scoped_service(request);
  if (scope != "s3") {
    const std::string_view form = query_form(request);
    if (!form.empty()) return route_query(request, form, scope);
    const std::string_view path = split_target(request.target).path;
    if (const RestOperation* found = find_rest(request.method, path, scope)) {
      return route_rest(request, *found);
    }
    if (!scope.empty()) return route_unknown(request, scope);
  }

  Route route{.service = &any_service("s3"),
              .protocol = ProtocolKind::kRestXml,
              .request = {.http = request, .path = s3_path(request)}};
  const std::string_view query = split_target(request.target).query;
  auto pairs = parse_query(query, Plus::kIsSpace);
  if (!pairs) {
    route.error = s3_invalid_uri(request.target);
    return route;
  }
  route.request.query = std::move(*pairs);
  auto found = s3_.find({.method = request.method,
                         .path = route.request.path,
                         .query = query,
                         .headers = request.headers});
  if (found) {
    route.entry = *found;
  } else {
    route.error = std::move(found.error());
  }
  return route;
}

std::string_view Router::service_by_head(const HttpRequest& head) {
  const ServiceProfile* service = nullptr;
  if (const std::string* target = head.headers.find("X-Amz-Target")) {
    service = service_of_target(*target);
  } else if (const std::string_view scope = scoped_service(head); !scope.empty()) {
    service = service_signed_as(scope);
  } else if (is_form(head)) {
    service = query_service_of_host(head.host);
  } else {
    service = &any_service(head.target.starts_with("/2015-03-31/") ? "lambda" : "s3");
  }
  return service == nullptr ? std::string_view() : service->name;
}

Route Router::route_json(const HttpRequest& request, std::string_view target) const {
  const auto found = targets_.find(target);
  if (found != targets_.end()) {
    return {.service = &profile_of(*found->second->operation),
            .protocol = ProtocolKind::kJson,
            .request = {.http = request},
            .entry = found->second};
  }
  const ServiceProfile* service = service_of_target(target);
  return {.service = service == nullptr ? &any_service("logs") : service,
          .protocol = ProtocolKind::kJson,
          .request = {.http = request},
          .error = unknown_json_operation(target)};
}

const OperationEntry* Router::find_action(std::string_view service, std::string_view action) const {
  const auto found = actions_.find(action);
  if (found == actions_.end()) return nullptr;
  const auto entry =
      std::find_if(found->second.begin(), found->second.end(), [&](const OperationEntry* e) {
        return service.empty() || e->operation->name.service == service;
      });
  return entry == found->second.end() ? nullptr : *entry;
}

Route Router::route_query(const HttpRequest& request, std::string_view form_text,
                          std::string_view scope) const {
  Route route{.service = &any_service("sts"),
              .protocol = ProtocolKind::kQuery,
              .request = {.http = request}};
  const ServiceProfile* service =
      scope.empty() ? query_service_of_host(request.host) : service_signed_as(scope);
  if (service == nullptr && !scope.empty()) {
    route.error = unknown_service(scope);
    return route;
  }
  if (service != nullptr) route.service = service;
  auto form = wire::parse_query_form(form_text);
  if (!form) {
    route.error = std::move(form.error());
    return route;
  }
  const std::string& action = *form->text(kAction);
  route.entry = find_action(service == nullptr ? std::string_view() : service->name, action);
  if (route.entry == nullptr) {
    route.error = unknown_action(*route.service, action);
    return route;
  }
  route.service = &profile_of(*route.entry->operation);
  if (route.service->name == "sqs") {
    if (Status added = add_queue_url(request, form_text, *form); !added) {
      route.entry = nullptr;
      route.error = std::move(added.error());
      return route;
    }
  }
  route.request.form = std::move(*form);
  return route;
}

const Router::RestOperation* Router::find_rest(std::string_view method, std::string_view path,
                                               std::string_view scope) const {
  const auto found = std::find_if(rest_.begin(), rest_.end(), [&](const RestOperation& operation) {
    const OperationName& name = operation.entry->operation->name;
    return name.method == method && path.starts_with(operation.literal) &&
           (scope.empty() || operation.service->signing_name == scope) &&
           wire::match_path(name.uri, path).has_value();
  });
  return found == rest_.end() ? nullptr : &*found;
}

Route Router::route_rest(const HttpRequest& request, const RestOperation& operation) const {
  const TargetParts target = split_target(request.target);
  Route route{.service = operation.service,
              .protocol = ProtocolKind::kRestJson,
              .request = {.http = request, .path = std::string(target.path)},
              .entry = operation.entry};
  if (auto pairs = parse_query(target.query, Plus::kIsSpace)) {
    route.request.query = std::move(*pairs);
  } else {
    route.entry = nullptr;
    route.error = unknown_rest_operation(request.method, target.path);
  }
  return route;
}

Route Router::route_unknown(const HttpRequest& request, std::string_view scope) const {
  const ServiceProfile* service = service_signed_as(scope);
  Route route{
      .service = service == nullptr ? &any_service("lambda") : service,
      .protocol = service == nullptr ? ProtocolKind::kRestJson : service->protocols.front().kind,
      .request = {.http = request}};
  switch (route.protocol) {
    case ProtocolKind::kQuery:
      route.error = missing_action();
      break;
    case ProtocolKind::kJson:
      route.error = unknown_json_operation("that the header X-Amz-Target should name");
      break;
    case ProtocolKind::kRestJson:
    case ProtocolKind::kRestXml:
      route.error = unknown_rest_operation(request.method, split_target(request.target).path);
      break;
  }
  return route;
}

}  // namespace emu::server
