#include "wire/sigv4/sigv4_sign.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/assert.h"
#include "core/hash/hash.h"
#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "wire/sigv4/sigv4.h"
#include "wire/sigv4/sigv4_canonical.h"
#include "wire/sigv4/sigv4_time.h"

namespace emu::wire {

namespace {

PathRule path_rule(const SignOptions& options) {
  return options.path_as_sent ? PathRule::kAsSent : PathRule::kNormalized;
}

// Proxies and libraries add or change these.
bool stays_unsigned(std::string_view lower) {
  static constexpr std::array<std::string_view, 8> kUnsigned = {
      "authorization",     "connection", "expect",         "keep-alive", "te",
      "transfer-encoding", "user-agent", "x-amzn-trace-id"};
  return std::find(kUnsigned.begin(), kUnsigned.end(), lower) != kUnsigned.end();
}

std::vector<std::string> names_to_sign(const HttpHeaders& headers) {
  std::vector<std::string> names;
  for (const auto& [name, value] : headers) {
    std::string lower = lower_case(name);
    if (!stays_unsigned(lower)) names.push_back(std::move(lower));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string signature_of(const CanonicalInput& input, const Credentials& credentials,
                         const SignOptions& options) {
  const CredentialScope scope = scope_of(options);
  return sign_text(derive_signing_key(credentials.secret_access_key, scope),
                   string_to_sign(sigv4_time(options.now), scope, canonical_request(input)));
}

}  // namespace

CredentialScope scope_of(const SignOptions& options) {
  return {.day = sigv4_day(options.now),
          .region = std::string(options.region),
          .service = std::string(options.service)};
}

std::string sign_request(HttpRequest& request, const Credentials& credentials,
                         const SignOptions& options) {
  EMU_ASSERT(request.headers.find("host") != nullptr, "a request is signed for a host");
  const std::string payload =
      options.payload.empty() ? sha256_hex(request.body.view()) : std::string(options.payload);
  request.headers.set("X-Amz-Date", sigv4_time(options.now));
  if (options.sends_payload_hash || !options.payload.empty()) {
    request.headers.set("X-Amz-Content-Sha256", payload);
  }
  if (!credentials.session_token.empty()) {
    request.headers.set("X-Amz-Security-Token", credentials.session_token);
  }
  const std::vector<std::string> names = names_to_sign(request.headers);
  std::string signature = signature_of({.request = request,
                                        .target = split_target(request.target),
                                        .signed_headers = names,
                                        .path_rule = path_rule(options),
                                        .payload_hash = payload},
                                       credentials, options);
  request.headers.set("Authorization",
                      fmt::format("{} Credential={}/{}, SignedHeaders={}, Signature={}",
                                  kSigv4Algorithm, credentials.access_key_id,
                                  scope_of(options).text(), joined_header_names(names), signature));
  return signature;
}

void presign_request(HttpRequest& request, const Credentials& credentials,
                     const SignOptions& options, std::chrono::seconds expires) {
  EMU_ASSERT(request.headers.find("host") != nullptr, "a request is signed for a host");
  std::string& target = request.target;
  const auto add = [&target](std::string_view name, std::string_view value) {
    target += target.find('?') == std::string::npos ? '?' : '&';
    target += name;
    target += '=';
    append_percent_encoded(value, Slash::kEncode, target);
  };
  add("X-Amz-Algorithm", kSigv4Algorithm);
  add("X-Amz-Credential", credentials.access_key_id + "/" + scope_of(options).text());
  add("X-Amz-Date", sigv4_time(options.now));
  add("X-Amz-Expires", std::to_string(expires.count()));
  add("X-Amz-SignedHeaders", "host");
  if (!credentials.session_token.empty()) add("X-Amz-Security-Token", credentials.session_token);
  const std::vector<std::string> names = {"host"};
  const std::string payload =
      options.sends_payload_hash ? std::string(kUnsignedPayload) : sha256_hex(request.body.view());
  add("X-Amz-Signature", signature_of({.request = request,
                                       .target = split_target(request.target),
                                       .signed_headers = names,
                                       .path_rule = path_rule(options),
                                       .payload_hash = payload},
                                      credentials, options));
}

}  // namespace emu::wire
