// Compressed bodies of services whose profile has them.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <cstddef>

#include "core/gate/service_profile.h"

namespace emu::server {

// Takes gzip or deflate off a request's body, and the header with it; what has neither stays as it
// is. The bound of the service's bodies holds for what comes out.
Status decompress_body(const ServiceProfile& service, HttpRequest& request);

// The most that a request's body can come to when it is decompressed; nothing for one that is not
// compressed.
std::size_t decompressed_bytes_max(const ServiceProfile& service, const HttpRequest& request);

// Compresses an answer that is long enough, for a client that accepts it. Its x-amz-crc32 is that
// of the bytes that travel.
void compress_body(const ServiceProfile& service, const HttpRequest& request,
                   HttpResponse& response);

}  // namespace emu::server
