// TLS for connections that come in.
#pragma once

#include <emu/result.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "wire/http/transport.h"

namespace emu::wire {

// A certificate and its key, PEM both.
struct TlsIdentity {
  std::string certificate = {};  // the server's own first, then those that vouch for it
  std::string private_key = {};
};

// A new key, and a certificate that it has signed itself, for the names by which a server on this
// machine is called. A client trusts it by taking the certificate as one of its authorities.
TlsIdentity make_self_signed_identity();

// Both files, or why not.
Result<TlsIdentity> read_tls_identity(const std::string& certificate_file,
                                      const std::string& key_file);

class TlsContext {
 public:
  static Result<std::unique_ptr<TlsContext>> make(const TlsIdentity& identity);
  virtual ~TlsContext() = default;

  // Shakes hands. Null when the peer does not speak TLS or does not finish in time. Reading without
  // a deadline gives up after `idle_max`.
  virtual std::unique_ptr<Transport> accept(int socket, Deadline deadline,
                                            std::chrono::milliseconds idle_max) = 0;
};

}  // namespace emu::wire
