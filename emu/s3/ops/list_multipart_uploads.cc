// Source: Amazon S3 API Reference, "ListMultipartUploads".
#include <cstddef>
#include <string>

#include "s3/listing.h"
#include "s3/owners.h"
#include "s3/service.h"
#include "s3/upload_listing.h"
#include "s3/uploads.h"

namespace emu::s3 {

namespace {

constexpr NumberParameter kMaxUploads = {.name = "max-uploads", .in_refusal = "max-uploads"};

MultipartUpload describe_upload(const Uploads::value_type& entry, const std::string& owner) {
  const auto& [name, upload] = entry;
  MultipartUpload described{.upload_id = name.id,
                            .key = name.key,
                            .initiator = {.id = upload.initiator},
                            .owner = {.id = owner},
                            .storage_class = upload.object.storage_class,
                            .initiated = upload.initiated};
  fill_asked_checksum(upload, described);
  return described;
}

}  // namespace

Result<ListMultipartUploadsResult> S3::list_multipart_uploads(Call& call,
                                                              const ListMultipartUploads& in) {
  call.subject = in.prefix;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_TRY(const std::size_t limit, page_limit(in.max_uploads, kMaxUploads));
  EMU_CHECK(check_encoding_type(in.encoding_type));
  const UploadListPage page =
      list_uploads(bucket->uploads, {.prefix = in.prefix,
                                     .delimiter = in.delimiter,
                                     .key_marker = in.key_marker,
                                     .upload_id_marker = in.upload_id_marker,
                                     .limit = limit});
  const bool encoded = !in.encoding_type.empty();
  const auto name = [&](const std::string& text) { return encoded ? encode_name(text) : text; };
  // The last entry is named whether there are more or not, as recorded from AWS.
  ListMultipartUploadsResult result{
      .bucket = in.bucket,
      .key_marker = name(in.key_marker),
      .upload_id_marker = in.key_marker.empty() ? std::string() : in.upload_id_marker,
      .next_key_marker = name(page.last.key),
      .next_upload_id_marker = page.last.id,
      .prefix = name(in.prefix),
      .delimiter = name(in.delimiter),
      .encoding_type = in.encoding_type,
      .max_uploads = static_cast<std::int32_t>(limit),
      .is_truncated = page.truncated};
  Owners owners(*bucket);
  for (const Uploads::value_type* entry : page.uploads) {
    result.uploads.push_back(describe_upload(*entry, owners.of(entry->second.object).id));
    result.uploads.back().key = name(entry->first.key);
  }
  for (const std::string& prefix : page.common_prefixes) {
    result.common_prefixes.push_back({.prefix = name(prefix)});
  }
  return result;
}

}  // namespace emu::s3
