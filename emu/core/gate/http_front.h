// HttpFront: what a service makes of HTTP beyond its protocol. S3's buckets stand in hosts,
// browsers post forms to them, and they have rules of their own for pages of other origins.
//
// A server hands every request that is such a service's to its front, and serves the front as an
// HttpDoor: it says who calls, carries operations out and words refusals. It knows the services
// with a front by nothing else. Services without one are spoken to by their protocols alone.
//
// A service enters its front in World::interfaces() when its operations are in the table. It may be
// used from many threads at a time, outside of the world.
#pragma once

#include <emu/http.h>
#include <emu/result.h>
#include <emu/time.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/caller.h"
#include "core/gate/operation_table.h"
#include "core/gate/request_parts.h"
#include "core/gate/service_profile.h"

namespace emu {

// The operation that a request asks for.
struct HttpRoute {
  const OperationEntry* entry = nullptr;
  Error error = {};                   // why there is none
  std::string path = {};              // raw; what the host names comes first
  std::vector<QueryPair> query = {};  // decoded
};

struct HttpIdentity {
  CallerPtr caller = {};
  bool names_region = true;  // requests that nobody signed do not, nor do some presigned URLs
};

// The signature of a form, in the form's own fields.
struct FormSignature {
  std::string_view credential;
  std::string_view date;
  std::string_view signature;
  std::string_view session_token;
  std::string_view signed_text;
  bool is_version_2 = false;  // the credential is an access key alone, and there is no date
};

// The server, as far as a front needs it for one request.
class HttpDoor {
 public:
  virtual ~HttpDoor() = default;

  // Who makes the request, by its own signature or by that of the form in its body.
  virtual Result<HttpIdentity> identify() = 0;
  virtual Result<HttpIdentity> identify_form(const FormSignature& form) = 0;
  // Takes a body of the form aws-chunked off the request, and verifies its chunks if that is
  // wanted. Comes after identify().
  virtual Status unwrap_chunks() = 0;
  // The clock by which clients sign.
  virtual Time now() const = 0;

  // The operation of the route, read from a request that need not be the one that came in.
  virtual Result<HttpResponse> perform(HttpRoute route, const HttpRequest& request,
                                       const CallerPtr& caller) = 0;
  // The error in the words of the service's protocol.
  virtual HttpResponse refuse(const Error& error) = 0;
};

class HttpFront {
 public:
  virtual ~HttpFront() = default;

  virtual const ServiceProfile& service() const = 0;

  // Whether the host is that of a resource, so that the path is the resource's: photos.s3.localhost
  // and photos.localhost.
  virtual bool names_resource(const HostParts& host) const = 0;
  // Whether nobody else answers at that host, whatever the path: photos.s3.localhost.
  virtual bool owns(const HostParts& host) const = 0;

  virtual HttpRoute route(const RequestParts& parts) const = 0;
  // Condition keys of the request as it was received, such as how it is signed.
  virtual void add_keys(const RequestParts& parts, Time now,
                        std::vector<ConditionValue>& out) const = 0;
  // Whether the rules of the resource that a request is for let a page of that origin make it.
  virtual bool lets_page_in(const RequestParts& parts, std::string_view origin) const = 0;
  // What is said of a body that is announced to be longer than the server lets one be.
  virtual Error body_too_large(std::size_t announced, std::size_t most) const = 0;
  // What is wrong with the head of a request, whoever has sent it.
  virtual std::optional<Error> malformed_head(const RequestParts& parts) const = 0;
  // Why a request is refused whatever its body, which then need not be received.
  virtual std::optional<Error> refusal_by_head(const RequestParts& parts) const = 0;
  // What is said of a request that could not be read, for which HTTP has that status.
  virtual Error unreadable(const RequestParts& parts, int status,
                           std::string_view reason) const = 0;
  // The whole answer. The headers and the body of the request may be taken apart.
  virtual HttpResponse answer(HttpRequest& request, const RequestParts& parts, HttpRoute route,
                              HttpDoor& door) = 0;
};

}  // namespace emu
