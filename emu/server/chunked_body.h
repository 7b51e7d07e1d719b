// Bodies in chunks, as SDKs send them when they do not know a body's hash beforehand.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <optional>

#include "wire/http/aws_chunked.h"

namespace emu::server {

// Takes a body of the form aws-chunked off it, and its headers with it; any other body stays as it
// is, but its Content-Encoding does not name that form any longer. Checksums that came behind the
// body become headers, as if they had come before it.
Status unwrap_chunks(HttpRequest& request, std::optional<wire::ChunkSigner> verifier);

}  // namespace emu::server
