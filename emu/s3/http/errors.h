// What is refused before an operation begins.
// Source: Amazon S3 API Reference, "Error responses".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <string_view>

namespace emu::s3 {

// A body that is longer than the server, or the form that it came in, lets one be.
// A request that could not be read, for which HTTP has that status. Source: Amazon S3 API
// Reference, "Error responses" (List of error codes).
Error unreadable_request(int status, std::string_view reason);

Error upload_too_large(std::size_t proposed, std::size_t most);
Error post_field_missing(std::string_view field);

}  // namespace emu::s3
