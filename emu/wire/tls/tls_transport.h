// Bytes over TLS, whichever side of the connection this is.
#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <memory>

#include "wire/http/transport.h"

namespace emu::wire {

template <auto free_function>
struct Free {
  template <typename T>
  void operator()(T* object) const {
    free_function(object);
  }
};
using SslPointer = std::unique_ptr<SSL, Free<SSL_free>>;
using ContextPointer = std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>>;

// Shakes hands as the side that `ssl` has been told to be, over a socket that is put into
// non-blocking mode. Null when the peer does not speak TLS, is not accepted or does not finish in
// time. Reading without a deadline gives up after `idle_max`.
std::unique_ptr<Transport> make_tls_transport(SslPointer ssl, int socket, Deadline deadline,
                                              std::chrono::milliseconds idle_max);

}  // namespace emu::wire
