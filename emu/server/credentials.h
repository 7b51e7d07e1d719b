// Who makes a request: from its signature to the caller that the gate asks about.
//
//   key                                   caller
//   twelve digits                         that account, to whom everything is allowed
//   an IAM access key, or one of STS      that user or session
//   any other                             the Cloud's own account, to whom everything is allowed
//   none                                  the same; an anonymous one for S3
//
// The region is that of the credential scope. A signature is always read, and refused when it is
// malformed; whether it is right is looked at only on demand. Then an unknown key is refused too,
// a request without credentials is refused except by S3, and twelve digits sign with the secret
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

#include "core/gate/service_profile.h"
#include "core/gate/world.h"
#include "wire/http/aws_chunked.h"
#include "wire/sigv4/sigv2.h"
#include "wire/sigv4/sigv4.h"

namespace emu::server {

inline constexpr std::string_view kAccountSecret = "test";

struct CredentialsOptions {
  bool verify = false;
  std::function<Time()> now;  // by which clients sign: the machine's clock, whatever the world's is
};

struct Identity {
  CallerPtr caller = {};
  bool names_region = true;  // unsigned requests to S3 and some presigned URLs do not
  // Verifies the chunks of a streaming body, if that is wanted and they are signed.
  std::optional<wire::ChunkSigner> chunks = {};
};

// The signature of an upload form, in the form's own fields.
struct PostSignature {
  std::string_view credential;
  std::string_view date;
  std::string_view signature;
  std::string_view session_token;
  std::string_view policy;  // in base64: what was signed
};

class Credentials {
 public:
  Credentials(World& world, CredentialsOptions options);

  Result<Identity> identify(const HttpRequest& request, const ServiceProfile& service,
                            ProtocolKind protocol);

  // Who made an upload form. The request tells by which host it came.
  Result<Identity> identify_post(const HttpRequest& request, const PostSignature& post);

  // The clock by which clients sign.
  Time now() const { return options_.now(); }

 private:
  struct Asked {
    const HttpRequest& request;
    std::string_view access_key_id;
    std::string_view region;
    wire::SignatureDialect dialect;
  };

  // By a URL of S3 presigned by Signature Version 2.
  Result<Identity> identify_sigv2(const HttpRequest& request,
                                  const wire::Sigv2Authorization& authorization);
  Result<CallerPtr> caller_of_key(const Asked& asked);
  CallerPtr known_caller(const Asked& asked, Caller::Kind kind, std::string_view account);
  Result<KeySecret> secret_of(std::string_view access_key_id, wire::SignatureDialect dialect);
  // The secret of a signature for that service, with the right session token.
  Result<KeySecret> secret_behind(const wire::Authorization& authorization,
                                  std::string_view signing_name, wire::SignatureDialect dialect);
  Status verify(const HttpRequest& request, const wire::Authorization& authorization,
                const ServiceProfile& service, const Asked& asked, Identity& identity);

  World& world_;
  CredentialsOptions options_;
  wire::SigningKeys keys_;
  std::mutex mutex_;
  std::unordered_map<std::string, CallerPtr> callers_;  // those that do not depend on IAM
};

}  // namespace emu::server
