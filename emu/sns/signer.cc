#include "sns/signer.h"

#include <utility>

#include "core/hash/hash.h"
#include "core/text/base64.h"
#include "sns/certificate.h"

namespace emu::sns {

std::string Signer::sign(std::string_view text, char version) {
  const SigningKey& key = made().key;
  return base64_encode(version == '2' ? key.sign_sha256(text) : key.sign_sha1(text));
}

const std::string& Signer::certificate() { return made().certificate; }

const std::string& Signer::certificate_path() { return made().path; }

const Signer::Made& Signer::made() {
  if (!made_) {
    SigningKey key(random_);
    std::string certificate = certificate_of(key);
    std::string path = "/SimpleNotificationService-" + md5_hex(certificate) + ".pem";
    made_.emplace(Made{.key = key, .certificate = std::move(certificate), .path = std::move(path)});
  }
  return *made_;
}

}  // namespace emu::sns
