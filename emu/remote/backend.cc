#include "remote/backend.h"

#include <emu/version.h>

#include <chrono>
#include <utility>

#include "core/hash/hash.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "core/time/http_date.h"
#include "wire/protocol/protocol.h"
#include "wire/sigv4/sigv4.h"
#include "wire/sigv4/sigv4_sign.h"
#include "wire/sigv4/sigv4_time.h"

namespace emu::remote {

namespace {

bool has_checksum(const HttpHeaders& headers) {
  for (const auto& [name, value] : headers) {
    const std::string lower = lower_case(name);
    if (lower == "content-md5" || lower.starts_with("x-amz-checksum-")) return true;
  }
  return false;
}

// S3 wants a checksum of some bodies, and takes one of all.
void add_checksum(HttpRequest& request) {
  if (request.body.empty() || has_checksum(request.headers)) return;
  request.headers.add("Content-MD5", base64_encode(as_bytes(md5(request.body.view()))));
}

Error unknown_service(std::string_view service) {
  return {.code = "UnknownService",
          .message = "'" + std::string(service) + "' is not a service that can be called over HTTP",
          .status = 0};
}

}  // namespace

struct Backend::Call {
  const Operation& operation;
  const ServiceProfile& service;
  const wire::Protocol& protocol;
  Address address = {};
  HttpRequest request = {};
};

Backend::Backend(const RemoteOptions& options, Addressing addressing, Outside outside)
    : credentials_(options.credentials),
      attempts_max_(options.attempts_max),
      addressing_(std::move(addressing)),
      outside_(std::move(outside)) {}

Status Backend::call(const Operation& operation, const void* in, void* out) {
  const ServiceProfile* service = find_profile(operation.name.service);
  if (service == nullptr) return unknown_service(operation.name.service);
  Call call{operation, *service, wire::protocol_of(service->protocols.front().kind)};
  call.request = call.protocol.write_request(operation, in);
  call.address = addressing_.locate(*service, call.request);
  call.request.headers.set("Host", call.address.endpoint.authority());
  call.request.headers.set("User-Agent", std::string("emu/") + version());
  if (service->wants_body_checksum) add_checksum(call.request);

  int cost = 0;
  for (int retry = 1;; ++retry) {
    auto [status, clock_was_wrong] = attempt(call, out);
    if (status) {
      budget_.give_back(cost);
      return status;
    }
    if (retry >= attempts_max_) return status;
    if (clock_was_wrong) continue;
    if (!is_retryable(status.error())) return status;
    cost = budget_.take(status.error());
    if (cost == 0) return status;
    outside_.sleep(backoff(retry, outside_.jitter()));
  }
}

Backend::Attempt Backend::attempt(const Call& call, void* out) {
  const Result<HttpResponse> response = outside_.send(call.address.endpoint, signed_request(call));
  if (!response) return {.status = response.error()};
  Status status = call.protocol.read_response(call.operation, *response, out);
  const bool clock_was_wrong = !status && correct_clock(status.error(), *response);
  return {.status = std::move(status), .clock_was_wrong = clock_was_wrong};
}

// Signed anew for each attempt, because the signature holds the time.
HttpRequest Backend::signed_request(const Call& call) const {
  HttpRequest request = call.request;
  // Over TLS nobody can change the body, and hashing a large one costs more than sending it.
  const bool leaves_body_unsigned =
      call.service.may_leave_payload_unsigned && call.address.endpoint.tls && !request.body.empty();
  wire::sign_request(request,
                     {.access_key_id = credentials_.access_key_id,
                      .secret_access_key = credentials_.secret_access_key,
                      .session_token = credentials_.session_token},
                     {.region = call.address.signing_region,
                      .service = call.service.signing_name,
                      .now = outside_.now() + Duration(clock_correction_.load()),
                      .payload = leaves_body_unsigned ? wire::kUnsignedPayload : std::string_view(),
                      .path_as_sent = call.service.signs_path_as_sent,
                      .sends_payload_hash = call.service.sends_payload_hash});
  return request;
}

bool Backend::correct_clock(const Error& error, const HttpResponse& response) {
  if (!may_be_clock_skew(error)) return false;
  const std::string* date = response.headers.find("date");
  const auto server_time = date == nullptr ? std::nullopt : parse_http_date(*date);
  if (!server_time) return false;
  const Duration correction = *server_time - outside_.now();
  const Duration change = correction - Duration(clock_correction_.load());
  if (std::chrono::abs(change) < kClockSkewMin) return false;
  clock_correction_ = correction.count();
  return true;
}

}  // namespace emu::remote
