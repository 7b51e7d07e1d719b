#include "wire/tls.h"

#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <climits>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <utility>

namespace emu::wire {

namespace {

// One record of TLS holds this much; a reply that fits leaves as one.
constexpr std::size_t kRecordBytes = 16 * 1024;
constexpr std::chrono::seconds kWriteTimeout{60};

template <auto free_function>
struct Free {
  template <typename T>
  void operator()(T* object) const {
    free_function(object);
  }
};
using SslPointer = std::unique_ptr<SSL, Free<SSL_free>>;
using ContextPointer = std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>>;
using BioPointer = std::unique_ptr<BIO, Free<BIO_free_all>>;
using CertificatePointer = std::unique_ptr<X509, Free<X509_free>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;

Error tls_error(std::string message) {
  ERR_clear_error();
  return {.code = "TlsError", .message = std::move(message), .status = 500};
}

void set_non_blocking(int socket) {
  ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
}

// Over a socket in non-blocking mode, so that no half of a record can hold a thread up.
class TlsTransport final : public Transport {
 public:
  TlsTransport(SslPointer ssl, int socket, std::chrono::milliseconds idle_max)
      : ssl_(std::move(ssl)), socket_(socket), idle_max_(idle_max) {}

  bool shake_hands(Deadline deadline) {
    while (true) {
      ERR_clear_error();
      const int result = SSL_accept(ssl_.get());
      if (result == 1) return true;
      if (!wait_as_told(result, deadline)) return false;
    }
  }

  Read read(char* buffer, std::size_t size, Deadline deadline) override {
    if (!deadline) deadline = std::chrono::steady_clock::now() + idle_max_;
    while (true) {
      ERR_clear_error();
      const int result =
          SSL_read(ssl_.get(), buffer, static_cast<int>(std::min<std::size_t>(size, INT_MAX)));
      if (result > 0) {
        return {.outcome = Outcome::kBytes, .count = static_cast<std::size_t>(result)};
      }
      const int error = SSL_get_error(ssl_.get(), result);
      if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
        broken_ = error != SSL_ERROR_ZERO_RETURN;
        return {.outcome = Outcome::kEnd};
      }
      const bool ready = error == SSL_ERROR_WANT_READ ? wait_readable(socket_, deadline)
                                                      : wait_writable(socket_, deadline);
      if (!ready) return {.outcome = Outcome::kTimeout};
    }
  }

  bool write(std::string_view head, std::string_view body) override {
    const std::size_t room = kRecordBytes - std::min(head.size(), kRecordBytes);
    first_record_.assign(head);
    first_record_.append(body.substr(0, room));
    return write_all(first_record_) && (body.size() <= room || write_all(body.substr(room)));
  }

  void end_writing() override {
    ERR_clear_error();
    if (!broken_) SSL_shutdown(ssl_.get());
    ::shutdown(socket_, SHUT_WR);
  }

  bool is_open() override { return !broken_ && is_socket_open(socket_); }

 private:
  bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
      ERR_clear_error();
      const int result = SSL_write(ssl_.get(), bytes.data(),
                                   static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX)));
      if (result > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(result));
      } else if (!wait_as_told(result, std::chrono::steady_clock::now() + kWriteTimeout)) {
        broken_ = true;
        return false;
      }
    }
    return true;
  }

  bool wait_as_told(int result, Deadline deadline) {
    switch (SSL_get_error(ssl_.get(), result)) {
      case SSL_ERROR_WANT_READ:
        return wait_readable(socket_, deadline);
      case SSL_ERROR_WANT_WRITE:
        return wait_writable(socket_, deadline);
      default:
        return false;
    }
  }

  SslPointer ssl_;
  int socket_;
  std::chrono::milliseconds idle_max_;
  bool broken_ = false;
  std::string first_record_ = {};
};

class OpensslContext final : public TlsContext {
 public:
  explicit OpensslContext(ContextPointer context) : context_(std::move(context)) {}

  std::unique_ptr<Transport> accept(int socket, Deadline deadline,
                                    std::chrono::milliseconds idle_max) override {
    SslPointer ssl(SSL_new(context_.get()));
    if (!ssl || SSL_set_fd(ssl.get(), socket) != 1) return nullptr;
    set_non_blocking(socket);
    auto transport = std::make_unique<TlsTransport>(std::move(ssl), socket, idle_max);
    if (!transport->shake_hands(deadline)) return nullptr;
    return transport;
  }

 private:
  ContextPointer context_;
};

BioPointer memory_of(const std::string& text) {
  return BioPointer(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// The first certificate is the server's, the others lead to an authority.
bool use_certificates(SSL_CTX* context, const std::string& pem) {
  const BioPointer memory = memory_of(pem);
  const CertificatePointer own(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
  if (!own || SSL_CTX_use_certificate(context, own.get()) != 1) return false;
  while (true) {
    CertificatePointer next(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
    if (!next) break;
    if (SSL_CTX_add1_chain_cert(context, next.get()) != 1) return false;
  }
  ERR_clear_error();  // the end of the text is reported as an error
  return true;
}

bool use_key(SSL_CTX* context, const std::string& pem) {
  const BioPointer memory = memory_of(pem);
  const KeyPointer key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
  return key && SSL_CTX_use_PrivateKey(context, key.get()) == 1 &&
         SSL_CTX_check_private_key(context) == 1;
}

Result<std::string> read_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || text.empty()) return tls_error("cannot read " + name);
  return text;
}

}  // namespace

Result<TlsIdentity> read_tls_identity(const std::string& certificate_file,
                                      const std::string& key_file) {
  auto certificate = read_file(certificate_file);
  if (!certificate) return certificate.error();
  auto key = read_file(key_file);
  if (!key) return key.error();
  return TlsIdentity{.certificate = *certificate, .private_key = *key};
}

Result<std::unique_ptr<TlsContext>> TlsContext::make(const TlsIdentity& identity) {
  ContextPointer context(SSL_CTX_new(TLS_server_method()));
  if (!context) return tls_error("TLS is not available");
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE |
                                      SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                      SSL_MODE_RELEASE_BUFFERS);
  if (!use_certificates(context.get(), identity.certificate)) {
    return tls_error("the certificate is not one in PEM form");
  }
  if (!use_key(context.get(), identity.private_key)) {
    return tls_error("the key is not in PEM form or not the certificate's");
  }
  return std::unique_ptr<TlsContext>(std::make_unique<OpensslContext>(std::move(context)));
}

}  // namespace emu::wire
