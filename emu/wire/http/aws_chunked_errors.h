// S3's words for bodies that are not what they should be.
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <string_view>

namespace emu::wire::errors {

Error incomplete_body();
Error invalid_chunk_size(std::uint64_t chunk_number, std::uint64_t bytes);
Error chunk_signature_does_not_match();
Error missing_content_length();
Error malformed_trailer();
Error unknown_trailer(std::string_view name);
Error invalid_trailer_value(std::string_view name);
Error bad_digest(std::string_view algorithm);

}  // namespace emu::wire::errors
