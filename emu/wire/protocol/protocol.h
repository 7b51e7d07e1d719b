// Protocol: an operation's struct as HTTP, in both directions.
//
//   const Protocol& json = protocol_of(ProtocolKind::kJson);
//   sqs::SendMessage in;
//   json.read_request(operation<sqs::SendMessage>(), request, &in);           // a server
//   HttpResponse response = json.write_result(op, &out, request_id);
//   HttpRequest request = json.write_request(op, &in);                        // a client
//   json.read_response(op, response, &out);
//
// Everything follows from the operation's shape. Protocols have no state and may be used from any
// thread. What is read goes into a struct that is freshly made; it is not validated, except that
// it could be understood.
#pragma once

#include <emu/description.h>
#include <emu/http.h>
#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/service_profile.h"
#include "core/text/percent.h"
#include "wire/http/query.h"

namespace emu::wire {

// A request that the router has taken apart, as far as its protocol needs it.
struct WireRequest {
  const HttpRequest& http;
  std::string path = {};               // REST: raw; a bucket that the host names comes first
  std::vector<QueryPair> query = {};   // REST: decoded
  std::optional<QueryNode> form = {};  // Query
  // REST: the template of the path where it is not the operation's own. Members of the query may
  // then be in the body, and the other way round.
  std::string_view other_uri = {};
};

class Protocol {
 public:
  virtual ~Protocol() = default;

  // The error is the protocol's own: the request cannot be read as that operation.
  virtual Status read_request(const Operation& op, const WireRequest& request, void* in) const = 0;
  virtual HttpResponse write_result(const Operation& op, const void* out,
                                    std::string_view request_id) const = 0;
  virtual HttpResponse write_error(const ServiceProfile& service, const Error& error,
                                   std::string_view request_id) const = 0;

  // Without host, credentials and signature.
  virtual HttpRequest write_request(const Operation& op, const void* in) const = 0;
  // Gives back the error of the answer, or that the answer makes no sense. Details that only a
  // service knows the shape of are left out.
  virtual Status read_response(const Operation& op, const HttpResponse& response,
                               void* out) const = 0;
};

const Protocol& protocol_of(ProtocolKind kind);

// The answer that says nothing that its protocol could understand.
Error malformed_answer(int status);

}  // namespace emu::wire
