// The certificate that a server makes for itself.

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include "core/base/assert.h"
#include "wire/tls/tls.h"

namespace emu::wire {

namespace {

constexpr const char* kOpensslFailure =
    "OpenSSL has the memory and the algorithms of a certificate";
constexpr long kSecondsPerDay = 24L * 60 * 60;
// Some clients refuse certificates that last longer.
constexpr long kValidDays = 397;

// The names by which clients call a server on this machine. A star stands for one label only.
constexpr const char* kNames =
    "DNS:localhost,DNS:*.localhost,IP:127.0.0.1,IP:::1,"
    "DNS:*.s3.localhost,DNS:*.s3-website.localhost,DNS:*.execute-api.localhost,"
    "DNS:localhost.localstack.cloud,DNS:*.localhost.localstack.cloud,"
    "DNS:*.s3.localhost.localstack.cloud,DNS:*.s3-website.localhost.localstack.cloud,"
    "DNS:*.execute-api.localhost.localstack.cloud,DNS:host.docker.internal";

struct FreeOwned {
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(BIO* bio) const { BIO_free_all(bio); }
  void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
template <typename T>
using Owned = std::unique_ptr<T, FreeOwned>;

void add_extension(X509* certificate, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
  EMU_ASSERT(extension && X509_add_ext(certificate, extension.get(), -1) == 1, kOpensslFailure);
}

// Certificates of one issuer must not share a number, and a new one is made at every start.
void set_random_serial(X509* certificate) {
  std::array<unsigned char, 8> bytes{};
  EMU_ASSERT(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1, kOpensslFailure);
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data(), bytes.size());
  ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), number >> 1 | 1);
}

std::string text_of(const Owned<BIO>& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

}  // namespace

TlsIdentity make_self_signed_identity() {
  const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
  const Owned<X509> certificate(X509_new());
  EMU_ASSERT(key && certificate, kOpensslFailure);

  X509_set_version(certificate.get(), X509_VERSION_3);
  set_random_serial(certificate.get());
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kSecondsPerDay);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kValidDays * kSecondsPerDay);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* const name = X509_get_subject_name(certificate.get());
  const auto add_name = [name](const char* field, const char* value) {
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(value), -1, -1, 0);
  };
  add_name("O", "emu");
  add_name("CN", "localhost");
  X509_set_issuer_name(certificate.get(), name);
  add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
  add_extension(certificate.get(), NID_key_usage, "critical,digitalSignature,keyCertSign");
  add_extension(certificate.get(), NID_ext_key_usage, "serverAuth");
  add_extension(certificate.get(), NID_subject_key_identifier, "hash");
  add_extension(certificate.get(), NID_subject_alt_name, kNames);
  EMU_ASSERT(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, kOpensslFailure);

  const Owned<BIO> certificate_text(BIO_new(BIO_s_mem()));
  const Owned<BIO> key_text(BIO_new(BIO_s_mem()));
  EMU_ASSERT(PEM_write_bio_X509(certificate_text.get(), certificate.get()) == 1, kOpensslFailure);
  EMU_ASSERT(PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) == 1,
             kOpensslFailure);
  return {.certificate = text_of(certificate_text), .private_key = text_of(key_text)};
}

}  // namespace emu::wire
