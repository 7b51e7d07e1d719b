// The canonical form of a request, which both sides hash ("Create a signed AWS API request").
#pragma once

#include <emu/http.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/text/uri.h"
#include "wire/sigv4/sigv4_key.h"

namespace emu::wire {

// S3 takes the path as it is; everybody else removes "." and ".." and encodes it a second time.
enum class PathRule { kAsSent, kNormalized };

struct CanonicalInput {
  const HttpRequest& request;
  TargetParts target;  // of the request
  const std::vector<std::string>& signed_headers;
  PathRule path_rule;
  std::string_view payload_hash;
  bool presigned = false;  // the query then holds the signature, which did not sign itself
};

std::string canonical_request(const CanonicalInput& input);

std::string canonical_path(std::string_view raw_path, PathRule rule);
std::string canonical_query(std::string_view raw_query, bool presigned);

// "host;x-amz-date"
std::string joined_header_names(const std::vector<std::string>& names);

std::string string_to_sign(std::string_view time, const CredentialScope& scope,
                           std::string_view canonical);

}  // namespace emu::wire
