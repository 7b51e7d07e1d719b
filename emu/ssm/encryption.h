// What a SecureString looks like to who does not ask for decryption.
#pragma once

#include <string>
#include <string_view>

#include "ssm/state.h"

namespace emu::ssm {

// The value, or that of a SecureString as the text in Base64 that KMS would have made of it: always
// the same for the same version, as long as a ciphertext is, and nothing in it tells the value.
std::string shown_value(std::string_view parameter_arn, const ParameterVersion& version,
                        bool with_decryption);

}  // namespace emu::ssm
