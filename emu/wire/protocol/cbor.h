// RPC v2 CBOR, which the newest SDKs speak with services that once spoke Query.
//
//   POST /service/GraniteServiceVersion20100801/operation/PutMetricData
//   smithy-protocol: rpc-v2-cbor
//
// Errors name their code of the Query protocol in x-amzn-query-error, for programs that were
// written for it. Source: Smithy, "Smithy RPC v2 CBOR protocol", "awsQueryCompatible trait".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wire/protocol/protocol.h"

namespace emu::wire {

inline constexpr std::string_view kCborProtocolHeader = "smithy-protocol";
inline constexpr std::string_view kCborProtocolName = "rpc-v2-cbor";

// "GraniteServiceVersion20100801.PutMetricData" of such a path, as X-Amz-Target would say it.
std::optional<std::string> cbor_target(std::string_view path);

class CborProtocol final : public Protocol {
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
