// The Query protocol for clients that accept only JSON: the request is a form, as ever, and the
// answer a JSON document of the members that the XML would have.
//
//   {"GetQueueUrlResponse":{"GetQueueUrlResult":{"QueueUrl":"…"},"ResponseMetadata":{…}}}
//   {"Error":{"Code":"…","Message":"…","Type":"Sender"},"RequestId":"…"}
//
// Members come in the order of their names, absent ones as null; maps are lists of pairs.
#pragma once

#include "wire/protocol/protocol.h"

namespace emu::wire {

class QueryJsonProtocol final : public Protocol {
 public:
  // `request.form` must be there.
  Status read_request(const Operation& op, const WireRequest& request, void* in) const override;
  HttpResponse write_result(const Operation& op, const void* out,
                            std::string_view request_id) const override;
  HttpResponse write_error(const ServiceProfile& service, const Error& error,
                           std::string_view request_id) const override;

  // No client of ours asks for it: as in Query.
  HttpRequest write_request(const Operation& op, const void* in) const override;
  Status read_response(const Operation& op, const HttpResponse& response, void* out) const override;
};

}  // namespace emu::wire
