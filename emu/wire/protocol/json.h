// AWS JSON 1.0 and 1.1: the struct is the body, and a header names the operation.
#pragma once

#include "wire/protocol/protocol.h"

namespace emu::wire {

class JsonProtocol final : public Protocol {
 public:
  Status read_request(const Operation& op, const WireRequest& request, void* in) const override;
  HttpResponse write_result(const Operation& op, const void* out,
                            std::string_view request_id) const override;
  HttpResponse write_error(const ServiceProfile& service, const Error& error,
                           std::string_view request_id) const override;
  HttpRequest write_request(const Operation& op, const void* in) const override;
  Status read_response(const Operation& op, const HttpResponse& response, void* out) const override;
};

}  // namespace emu::wire
