// Signing requests with Signature Version 4, as a client does.
//
//   HttpRequest request{.method = "PUT", .target = "/photos/a.jpg",
//                       .headers = {{"Host", "s3.us-east-1.amazonaws.com"}}};
//   sign_request(request, credentials, {.region = "us-east-1", .service = "s3", .now = now,
//                                       .path_as_sent = true, .sends_payload_hash = true});
#pragma once

#include <emu/http.h>
#include <emu/time.h>

#include <chrono>
#include <string>
#include <string_view>

#include "wire/sigv4/sigv4_key.h"

namespace emu::wire {

struct Credentials {
  std::string access_key_id = {};
  std::string secret_access_key = {};
  std::string session_token = {};  // of temporary credentials
};

struct SignOptions {
  std::string_view region;
  std::string_view service;
  Time now;
  // What to say of the body instead of its hash, such as UNSIGNED-PAYLOAD.
  std::string_view payload = {};
  // S3: the path is signed as it is, and the hash of the body is always said; that of a presigned
  // request never is.
  bool path_as_sent = false;
  bool sends_payload_hash = false;
};

CredentialScope scope_of(const SignOptions& options);

// Adds X-Amz-Date, Authorization and what else the service wants, and signs every header but those
// that proxies change. The request must have a Host header. Returns the signature, with which the
// chunks of a streaming body go on.
std::string sign_request(HttpRequest& request, const Credentials& credentials,
                         const SignOptions& options);

// Puts the signature into the target instead, valid for that long. Only the Host header is signed.
void presign_request(HttpRequest& request, const Credentials& credentials,
                     const SignOptions& options, std::chrono::seconds expires);

}  // namespace emu::wire
