#include "s3/state.h"

namespace emu::s3 {

std::string_view owner_of(const StoredBucket& bucket, const StoredObject& object) {
  const bool is_of_bucket =
      bucket.acls_disabled() || object.extras == nullptr || object.extras->owner.empty();
  return is_of_bucket ? bucket.account : object.extras->owner;
}

ServerSideEncryptionRule default_encryption() {
  return {.apply_server_side_encryption_by_default =
              ServerSideEncryptionByDefault{.sse_algorithm = "AES256"},
          .bucket_key_enabled = false};
}

}  // namespace emu::s3
