#include "wire/http/aws_chunked_errors.h"

#include <fmt/format.h>

#include "wire/limits.h"

namespace emu::wire::errors {

Error incomplete_body() {
  return {.code = "IncompleteBody",
          .message = "The request body terminated unexpectedly",
          .status = 400};
}

Error invalid_chunk_size(std::uint64_t chunk_number, std::uint64_t bytes) {
  return {
      .code = "InvalidChunkSizeError",
      .message = fmt::format("Only the last chunk is allowed to have a size less than {} bytes",
                             kAwsChunkBytesMin),
      .status = 400,
      .fields = {{"Chunk", std::to_string(chunk_number)}, {"BadChunkSize", std::to_string(bytes)}}};
}

Error chunk_signature_does_not_match() {
  return {.code = "SignatureDoesNotMatch",
          .message =
              "The request signature we calculated does not match the signature you "
              "provided. Check your key and signing method.",
          .status = 403};
}

Error missing_content_length() {
  return {.code = "MissingContentLength",
          .message = "You must provide the Content-Length HTTP header.",
          .status = 411};
}

Error malformed_trailer() {
  return {.code = "MalformedTrailerError",
          .message =
              "The request contained trailing data that was not well-formed or did not "
              "conform to our published schema.",
          .status = 400};
}

Error unknown_trailer(std::string_view name) {
  return {.code = "InvalidRequest",
          .message = "The value specified in the x-amz-trailer header is not supported",
          .status = 400,
          .fields = {{"HeaderName", "x-amz-trailer"}, {"HeaderValue", std::string(name)}}};
}

Error invalid_trailer_value(std::string_view name) {
  return {.code = "InvalidRequest",
          .message = fmt::format("Value for {} trailing header is invalid.", name),
          .status = 400};
}

Error bad_digest(std::string_view algorithm) {
  return {.code = "BadDigest",
          .message =
              fmt::format("The {} you specified did not match the calculated checksum.", algorithm),
          .status = 400};
}

}  // namespace emu::wire::errors
