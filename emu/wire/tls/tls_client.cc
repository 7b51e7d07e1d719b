#include "wire/tls/tls_client.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <array>
#include <chrono>
#include <csignal>
#include <utility>

#include "wire/tls/tls_transport.h"

namespace emu::wire {

namespace {

constexpr std::chrono::seconds kIdleMax{60};

Error handshake_error(std::string message) {
  ERR_clear_error();
  return {.code = "ConnectionError", .message = std::move(message), .status = 0};
}

// OpenSSL writes to its sockets so that a peer that has hung up raises the signal.
void ignore_broken_pipes() {
  static const bool kDone = [] {
    struct sigaction action {};
    if (::sigaction(SIGPIPE, nullptr, &action) == 0 && action.sa_handler == SIG_DFL) {
      std::signal(SIGPIPE, SIG_IGN);
    }
    return true;
  }();
  static_cast<void>(kDone);
}

bool is_address(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> address;
  return ::inet_pton(AF_INET, host.c_str(), address.data()) == 1 ||
         ::inet_pton(AF_INET6, host.c_str(), address.data()) == 1;
}

// The certificate must be for that host.
bool expect_host(SSL* ssl, const std::string& host) {
  if (is_address(host)) {
    return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str()) == 1;
  }
  return SSL_set1_host(ssl, host.c_str()) == 1;
}

class OpensslClientContext final : public TlsClientContext {
 public:
  OpensslClientContext(ContextPointer context, bool verify)
      : context_(std::move(context)), verify_(verify) {}

  Result<std::unique_ptr<Transport>> connect(int socket, const std::string& host,
                                             Deadline deadline) override {
    SslPointer ssl(SSL_new(context_.get()));
    if (!ssl) return handshake_error("TLS is not available");
    SSL* const raw = ssl.get();
    if (!is_address(host)) SSL_set_tlsext_host_name(raw, host.c_str());
    if (verify_ && !expect_host(raw, host))
      return handshake_error(host + " is not the name of a host");
    SSL_set_connect_state(raw);
    // The outcome of the verification outlives the connection only in a session.
    SSL_up_ref(raw);
    const SslPointer kept(raw);
    auto transport = make_tls_transport(std::move(ssl), socket, deadline, kIdleMax);
    if (transport) return transport;
    const long verdict = SSL_get_verify_result(kept.get());
    if (verify_ && verdict != X509_V_OK) {
      return handshake_error("the certificate of " + host +
                             " is not accepted: " + X509_verify_cert_error_string(verdict));
    }
    return handshake_error(host + " did not agree on a TLS connection");
  }

 private:
  ContextPointer context_;
  bool verify_;
};

}  // namespace

Result<std::unique_ptr<TlsClientContext>> TlsClientContext::make(const TlsTrust& trust) {
  ignore_broken_pipes();
  ContextPointer context(SSL_CTX_new(TLS_client_method()));
  if (!context) return handshake_error("TLS is not available");
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE |
                                      SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                      SSL_MODE_RELEASE_BUFFERS);
  if (trust.verify) {
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    if (trust.ca_file.empty()) {
      SSL_CTX_set_default_verify_paths(context.get());
    } else if (SSL_CTX_load_verify_file(context.get(), trust.ca_file.c_str()) != 1) {
      return handshake_error("cannot read certificates from " + trust.ca_file);
    }
  }
  return std::unique_ptr<TlsClientContext>(
      std::make_unique<OpensslClientContext>(std::move(context), trust.verify));
}

}  // namespace emu::wire
