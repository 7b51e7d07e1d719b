// Who makes a request: from its signature to the caller that the gate asks about.
//
//   key                                   caller
//   twelve digits                         that account, to which its own is all allowed
//   an IAM access key, or one of STS      that user or session
//   one of theirs that is inactive, was
//   deleted, or has expired               refused
//   any other                             the Cloud's own account, in the same way
//   none                                  the same; an anonymous one for services that have such
//
// The region is that of the credential scope. A signature is always read, and refused when it is
// malformed or, in a URL, has expired; whether it is right is looked at only on demand. Then an
// unknown key is refused too, so is a request without credentials unless the service has anonymous
// callers; twelve digits, and the key "test" of the Cloud's own account, sign with the secret
// "test".
//
// May be used from many threads.
#pragma once

#include <emu/http.h>
#include <emu/result.h>
#include <emu/time.h>

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/gate/http_front.h"
#include "core/gate/request_parts.h"
#include "core/gate/service_profile.h"
#include "core/gate/world.h"
#include "wire/http/aws_chunked.h"
#include "wire/sigv4/sigv2.h"
#include "wire/sigv4/sigv4.h"

namespace emu::server {

// What is printed for people to copy holds with verified signatures too.
inline constexpr std::string_view kAccountKey = "test";
inline constexpr std::string_view kAccountSecret = "test";

struct CredentialsOptions {
  bool verify = false;
  std::function<Time()> now;  // by which clients sign: the machine's clock, whatever the world's is
};

struct Identity {
  CallerPtr caller = {};
  bool names_region = true;  // anonymous requests and some presigned URLs do not
  // Verifies the chunks of a streaming body, if that is wanted and they are signed.
  std::optional<wire::ChunkSigner> chunks = {};
};

class Credentials {
 public:
  Credentials(World& world, CredentialsOptions options);

  // `path` is that of the route, where the path that was sent may lack what the host names.
  Result<Identity> identify(const RequestParts& parts, const ServiceProfile& service,
                            ProtocolKind protocol, std::string_view path);

  // Who made a form. The request tells by which host it came.
  Result<Identity> identify_form(const RequestParts& parts, const ServiceProfile& service,
                                 ProtocolKind protocol, const FormSignature& form);

  // The clock by which clients sign.
  Time now() const { return options_.now(); }

 private:
  struct Asked {
    const RequestParts& parts;
    std::string_view access_key_id;
    std::string_view region;
    wire::SignatureDialect dialect;
  };

  // Of a request that nobody signed.
  Result<Identity> identify_nobody(const RequestParts& parts, const ServiceProfile& service,
                                   wire::SignatureDialect dialect);
  // By a URL, or a form, that was signed by Signature Version 2.
  Result<Identity> identify_sigv2(const RequestParts& parts, std::string_view path,
                                  const wire::Sigv2Authorization& authorization);
  Result<Identity> identify_sigv2_form(const RequestParts& parts, const FormSignature& form);
  Result<CallerPtr> caller_of_key(const Asked& asked);
  CallerPtr known_caller(const Asked& asked, Caller::Kind kind, std::string_view account);
  Result<KeySecret> secret_of(std::string_view access_key_id, wire::SignatureDialect dialect);
  // The secret of a signature for that service, with the right session token.
  Result<KeySecret> secret_behind(const wire::Authorization& authorization,
                                  std::string_view signing_name, wire::SignatureDialect dialect);
  Status verify(const RequestParts& parts, const wire::Authorization& authorization,
                const ServiceProfile& service, const Asked& asked, Identity& identity);

  World& world_;
  CredentialsOptions options_;
  wire::SigningKeys keys_;
  std::mutex mutex_;
  std::unordered_map<std::string, CallerPtr> callers_;  // those that do not depend on IAM
};

}  // namespace emu::server
