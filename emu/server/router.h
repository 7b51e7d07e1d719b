// Which operation a request asks for, and in which protocol.
//
//   Router router(world.operations());
//   Route route = router.route(request);
//   route.entry->operation->name.name      "SendMessage"
//
// The signs, in the order in which they are looked at: the header X-Amz-Target (AWS JSON); the
// service that the credentials are for; the parameter Action (Query); a path that a REST-JSON
// operation has. Whatever shows none of them is S3's.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/gate/operation_table.h"
#include "core/gate/service_profile.h"
#include "server/s3_router.h"
#include "wire/protocol/protocol.h"

namespace emu::server {

struct Route {
  const ServiceProfile* service;  // whose form an error has
  ProtocolKind protocol;
  wire::WireRequest request;
  const OperationEntry* entry = nullptr;
  Error error = {};  // why there is no entry
};

// The service that the credentials are for, whether they are right or not; empty when there are
// none.
std::string_view scoped_service(const HttpRequest& request);

class Router {
 public:
  // The table must be complete, and outlive the router.
  explicit Router(const OperationTable& table);

  // The request must outlive the route.
  Route route(const HttpRequest& request) const;

  // The service that a request is for, as far as it can be told without its body: a form that
  // nobody signed could be for any. Empty for services that are not here.
  static std::string_view service_by_head(const HttpRequest& head);

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

  struct RestOperation {
    const ServiceProfile* service;
    const OperationEntry* entry;
    std::string_view literal;  // what the path begins with
  };

  Route route_json(const HttpRequest& request, std::string_view target) const;
  Route route_query(const HttpRequest& request, std::string_view form_text,
                    std::string_view scope) const;
  // Null when no path fits.
  const RestOperation* find_rest(std::string_view method, std::string_view path,
                                 std::string_view scope) const;
  Route route_rest(const HttpRequest& request, const RestOperation& operation) const;
  Route route_unknown(const HttpRequest& request, std::string_view scope) const;
  const OperationEntry* find_action(std::string_view service, std::string_view action) const;

  ByText<const OperationEntry*> targets_ = {};               // "AmazonSQS.SendMessage"
  ByText<std::vector<const OperationEntry*>> actions_ = {};  // "SendMessage"
  std::vector<RestOperation> rest_ = {};
  S3Router s3_;
};

}  // namespace emu::server
