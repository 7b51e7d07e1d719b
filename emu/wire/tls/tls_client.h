// TLS for connections that go out.
#pragma once

#include <emu/result.h>

#include <memory>
#include <string>

#include "wire/http/transport.h"

namespace emu::wire {

struct TlsTrust {
  bool verify = true;        // the certificate, and that it is for the host that was asked for
  std::string ca_file = {};  // PEM; empty: the authorities that the system trusts
};

// May be used from many threads.
class TlsClientContext {
 public:
  // The error says which file cannot be used.
  static Result<std::unique_ptr<TlsClientContext>> make(const TlsTrust& trust);
  virtual ~TlsClientContext() = default;

  // Shakes hands with the host, a name or an address, over a socket that is connected. The error
  // says in plain words why it cannot be talked to.
  virtual Result<std::unique_ptr<Transport>> connect(int socket, const std::string& host,
                                                     Deadline deadline) = 0;
};

}  // namespace emu::wire
