// GetObject and HeadObject.
// Source: Amazon S3 API Reference, "GetObject", "HeadObject".
#include <fmt/format.h>

#include <utility>

#include "s3/checksum.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/object_settings.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Status check_part_number(std::string_view range, std::optional<std::int32_t> part_number) {
  if (!part_number) return {};
  if (!range.empty()) {
    return invalid_request("Cannot specify both Range header and partNumber query parameter");
  }
  if (*part_number < 1 || *part_number > kPartNumberMax) {
    return invalid_argument("Part number must be an integer between 1 and 10000, inclusive",
                            "partNumber", std::to_string(*part_number));
  }
  return {};
}

template <class In>
void override_headers(const In& in, ContentHeaders& headers) {
  const auto choose = [](const std::string& wanted, std::string& header) {
    if (!wanted.empty()) header = wanted;
  };
  choose(in.response_cache_control, headers.cache_control);
  choose(in.response_content_disposition, headers.content_disposition);
  choose(in.response_content_encoding, headers.content_encoding);
  choose(in.response_content_language, headers.content_language);
  choose(in.response_content_type, headers.content_type);
  choose(in.response_expires, headers.expires);
}

template <class Out, class In>
Out describe_object(const In& in, const StoredObject& object, const Slice& slice, bool is_partial) {
  ContentHeaders headers = object.headers;
  override_headers(in, headers);
  Out out;
  out.status_code = is_partial ? 206 : 200;
  out.accept_ranges = "bytes";
  out.last_modified = object.last_modified;
  out.content_length = static_cast<std::int64_t>(slice.size);
  out.etag = object.etag;
  out.content_type = std::move(headers.content_type);
  out.cache_control = std::move(headers.cache_control);
  out.content_disposition = std::move(headers.content_disposition);
  out.content_encoding = std::move(headers.content_encoding);
  out.content_language = std::move(headers.content_language);
  out.expires = std::move(headers.expires);
  if (is_partial) {
    out.content_range = fmt::format("bytes {}-{}/{}", slice.offset, slice.offset + slice.size - 1,
                                    object.body.size());
  }
  out.website_redirect_location = object.website_redirect_location;
  out.metadata = object.metadata;
  if (object.storage_class != "STANDARD") out.storage_class = object.storage_class;
  if (!object.tags.empty()) out.tag_count = static_cast<std::int32_t>(object.tags.size());
  fill_encryption(object.encryption, out);
  // A checksum is of the whole object.
  if (in.checksum_mode == "ENABLED" && slice.size == object.body.size()) {
    fill_checksum(object.checksum, out);
  }
  return out;
}

Error invalid_part_number(std::int32_t requested) {
  return make_error("InvalidPartNumber", "The requested partnumber is not satisfiable", 416,
                    {{"PartNumberRequested", std::to_string(requested)}, {"ActualPartCount", "1"}});
}

Error invalid_range(std::string_view range, std::uint64_t size) {
  return make_error(
      "InvalidRange", "The requested range is not satisfiable", 416,
      {{"RangeRequested", std::string(range)}, {"ActualObjectSize", std::to_string(size)}});
}

}  // namespace

template <class In>
S3::ReadRequest S3::read_request_of(const In& in) {
  return {.bucket = in.bucket,
          .key = in.key,
          .expected_owner = in.expected_bucket_owner,
          .version_id = in.version_id,
          .range = in.range,
          .part_number = in.part_number,
          .conditions = {.if_match = in.if_match,
                         .if_none_match = in.if_none_match,
                         .if_modified_since = in.if_modified_since,
                         .if_unmodified_since = in.if_unmodified_since},
          .customer_key = customer_key_of(in)};
}

Result<S3::Reading> S3::read(Call& call, const ReadRequest& request) {
  call.subject = request.key;
  EMU_TRY(StoredBucket* bucket, open(call, request.bucket, request.expected_owner));
  EMU_CHECK(check_key(request.key));
  EMU_CHECK(check_part_number(request.range, request.part_number));
  EMU_TRY(const StoredObject* opened, open_object(call, *bucket, request.key, request.version_id));
  const StoredObject& object = *opened;
  EMU_CHECK(check_customer_key(request.customer_key, object.encryption));
  EMU_CHECK(check_read(request.conditions, object));

  const std::uint64_t size = object.body.size();
  if (request.part_number) {
    if (*request.part_number != 1) return invalid_part_number(*request.part_number);
    // The only part is the whole object. There is no Content-Range of no bytes.
    return Reading{.object = &object, .slice = {.size = size}, .is_partial = size != 0};
  }
  const auto range = parse_range(request.range);
  if (!range) return Reading{.object = &object, .slice = {.size = size}, .is_partial = false};
  const auto slice = resolve(*range, size);
  if (!slice) return invalid_range(request.range, size);
  return Reading{.object = &object, .slice = *slice, .is_partial = true};
}

Result<GetObjectResult> S3::get_object(Call& call, const GetObject& in) {
  EMU_TRY(const Reading reading, read(call, read_request_of(in)));
  const StoredObject& object = *reading.object;
  auto result = describe_object<GetObjectResult>(in, object, reading.slice, reading.is_partial);
  result.body = object.body.slice(reading.slice.offset, reading.slice.size);
  return result;
}

Result<HeadObjectResult> S3::head_object(Call& call, const HeadObject& in) {
  EMU_TRY(const Reading reading, read(call, read_request_of(in)));
  return describe_object<HeadObjectResult>(in, *reading.object, reading.slice, reading.is_partial);
}

}  // namespace emu::s3
