// Uploads in parts: what their operations share.
// Sources: Amazon S3 User Guide, "Uploading and copying objects using multipart upload", "Amazon S3
// multipart upload limits"; API Reference, "UploadPart", "CompleteMultipartUpload".
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "core/hash/random.h"
#include "s3/checksum.h"
#include "s3/encryption.h"
#include "s3/state.h"

namespace emu::s3 {

// The id of the next upload of a bucket; ids ascend in the order in which they are made.
std::string new_upload_id(Random& random, StoredBucket& bucket);

Error no_such_upload(std::string_view upload_id);

Error not_a_part_number(std::string_view value);

// A number that a part may have.
Status check_part_number(std::int32_t part_number);

// Whether the key that comes with a part is the one that the upload began with.
Status check_part_key(const CustomerKey& key, const StoredUpload& upload);

// Whether a part may come with a checksum of this algorithm, or with none. An upload that began
// without an algorithm takes any, which is verified and not kept.
Status check_part_checksum(std::optional<ChecksumAlgorithm> given, const StoredUpload& upload);

// "Checksum Type mismatch occurred …"; nothing is said to be "null".
Error checksum_mismatch(std::optional<ChecksumAlgorithm> expected,
                        std::optional<ChecksumAlgorithm> actual);

// What an upload or its object was asked to have a checksum by, or nothing.
std::optional<ChecksumAlgorithm> asked_algorithm(const StoredUpload& upload);

// Who an upload belongs to: the caller, as listings name it.
std::string initiator_of(const Caller& caller);

// Writes the checksum that an upload was asked to have into an answer.
template <class T>
void fill_asked_checksum(const StoredUpload& upload, T& out) {
  const auto algorithm = asked_algorithm(upload);
  if (!algorithm) return;
  out.checksum_algorithm = name_of(*algorithm);
  out.checksum_type = name_of(upload.object.checksum.type);
}

}  // namespace emu::s3
