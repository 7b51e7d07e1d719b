// Which operation a request asks for, and in which protocol.
//
//   Router router(world);
//   Route route = router.route(RequestParts(request));
//   route.asked.entry->operation->name.name      "SendMessage"
//
// The signs, in the order in which they are looked at: the header X-Amz-Target (AWS JSON); the
// header smithy-protocol with a path of RPC v2 CBOR; credentials for a service with a front; the
// parameter Action (Query); method and path of a REST-JSON operation. Where several services have
// an operation of that action or path, it is the credentials that choose. What shows none of these
// signs and is not signed goes to the front that takes such requests.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/gate/http_front.h"
#include "core/gate/operation_table.h"
#include "core/gate/other_uris.h"
#include "core/gate/request_parts.h"
#include "core/gate/service_profile.h"
#include "core/gate/world.h"
#include "wire/http/query.h"

namespace emu::server {

struct Route {
  const ServiceProfile* service;  // whose form an error has
  ProtocolKind protocol;
  HttpFront* front = nullptr;  // of the service, if it has one
  HttpRoute asked = {};
  std::optional<wire::QueryNode> form = {};  // of Query
  // It shows no sign of any operation, to a service whose requests are known by a header.
  bool names_nothing = false;
  // The template of the path where it is not the operation's own.
  std::string_view other_uri = {};
};

class Router {
 public:
  // The world must outlive it, and its services must have been made.
  explicit Router(World& world);

  Route route(const RequestParts& parts) const;

  // Whose words a request is refused in that was not received, and in which protocol.
  Route route_unread(const RequestParts& parts) const;

  // The service that a request is for, as far as it can be told without its body: a form that
  // nobody signed could be for any. Null for services that are not here.
  const ServiceProfile* service_by_head(const RequestParts& parts) const;

  // Null when the service has none.
  HttpFront* front_of(const ServiceProfile& service) const;

  // Whether the host is that of a resource of a service with a front.
  bool names_resource(const RequestParts& parts) const;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
  using Services = std::vector<const ServiceProfile*>;

  struct RestOperation {
    const ServiceProfile* service;
    const OperationEntry* entry;
    std::string_view method;
    std::string_view uri;
    std::string_view literal;  // what the path begins with
  };

  void add(const OperationEntry& entry, const std::vector<OtherUris*>& others);
  void add_rest(RestOperation operation);
  Route route_target(std::string_view target, ProtocolKind protocol) const;
  Route route_query(const RequestParts& parts, std::string_view form_text,
                    std::string_view scope) const;
  // Null when no path fits. Without a scope the credentials name no service.
  const RestOperation* find_rest(const RequestParts& parts, std::string_view scope) const;
  Route route_rest(const RequestParts& parts, const RestOperation& operation) const;
  Route route_unknown(const RequestParts& parts, std::string_view scope) const;
  // Of these services, or of all when there are none.
  const OperationEntry* find_action(const Services& services, std::string_view action) const;
  // The front of the service that credentials of that name are for, or that takes what nobody
  // signed; null when there is none.
  HttpFront* front_signed_as(std::string_view scope) const;
  HttpFront* front_of_path(std::string_view path) const;

  std::vector<HttpFront*> fronts_;
  ByText<const OperationEntry*> targets_ = {};               // "AmazonSQS.SendMessage"
  ByText<std::vector<const OperationEntry*>> actions_ = {};  // "SendMessage"
  std::vector<RestOperation> rest_ = {};
};

}  // namespace emu::server
