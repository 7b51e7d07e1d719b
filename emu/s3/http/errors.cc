#include "s3/http/errors.h"

#include <fmt/format.h>

#include <string>

namespace emu::s3 {

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
