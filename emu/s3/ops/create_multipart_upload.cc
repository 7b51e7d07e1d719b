// Source: Amazon S3 API Reference, "CreateMultipartUpload".
#include <fmt/format.h>

#include <utility>

#include "core/text/ascii.h"
#include "s3/checksum.h"
#include "s3/errors.h"
#include "s3/lifecycle_plan.h"
#include "s3/new_object.h"
#include "s3/service.h"
#include "s3/uploads.h"

namespace emu::s3 {

namespace {

Error unusable_type(ChecksumType type, ChecksumAlgorithm algorithm) {
  return invalid_request(
      fmt::format("The {} checksum type cannot be used with the {} checksum algorithm.",
                  name_of(type), lower_case(name_of(algorithm))));
}

bool is_linear(ChecksumAlgorithm algorithm) {
  return algorithm != ChecksumAlgorithm::kSha1 && algorithm != ChecksumAlgorithm::kSha256;
}

// What the object's checksum will be. Hashes of parts cannot be put together to one of all bytes;
// of a CRC64NVME there is no other.
Result<Checksum> asked_checksum(const CreateMultipartUpload& in) {
  if (in.checksum_algorithm.empty()) {
    if (in.checksum_type.empty()) return Checksum{};
    return invalid_request(
        "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm "
        "header.");
  }
  const auto algorithm = checksum_algorithm(in.checksum_algorithm);
  if (!algorithm) return unsupported_checksum_algorithm();
  const ChecksumType usual = *algorithm == ChecksumAlgorithm::kCrc64nvme ? ChecksumType::kFullObject
                                                                         : ChecksumType::kComposite;
  if (in.checksum_type.empty()) return Checksum{.algorithm = *algorithm, .type = usual};
  const auto type = checksum_type(in.checksum_type);
  if (!type) return invalid_request("Value for x-amz-checksum-type header is invalid.");
  const bool usable =
      *type == usual || (*type == ChecksumType::kFullObject && is_linear(*algorithm));
  if (!usable) return unusable_type(*type, *algorithm);
  return Checksum{.algorithm = *algorithm, .type = *type};
}

}  // namespace

Result<CreateMultipartUploadResult> S3::create_multipart_upload(Call& call,
                                                                const CreateMultipartUpload& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_key(in.key));
  EMU_TRY(Checksum checksum, asked_checksum(in));
  EMU_TRY(StoredObject&& object, new_object(call, *bucket, in));
  object.checksum = std::move(checksum);

  StoredUpload upload{.object = std::move(object),
                      .initiated = world_.now(),
                      .initiator = initiator_of(call.caller),
                      .has_checksum = !in.checksum_algorithm.empty()};
  CreateMultipartUploadResult result{
      .bucket = in.bucket,
      .key = in.key,
      .upload_id = new_upload_id(world_.random(), *bucket),
      .sse_kms_encryption_context = upload.object.encryption.kms_context};
  fill_asked_checksum(upload, result);
  fill_encryption(upload.object.encryption, result);
  fill_abort(*bucket, in.key, upload.initiated, result);
  bucket->uploads.emplace(UploadName{.key = in.key, .id = result.upload_id}, std::move(upload));
  return result;
}

}  // namespace emu::s3
