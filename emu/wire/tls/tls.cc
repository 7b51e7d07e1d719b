#include "wire/tls/tls.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <fstream>
#include <iterator>
#include <utility>

#include "wire/tls/tls_transport.h"

namespace emu::wire {

namespace {

using BioPointer = std::unique_ptr<BIO, Free<BIO_free_all>>;
using CertificatePointer = std::unique_ptr<X509, Free<X509_free>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;

Error tls_error(std::string message) {
  ERR_clear_error();
  return {.code = "TlsError", .message = std::move(message), .status = 500};
}

class OpensslContext final : public TlsContext {
 public:
  explicit OpensslContext(ContextPointer context) : context_(std::move(context)) {}

  std::unique_ptr<Transport> accept(int socket, Deadline deadline,
                                    std::chrono::milliseconds idle_max) override {
    SslPointer ssl(SSL_new(context_.get()));
    if (!ssl) return nullptr;
    SSL_set_accept_state(ssl.get());
    return make_tls_transport(std::move(ssl), socket, deadline, idle_max);
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
  EMU_TRY(std::string certificate, read_file(certificate_file));
  EMU_TRY(std::string key, read_file(key_file));
  return TlsIdentity{.certificate = std::move(certificate), .private_key = std::move(key)};
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
