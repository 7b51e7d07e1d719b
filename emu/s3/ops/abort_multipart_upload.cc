// Source: Amazon S3 API Reference, "AbortMultipartUpload".
#include "s3/errors.h"
#include "s3/service.h"
#include "s3/uploads.h"

namespace emu::s3 {

Result<AbortMultipartUploadResult> S3::abort_multipart_upload(Call& call,
                                                              const AbortMultipartUpload& in) {
  call.subject = in.key;
  EMU_TRY(const OpenUpload open, open_upload(call, upload_request_of(in)));
  if (in.if_match_initiated_time) {
    return not_implemented_header("x-amz-if-match-initiated-time",
                                  "Only directory buckets take conditions of time");
  }
  open.bucket->uploads.erase({.key = in.key, .id = in.upload_id});
  return AbortMultipartUploadResult{};
}

}  // namespace emu::s3
