#include <emu/lambda/events.h>

#include "core/text/base64.h"

namespace emu::lambda {

std::string decoded_body(const std::string& body, bool is_base64_encoded) {
  return is_base64_encoded ? base64_decode(body).value_or("") : body;
}

}  // namespace emu::lambda
