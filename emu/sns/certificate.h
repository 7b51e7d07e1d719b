// The certificate of the key that signs what SNS delivers: self-signed, and the same for the same
// key.
// Source: RFC 5280, "Internet X.509 Public Key Infrastructure Certificate".
#pragma once

#include <string>

#include "sns/signing_key.h"

namespace emu::sns {

// As PEM.
std::string certificate_of(const SigningKey& key);

}  // namespace emu::sns
