// How requests ask for encryption. Nothing is encrypted: answers are as if it were, and a
// customer's key is asked for again when the object is read.
// Source: Amazon S3 User Guide, "Protecting data with server-side encryption".
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "s3/state.h"

namespace emu::s3 {

// A key of the customer, base64, as headers carry it.
struct CustomerKey {
  std::string_view algorithm;
  std::string_view key;
  std::string_view md5;
  bool empty() const { return algorithm.empty() && key.empty() && md5.empty(); }
};

template <class In>
CustomerKey customer_key_of(const In& in) {
  return {.algorithm = in.sse_customer_algorithm,
          .key = in.sse_customer_key,
          .md5 = in.sse_customer_key_md5};
}

struct EncryptionRequest {
  std::string_view method;
  std::string_view kms_key_id;
  std::string_view kms_context;
  std::optional<bool> bucket_key;
  CustomerKey customer_key;
};

template <class In>
EncryptionRequest encryption_of(const In& in) {
  return {.method = in.server_side_encryption,
          .kms_key_id = in.sse_kms_key_id,
          .kms_context = in.sse_kms_encryption_context,
          .bucket_key = in.bucket_key_enabled,
          .customer_key = customer_key_of(in)};
}

// How a new object of a bucket is encrypted: as asked for, else as the bucket does by default.
Result<Encryption> check_encryption(const Call& call, const StoredBucket& bucket,
                                    const EncryptionRequest& request);

// The MD5 of a customer's key, in base64, after key and MD5 were found to fit.
Result<std::string> customer_key_md5(const CustomerKey& key);

// Whether the key that comes with a read is the key that the object was stored with.
Status check_customer_key(const CustomerKey& key, const Encryption& encryption);

// Writes it into the members of an answer.
template <class T>
void fill_encryption(const Encryption& encryption, T& out) {
  if (!encryption.customer_key_md5.empty()) {
    out.sse_customer_algorithm = "AES256";
    out.sse_customer_key_md5 = encryption.customer_key_md5;
    return;
  }
  out.server_side_encryption = encryption.method;
  out.sse_kms_key_id = encryption.kms_key_id;
  out.bucket_key_enabled = encryption.bucket_key;
}

}  // namespace emu::s3
