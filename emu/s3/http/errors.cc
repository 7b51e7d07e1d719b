#include "s3/http/errors.h"

#include <fmt/format.h>

#include <string>

#include "s3/errors.h"

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
      return entity_too_large();
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

Error missing_content_length() {
  return {.code = "MissingContentLength",
          .message = "You must provide the Content-Length HTTP header.",
          .status = 411};
}

// As in the thread "501 Transfer-Encoding not implemented on a PUT" of Automattic/knox.
Error transfer_encoding_not_implemented() { return not_implemented_header("Transfer-Encoding"); }

Error post_field_missing(std::string_view field) {
  return {.code = "InvalidArgument",
          .message = fmt::format("Bucket POST must contain a field named '{}'.  If it is "
                                 "specified, please check the order of the fields.",
                                 field),
          .status = 400,
          .fields = {{"ArgumentName", std::string(field)}, {"ArgumentValue", {}}}};
}

Error form_expected() {
  return {
      .code = "PreconditionFailed",
      .message = "At least one of the pre-conditions you specified did not hold",
      .status = 412,
      .fields = {{"Condition", "Bucket POST must be of the enclosure-type multipart/form-data"}}};
}

Error operation_not_implemented(std::string_view operation) {
  return {.code = "NotImplemented",
          .message = fmt::format("The operation {} is not implemented.", operation),
          .status = 501};
}

}  // namespace emu::s3
