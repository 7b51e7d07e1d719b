// Signer: signs what SNS delivers, with a key that is made when the first message needs it.
// Source: Amazon SNS Developer Guide, "Verifying the signatures of Amazon SNS messages".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/hash/random.h"
#include "sns/signing_key.h"

namespace emu::sns {

class Signer {
 public:
  explicit Signer(Random random) : random_(random) {}

  // Base64 of the signature; version 1 is with SHA-1, version 2 with SHA-256.
  std::string sign(std::string_view text, char version);

  // PEM, and the path under which it is served: "/SimpleNotificationService-<hash>.pem".
  const std::string& certificate();
  const std::string& certificate_path();

 private:
  struct Made {
    SigningKey key;
    std::string certificate;
    std::string path;
  };
  const Made& made();

  Random random_;
  std::optional<Made> made_ = {};
};

}  // namespace emu::sns
