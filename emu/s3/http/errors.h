// What is refused before an operation begins.
// Source: Amazon S3 API Reference, "Error responses".
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <string_view>

namespace emu::s3 {

// A body that is longer than the server, or the form that it came in, lets one be.
Error upload_too_large(std::size_t proposed, std::size_t most);
Error post_field_missing(std::string_view field);

}  // namespace emu::s3
