// Source: Amazon S3 API Reference, "UploadPartCopy".
#include <fmt/format.h>

#include <utility>

#include "s3/byte_range.h"
#include "s3/checksum.h"
#include "s3/digests.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/service.h"
#include "s3/uploads.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kRangeHeader = "x-amz-copy-source-range";

// What is copied of a source. Other than in a read, a range must be well-formed, name both ends and
// lie in the object.
Result<Slice> copied_slice(std::string_view text, std::uint64_t size) {
  if (text.empty()) return Slice{.size = size};
  const auto range = parse_range(text);
  if (!range || !range->first || !range->last) {
    return invalid_argument(
        "The x-amz-copy-source-range value must be of the form bytes=first-last where first and "
        "last are the zero-based offsets of the first and last bytes to copy",
        kRangeHeader, text);
  }
  if (*range->last >= size) {
    return invalid_argument(
        fmt::format("Range specified is not valid for source object of size: {}", size),
        kRangeHeader, text);
  }
  return Slice{.offset = *range->first, .size = *range->last - *range->first + 1};
}

Status check_copied_size(std::uint64_t size) {
  if (size <= kPutBytesMax) return {};
  return invalid_request(
      fmt::format("The specified copy source is larger than the maximum allowable size for a copy "
                  "source: {}",
                  kPutBytesMax));
}

}  // namespace

Result<UploadPartCopyResult> S3::upload_part_copy(Call& call, const UploadPartCopy& in) {
  call.subject = in.key;
  EMU_CHECK(check_part_number(in.part_number));
  EMU_TRY(const OpenUpload before, open_upload(call, upload_request_of(in)));
  EMU_CHECK(check_part_key(customer_key_of(in), *before.upload));
  EMU_TRY(const CopySource source, open_copy_source(call, copy_source_request_of(in)));
  EMU_TRY(const Slice slice, copied_slice(in.copy_source_range, source.object->body.size()));
  EMU_CHECK(check_copied_size(slice.size));

  StoredPart part{.body = source.object->body.slice(slice.offset, slice.size),
                  .md5 = {},
                  .checksum = {},
                  .last_modified = {}};
  std::string source_version = source.version_in_answers();
  const ChecksumAlgorithm algorithm = before.upload->object.checksum.algorithm;
  digest_body(world_.scheduler(), part.body.size(), [&] {
    part.md5 = md5(part.body);
    part.checksum = compute_checksum(algorithm, part.body).value;
  });
  // What was looked up may be gone after it.
  EMU_TRY(const OpenUpload open, open_upload(call, upload_request_of(in)));
  part.last_modified = world_.now();

  UploadPartCopyResult result{
      .copy_part_result = {.etag = etag_of(part.md5), .last_modified = part.last_modified},
      .copy_source_version_id = std::move(source_version)};
  if (open.upload->has_checksum) {
    checksum_field(algorithm, result.copy_part_result) = part.checksum;
  }
  fill_encryption(open.upload->object.encryption, result);
  open.upload->parts.insert_or_assign(in.part_number, std::move(part));
  return result;
}

}  // namespace emu::s3
