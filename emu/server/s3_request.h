// What S3's requests have that no other service's have: bodies in chunks, browsers of other
// origins, buckets that lie elsewhere.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "wire/http/aws_chunked.h"

namespace emu::server {

// Takes a body of the form aws-chunked off it, and its headers with it; any other body stays as it
// is. Checksums that came behind the body become headers, as if they had come before it.
Status unwrap_chunks(HttpRequest& request, std::optional<wire::ChunkSigner> verifier);

// Whether the query asks for other headers in the answer, which only signed requests may.
bool overrides_headers(std::string_view query);

// The region that PermanentRedirect points to; empty for other errors.
std::string redirect_region(const Error& error);

using Browse = std::function<HttpResponse(const HttpRequest&)>;

// The answer to a preflight. `path` is in path style.
HttpResponse s3_preflight(const Browse& browse, const HttpRequest& request, std::string_view path);

// Adds what the bucket's rules say to the browser that a request has come from, if it has.
void add_cors(const Browse& browse, const HttpRequest& request, std::string_view path,
              HttpResponse& response);

}  // namespace emu::server
