#include "s3/http/errors.h"

#include <fmt/format.h>

#include <string>

namespace emu::s3 {

Error unreadable_request(int status, std::string_view reason) {
  switch (status) {
    case 408:
      return {.code = "RequestTimeout",
              .message =
                  "Your socket connection to the server was not read from or written to "
                  "within the timeout period. Idle connections will be closed.",
              .status = 400};
    case 413:
      return {.code = "EntityTooLarge",
              .message = "Your proposed upload exceeds the maximum allowed size",
              .status = 400};
    case 414:
    case 431:
      return {
          .code = "RequestHeaderSectionTooLarge",
          .message = "Your request header and query parameters exceed the maximum allowed size.",
          .status = 400};
    case 500:
      return {.code = "InternalError",
              .message = "We encountered an internal error. Please try again.",
              .status = 500};
    default:
      return {.code = "BadRequest",
              .message = "An error occurred when parsing the HTTP request.",
              .status = status,
              .fields = {{"Reason", std::string(reason)}}};
  }
}

Error upload_too_large(std::size_t proposed, std::size_t most) {
  return {.code = "EntityTooLarge",
          .message = "Your proposed upload exceeds the maximum allowed size",
          .status = 400,
          .fields = {{"ProposedSize", std::to_string(proposed)},
                     {"MaxSizeAllowed", std::to_string(most)}}};
}

Error post_field_missing(std::string_view field) {
  return {.code = "InvalidArgument",
          .message = fmt::format("Bucket POST must contain a field named '{}'.  If it is "
                                 "specified, please check the order of the fields.",
                                 field),
          .status = 400,
          .fields = {{"ArgumentName", std::string(field)}, {"ArgumentValue", {}}}};
}

}  // namespace emu::s3
