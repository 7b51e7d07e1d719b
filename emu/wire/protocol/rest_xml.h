// REST-XML: S3's protocol. Objects are bodies as they are, everything else is XML.
#pragma once

#include "wire/protocol/protocol.h"

namespace emu::wire {

// What tells an answer from all others.
struct RestXmlIds {
  std::string_view request_id;
  std::string_view host_id;
};

// Adds the headers that every answer has.
void add_rest_xml_ids(const ServiceProfile& service, const RestXmlIds& ids, HttpResponse& response);

// An error's document and status, under ids of the answerer's own. A 304 has no document: what its
// error says besides are headers.
HttpResponse rest_xml_error(const ServiceProfile& service, const Error& error,
                            const RestXmlIds& ids);

class RestXmlProtocol final : public Protocol {
 public:
  Status read_request(const Operation& op, const WireRequest& request, void* in) const override;
  HttpResponse write_result(const Operation& op, const void* out,
                            std::string_view request_id) const override;
  // Whoever answers HEAD leaves the body out.
  HttpResponse write_error(const ServiceProfile& service, const Error& error,
                           std::string_view request_id) const override;
  HttpRequest write_request(const Operation& op, const void* in) const override;
  Status read_response(const Operation& op, const HttpResponse& response, void* out) const override;
};

}  // namespace emu::wire
