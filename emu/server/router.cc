#include "server/router.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/text/ascii.h"
#include "server/errors.h"
#include "wire/protocol/cbor.h"
#include "wire/protocol/uri_template.h"

namespace emu::server {

namespace {

constexpr std::string_view kAction = "Action";

// Whether a query has the words that the URI of an operation fixes: "?find=LayerVersion".
bool has_words(std::string_view query, std::string_view uri) {
  const std::vector<RawQueryPair> words = wire::template_constants(uri);
  if (words.empty()) return true;
  const std::vector<RawQueryPair> given = parse_raw_query(query);
  return std::all_of(words.begin(), words.end(), [&](const RawQueryPair& word) {
    return std::find(given.begin(), given.end(), word) != given.end();
  });
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

std::string_view query_form(const RequestParts& parts) {
  if (is_form(parts.http) && names_action(parts.http.body)) return parts.http.body;
  return names_action(parts.query) ? parts.query : std::string_view();
}

bool speaks(const ServiceProfile& service, ProtocolKind protocol) {
  return find_protocol(service, protocol) != nullptr;
}

template <class Predicate>
const ServiceProfile* find_service(const Predicate& predicate) {
  for (const ServiceProfile* service : all_profiles()) {
    if (predicate(*service)) return service;
  }
  return nullptr;
}

// The service before the dot of "AmazonSQS.SendMessage", if it speaks that protocol.
const ServiceProfile* service_of_target(std::string_view target,
                                        ProtocolKind kind = ProtocolKind::kJson) {
  const std::string_view prefix = target.substr(0, target.rfind('.'));
  return find_service([&](const ServiceProfile& service) {
    const ProtocolProfile* protocol = find_protocol(service, kind);
    return protocol != nullptr && protocol->target_prefix == prefix;
  });
}

// What a request in RPC v2 CBOR asks for, as X-Amz-Target would say it.
std::optional<std::string> cbor_target_of(const RequestParts& parts) {
  const std::string* protocol = parts.http.headers.find(wire::kCborProtocolHeader);
  if (protocol == nullptr || *protocol != wire::kCborProtocolName) return std::nullopt;
  return wire::cbor_target(parts.path);
}

// The service that a host such as sqs.eu-west-1.amazonaws.com is of, if it speaks Query.
const ServiceProfile* query_service_of_host(const RequestParts& parts) {
  return find_service([label = parts.first_label()](const ServiceProfile& service) {
    return service.host_prefix == label && speaks(service, ProtocolKind::kQuery);
  });
}

// The service whose documents stand for those of services that are not here.
const ServiceProfile& stand_in(ProtocolKind kind) {
  const ServiceProfile* service = find_service([kind](const ServiceProfile& each) {
    const ProtocolProfile* protocol = find_protocol(each, kind);
    return protocol != nullptr && protocol->stands_for_unknown;
  });
  EMU_ASSERT(service != nullptr, "each protocol has a service that stands for unknown ones");
  return *service;
}

bool accepts_only_json(const HttpRequest& request) {
  const std::string* accept = request.headers.find("Accept");
  if (accept == nullptr) return false;
  const std::string_view type = std::string_view(*accept).substr(0, accept->find(';'));
  return equal_ignoring_case(trim(type), "application/json");
}

bool begins_with(std::string_view path, std::string_view prefix) {
  return !prefix.empty() && (prefix == "/" || path.starts_with(prefix));
}

// A path may stand for a parameter, as that of a queue does for its URL in SQS's older protocol.
bool is_resource_path(std::string_view path) {
  return std::count(path.begin(), path.end(), '/') >= 2 && !path.ends_with('/');
}

// Whether the path is that of a resource, at which the action is not known.
bool is_unknown_there(const RequestParts& parts, const ProtocolProfile& query,
                      std::string_view action) {
  const auto& unknown = query.actions_without_path;
  return is_resource_path(parts.path) &&
         std::find(unknown.begin(), unknown.end(), action) != unknown.end();
}

Status add_path_parameter(const RequestParts& parts, std::string_view form_text,
                          std::string_view name, wire::QueryNode& form) {
  if (!is_resource_path(parts.path) || form.find(name) != nullptr) return {};
  std::string text(form_text);
  text.append("&").append(name).append("=");
  append_percent_encoded(parts.http.tls ? "https://" : "http://", Slash::kEncode, text);
  append_percent_encoded(parts.http.host, Slash::kEncode, text);
  text += parts.path;  // encoded as it came
  EMU_TRY(form, wire::parse_query_form(text));
  return {};
}

}  // namespace

Router::Router(World& world) : fronts_(world.interfaces().all<HttpFront>()) {
  const std::vector<OtherUris*> others = world.interfaces().all<OtherUris>();
  for (const OperationEntry* entry : world.operations().all()) add(*entry, others);
  // A path that is fixed further goes before one whose labels would take it too, and one that asks
  // for words in the query before the same path without.
  std::stable_sort(rest_.begin(), rest_.end(), [](const RestOperation& a, const RestOperation& b) {
    const auto words = [](const RestOperation& one) {
      return wire::template_constants(one.uri).size();
    };
    return std::pair(a.literal.size(), words(a)) > std::pair(b.literal.size(), words(b));
  });
}

void Router::add(const OperationEntry& entry, const std::vector<OtherUris*>& others) {
  const Operation& op = *entry.operation;
  const ServiceProfile& service = profile_of(op);
  if (const ProtocolProfile* json = find_protocol(service, ProtocolKind::kJson)) {
    std::string target(json->target_prefix);
    target.append(".").append(op.name.name);
    targets_.emplace(std::move(target), &entry);
  }
  if (speaks(service, ProtocolKind::kQuery)) {
    actions_[std::string(op.name.name)].push_back(&entry);
  }
  if (speaks(service, ProtocolKind::kRestJson)) {
    add_rest({&service, &entry, op.name.method, op.name.uri, {}});
    for (const OtherUris* of_service : others) {
      if (of_service->service != service.name) continue;
      for (const OtherUri& other : of_service->uris) {
        if (other.operation != op.name.name) continue;
        add_rest({&service, &entry, other.method, other.uri, {}});
      }
    }
  }
}

// A slash at the end makes no difference, so it is not asked for.
void Router::add_rest(RestOperation operation) {
  const std::string_view path = wire::template_path(operation.uri);
  operation.literal = path.substr(0, path.find('{'));
  if (operation.literal.ends_with('/')) operation.literal.remove_suffix(1);
  rest_.push_back(operation);
}

Route Router::route(const RequestParts& parts) const {
  if (const std::string* target = parts.http.headers.find("X-Amz-Target")) {
    return route_target(*target, ProtocolKind::kJson);
  }
  if (const auto target = cbor_target_of(parts)) return route_target(*target, ProtocolKind::kCbor);
  const std::string_view scope = parts.credential_service();
  HttpFront* front = scope.empty() ? nullptr : front_signed_as(scope);
  if (front == nullptr) {
    const std::string_view form = query_form(parts);
    if (!form.empty()) return route_query(parts, form, scope);
    if (const RestOperation* found = find_rest(parts, scope)) return route_rest(parts, *found);
    if (scope.empty() && query_service_of_host(parts) == nullptr) {
      front = front_of_path(parts.path);
    }
    if (front == nullptr) return route_unknown(parts, scope);
  }
  const ServiceProfile& service = front->service();
  return {.service = &service,
          .protocol = service.protocols.front().kind,
          .front = front,
          .asked = front->route(parts)};
}

Route Router::route_unread(const RequestParts& parts) const {
  const std::string_view scope = parts.credential_service();
  const bool is_query = parts.http.headers.find("X-Amz-Target") == nullptr &&
                        (is_form(parts.http) || names_action(parts.query)) &&
                        (scope.empty() || front_signed_as(scope) == nullptr);
  if (!is_query) return route(parts);
  Services services = profiles_signed_as(scope);
  if (const ServiceProfile* service = query_service_of_host(parts)) services.push_back(service);
  const auto found = std::find_if(
      services.begin(), services.end(),
      [](const ServiceProfile* service) { return speaks(*service, ProtocolKind::kQuery); });
  return {.service = found == services.end() ? &stand_in(ProtocolKind::kQuery) : *found,
          .protocol = ProtocolKind::kQuery};
}

const ServiceProfile* Router::service_by_head(const RequestParts& parts) const {
  if (const std::string* target = parts.http.headers.find("X-Amz-Target")) {
    return service_of_target(*target);
  }
  if (const auto target = cbor_target_of(parts)) {
    return service_of_target(*target, ProtocolKind::kCbor);
  }
  if (const std::string_view scope = parts.credential_service(); !scope.empty()) {
    const Services services = profiles_signed_as(scope);
    if (services.size() > 1) {
      if (const RestOperation* found = find_rest(parts, scope)) return found->service;
    }
    return services.empty() ? nullptr : services.front();
  }
  if (is_form(parts.http)) return query_service_of_host(parts);
  const ServiceProfile* closest = nullptr;
  for (const ServiceProfile* service : all_profiles()) {
    const std::string_view prefix = service->unsigned_path_prefix;
    if (!begins_with(parts.path, prefix)) continue;
    if (closest == nullptr || prefix.size() > closest->unsigned_path_prefix.size()) {
      closest = service;
    }
  }
  return closest;
}

HttpFront* Router::front_of(const ServiceProfile& service) const {
  const auto found = std::find_if(fronts_.begin(), fronts_.end(), [&](const HttpFront* front) {
    return &front->service() == &service;
  });
  return found == fronts_.end() ? nullptr : *found;
}

bool Router::names_resource(const RequestParts& parts) const {
  return parts.host && std::any_of(fronts_.begin(), fronts_.end(), [&](const HttpFront* front) {
           return front->names_resource(*parts.host);
         });
}

HttpFront* Router::front_signed_as(std::string_view scope) const {
  const auto found = std::find_if(fronts_.begin(), fronts_.end(), [&](const HttpFront* front) {
    return front->service().signing_name == scope;
  });
  return found == fronts_.end() ? nullptr : *found;
}

HttpFront* Router::front_of_path(std::string_view path) const {
  const auto found = std::find_if(fronts_.begin(), fronts_.end(), [&](const HttpFront* front) {
    return begins_with(path, front->service().unsigned_path_prefix);
  });
  return found == fronts_.end() ? nullptr : *found;
}

Route Router::route_target(std::string_view target, ProtocolKind protocol) const {
  const auto found = targets_.find(target);
  if (found != targets_.end()) {
    const ServiceProfile& service = profile_of(*found->second->operation);
    if (speaks(service, protocol)) {
      return {.service = &service, .protocol = protocol, .asked = {.entry = found->second}};
    }
  }
  const ServiceProfile* service = service_of_target(target, protocol);
  return {.service = service == nullptr ? &stand_in(protocol) : service,
          .protocol = protocol,
          .asked = {.error = unknown_json_operation(target)}};
}

const OperationEntry* Router::find_action(const Services& services, std::string_view action) const {
  const auto found = actions_.find(action);
  if (found == actions_.end()) return nullptr;
  const auto entry =
      std::find_if(found->second.begin(), found->second.end(), [&](const OperationEntry* each) {
        return services.empty() || std::find(services.begin(), services.end(),
                                             &profile_of(*each->operation)) != services.end();
      });
  return entry == found->second.end() ? nullptr : *entry;
}

Route Router::route_query(const RequestParts& parts, std::string_view form_text,
                          std::string_view scope) const {
  Route route{
      .service = &stand_in(ProtocolKind::kQuery),
      .protocol = accepts_only_json(parts.http) ? ProtocolKind::kQueryJson : ProtocolKind::kQuery};
  Services services;
  if (!scope.empty()) {
    services = profiles_signed_as(scope);
    if (services.empty()) {
      route.asked.error = unknown_service(scope);
      return route;
    }
  } else if (const ServiceProfile* service = query_service_of_host(parts)) {
    services.push_back(service);
  }
  if (!services.empty()) route.service = services.front();
  auto form = wire::parse_query_form(form_text);
  if (!form) {
    route.asked.error = std::move(form.error());
    return route;
  }
  const std::string& action = *form->text(kAction);
  const OperationEntry* entry = find_action(services, action);
  if (entry == nullptr) {
    route.asked.error = unknown_action(*route.service, action);
    return route;
  }
  route.service = &profile_of(*entry->operation);
  const ProtocolProfile& query = *find_protocol(*route.service, ProtocolKind::kQuery);
  if (is_unknown_there(parts, query, action)) {
    route.asked.error = unknown_action(*route.service, action);
    return route;
  }
  if (!query.path_parameter.empty()) {
    if (Status added = add_path_parameter(parts, form_text, query.path_parameter, *form); !added) {
      route.asked.error = std::move(added.error());
      return route;
    }
  }
  route.asked.entry = entry;
  route.form = std::move(*form);
  return route;
}

const Router::RestOperation* Router::find_rest(const RequestParts& parts,
                                               std::string_view scope) const {
  const auto found = std::find_if(rest_.begin(), rest_.end(), [&](const RestOperation& operation) {
    return operation.method == parts.http.method && parts.path.starts_with(operation.literal) &&
           (scope.empty() || operation.service->signing_name == scope) &&
           wire::match_path(operation.uri, parts.path).has_value() &&
           has_words(parts.query, operation.uri);
  });
  return found == rest_.end() ? nullptr : &*found;
}

Route Router::route_rest(const RequestParts& parts, const RestOperation& operation) const {
  Route route{.service = operation.service,
              .protocol = ProtocolKind::kRestJson,
              .asked = {.path = std::string(parts.path)}};
  if (operation.uri != operation.entry->operation->name.uri) route.other_uri = operation.uri;
  if (auto pairs = parts.query_pairs()) {
    route.asked.entry = operation.entry;
    route.asked.query = std::move(*pairs);
  } else {
    route.asked.error = unknown_rest_operation(parts.http.method, parts.path);
  }
  return route;
}

Route Router::route_unknown(const RequestParts& parts, std::string_view scope) const {
  Services services = profiles_signed_as(scope);
  if (scope.empty()) {
    if (const ServiceProfile* service = query_service_of_host(parts)) services = {service};
  }
  // Of those that are signed alike, a path is for one that knows operations by their paths.
  if (parts.path != "/") {
    std::stable_partition(services.begin(), services.end(), [](const ServiceProfile* service) {
      return speaks(*service, ProtocolKind::kRestJson);
    });
  }
  const ServiceProfile& service =
      services.empty() ? stand_in(ProtocolKind::kRestJson) : *services.front();
  Route route{.service = &service, .protocol = service.protocols.front().kind};
  switch (route.protocol) {
    case ProtocolKind::kQuery:
    case ProtocolKind::kQueryJson:
      route.asked.error = missing_action();
      break;
    case ProtocolKind::kCbor:
    case ProtocolKind::kJson:
      route.asked.error = unknown_json_operation("that the header X-Amz-Target should name");
      route.names_nothing = true;
      break;
    case ProtocolKind::kRestJson:
    case ProtocolKind::kRestXml:
      route.asked.error = unknown_rest_operation(parts.http.method, parts.path);
      break;
  }
  return route;
}

}  // namespace emu::server
