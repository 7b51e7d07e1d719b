// Source: Amazon S3 API Reference, "UploadPart".
#include <optional>
#include <utility>

#include "s3/checksum.h"
#include "s3/digests.h"
#include "s3/object_lock.h"
#include "s3/service.h"
#include "s3/uploads.h"

namespace emu::s3 {

namespace {

struct PartDigests {
  Md5Sum md5;
  Result<Checksum> given;  // the checksum that the request gives, or else the upload's
  std::string kept;        // by the upload's algorithm
};

PartDigests digests_of(Scheduler& scheduler, const UploadPart& in, ChecksumAlgorithm algorithm) {
  std::optional<PartDigests> digests;
  digest_body(scheduler, in.body.size(), [&] {
    digests = {.md5 = md5(in.body),
               .given = checksum_of(in.body, checksums_in(in), in.checksum_algorithm, algorithm),
               .kept = {}};
    if (!digests->given) return;
    const bool same = digests->given->algorithm == algorithm;
    digests->kept = same ? digests->given->value : compute_checksum(algorithm, in.body).value;
  });
  return std::move(*digests);
}

}  // namespace

Result<UploadPartResult> S3::upload_part(Call& call, const UploadPart& in) {
  call.subject = in.key;
  EMU_CHECK(check_part_number(in.part_number));
  EMU_TRY(const OpenUpload before, open_upload(call, upload_request_of(in)));
  EMU_CHECK(check_part_key(customer_key_of(in), *before.upload));
  EMU_CHECK(check_body_size(in.body.size(), in.content_length));
  EMU_TRY(const auto given, only_algorithm(checksums_in(in)));
  // With a name alone the checksum is computed, as an SDK would before sending.
  const auto named = given ? given : checksum_algorithm(in.checksum_algorithm);
  EMU_CHECK(check_part_checksum(named, *before.upload));

  if (has_lock(before.upload->object) && !gives_digest(in)) return digest_missing("Put Part");

  PartDigests digests =
      digests_of(world_.scheduler(), in, before.upload->object.checksum.algorithm);
  // What was looked up may be gone after it.
  EMU_TRY(const OpenUpload open, open_upload(call, upload_request_of(in)));
  EMU_CHECK(check_content_md5(in.content_md5, digests.md5));
  EMU_TRY(const Checksum checksum, std::move(digests.given));

  request_metrics_.uploaded(*open.bucket, in.key, in.body.size());
  UploadPartResult result{.etag = etag_of(digests.md5)};
  if (named) checksum_field(checksum.algorithm, result) = checksum.value;
  fill_encryption(open.upload->object.encryption, result);
  open.upload->parts.insert_or_assign(in.part_number,
                                      StoredPart{.body = in.body,
                                                 .md5 = digests.md5,
                                                 .checksum = std::move(digests.kept),
                                                 .last_modified = world_.now()});
  return result;
}

}  // namespace emu::s3
