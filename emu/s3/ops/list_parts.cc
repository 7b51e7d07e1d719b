// Source: Amazon S3 API Reference, "ListParts".
#include <cstddef>

#include "s3/checksum.h"
#include "s3/digests.h"
#include "s3/lifecycle_plan.h"
#include "s3/limits.h"
#include "s3/listing.h"
#include "s3/service.h"
#include "s3/uploads.h"

namespace emu::s3 {

namespace {

constexpr NumberParameter kPartNumberMarker = {.name = "part-number-marker",
                                               .in_refusal = "part-number-marker"};
constexpr NumberParameter kMaxParts = {.name = "max-parts", .in_refusal = "max-parts"};

Part describe_part(std::int32_t number, const StoredPart& stored, const StoredUpload& upload) {
  Part part{.part_number = number,
            .last_modified = stored.last_modified,
            .etag = etag_of(stored.md5),
            .size = static_cast<std::int64_t>(stored.body.size())};
  if (const auto algorithm = asked_algorithm(upload)) {
    checksum_field(*algorithm, part) = stored.checksum;
  }
  return part;
}

}  // namespace

Result<ListPartsResult> S3::list_parts(Call& call, const ListParts& in) {
  call.subject = in.key;
  EMU_TRY(const OpenUpload open, open_upload(call, upload_request_of(in)));
  EMU_TRY(const std::size_t limit, page_limit(in.max_parts, kMaxParts));
  EMU_CHECK(check_not_negative(in.part_number_marker, kPartNumberMarker));
  const StoredUpload& upload = *open.upload;

  const std::string owner = canonical_user_id(owner_of(*open.bucket, upload.object));
  ListPartsResult result{.bucket = in.bucket,
                         .key = in.key,
                         .upload_id = in.upload_id,
                         .initiator = {.id = upload.initiator},
                         .owner = {.id = owner},
                         .storage_class = upload.object.storage_class,
                         .part_number_marker = in.part_number_marker.value_or(0),
                         .max_parts = static_cast<std::int32_t>(limit)};
  fill_asked_checksum(upload, result);
  fill_abort(*open.bucket, in.key, upload.initiated, result);
  auto at = upload.parts.upper_bound(result.part_number_marker);
  for (; at != upload.parts.end() && result.parts.size() < limit; ++at) {
    result.parts.push_back(describe_part(at->first, at->second, upload));
    result.next_part_number_marker = at->first;
  }
  result.is_truncated = limit != 0 && at != upload.parts.end();
  return result;
}

}  // namespace emu::s3
