// GetObject and HeadObject.
// Source: Amazon S3 API Reference, "GetObject", "HeadObject".
#include <fmt/format.h>

#include <utility>

#include "s3/checksum.h"
#include "s3/errors.h"
#include "s3/lifecycle_plan.h"
#include "s3/object_lock.h"
#include "s3/object_settings.h"
#include "s3/service.h"
#include "s3/uploads.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

Status check_part_read(std::string_view range, std::optional<std::int32_t> part_number) {
  if (!part_number) return {};
  if (!range.empty()) {
    return invalid_request("Cannot specify both Range header and partNumber query parameter");
  }
  return check_part_number(*part_number);
}

// The headers of the object, or what the request wants in their place.
template <class In, class Out>
void fill_headers(const In& in, const ContentHeaders& headers, Out& out) {
  const auto choose = [](const std::string& wanted, const std::string& header) -> auto& {
    return wanted.empty() ? header : wanted;
  };
  out.content_type = choose(in.response_content_type, headers.content_type);
  out.cache_control = choose(in.response_cache_control, headers.cache_control);
  out.content_disposition = choose(in.response_content_disposition, headers.content_disposition);
  out.content_encoding = choose(in.response_content_encoding, headers.content_encoding);
  out.content_language = choose(in.response_content_language, headers.content_language);
  out.expires = choose(in.response_expires, headers.expires);
}

// Of the whole object, or of a part of one with a composite checksum.
template <class Out>
void fill_read_checksum(const StoredObject& object, const Slice& slice, std::size_t part_number,
                        Out& out) {
  const MultipartOrigin* origin = multipart_origin(object);
  if (part_number != 0 && origin != nullptr) {
    if (object.checksum.type != ChecksumType::kComposite) return;
    fill_checksum({.algorithm = object.checksum.algorithm,
                   .type = object.checksum.type,
                   .value = origin->parts[part_number - 1].checksum},
                  out);
  } else if (slice.size == object.body.size()) {
    fill_checksum(object.checksum, out);
  }
}

template <class Out, class In>
Out describe_object(const In& in, const StoredBucket& bucket, const StoredObject& object,
                    const Slice& slice, bool is_partial) {
  Out out;
  out.status_code = is_partial ? 206 : 200;
  out.accept_ranges = "bytes";
  out.last_modified = object.last_modified;
  out.content_length = static_cast<std::int64_t>(slice.size);
  out.etag = object.etag;
  out.version_id = version_id_in_answers(bucket, object.version_id);
  fill_headers(in, object.headers, out);
  if (is_partial) {
    out.content_range = fmt::format("bytes {}-{}/{}", slice.offset, slice.offset + slice.size - 1,
                                    object.body.size());
  }
  if (object.extras != nullptr) {
    out.website_redirect_location = object.extras->website_redirect_location;
  }
  out.metadata = object.metadata;
  if (object.storage_class != "STANDARD") out.storage_class = object.storage_class;
  if (!object.tags.empty()) out.tag_count = static_cast<std::int32_t>(object.tags.size());
  fill_encryption(object.encryption, out);
  // The rules for versions that are not current are told nowhere.
  if (bucket.lifecycle && current_object(bucket, in.key) == &object) {
    out.expiration = expiration_header(bucket, in.key, object);
  }
  const auto part_number = static_cast<std::size_t>(in.part_number.value_or(0));
  if (in.checksum_mode == "ENABLED") fill_read_checksum(object, slice, part_number, out);
  const MultipartOrigin* origin = multipart_origin(object);
  if (part_number != 0 && origin != nullptr) {
    out.parts_count = static_cast<std::int32_t>(origin->parts.size());
  }
  return out;
}

Error invalid_part_number(std::size_t requested, std::size_t count) {
  return make_error("InvalidPartNumber", "The requested partnumber is not satisfiable", 416,
                    {{"PartNumberRequested", std::to_string(requested)},
                     {"ActualPartCount", std::to_string(count)}});
}

// Where a part lies, counted from the first, whatever its number was in the upload. An object that
// was put whole is its only part.
Result<Slice> slice_of_part(const StoredObject& object, std::size_t part_number) {
  const MultipartOrigin* origin = multipart_origin(object);
  const std::size_t count = origin == nullptr ? 1 : origin->parts.size();
  if (part_number > count) return invalid_part_number(part_number, count);
  if (origin == nullptr) return Slice{.size = object.body.size()};
  const std::uint64_t begin = part_number == 1 ? 0 : origin->parts[part_number - 2].end;
  return Slice{.offset = begin, .size = origin->parts[part_number - 1].end - begin};
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
          .payer = in.request_payer,
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
  EMU_TRY(StoredBucket* bucket, open(call, request.bucket, request.expected_owner, request.payer));
  EMU_CHECK(check_key(request.key));
  EMU_CHECK(check_part_read(request.range, request.part_number));
  EMU_TRY(const StoredObject* opened, open_object(call, *bucket, request.key, request.version_id));
  const StoredObject& object = *opened;
  EMU_CHECK(check_customer_key(request.customer_key, object.encryption));
  EMU_CHECK(check_read(request.conditions, object, world_.now()));

  const std::uint64_t size = object.body.size();
  if (request.part_number) {
    EMU_TRY(const Slice part,
            slice_of_part(object, static_cast<std::size_t>(*request.part_number)));
    // There is no Content-Range of no bytes.
    return Reading{
        .bucket = bucket, .object = &object, .slice = part, .is_partial = part.size != 0};
  }
  const auto range = parse_range(request.range);
  if (!range)
    return Reading{
        .bucket = bucket, .object = &object, .slice = {.size = size}, .is_partial = false};
  const auto slice = resolve(*range, size);
  if (!slice) return invalid_range(request.range, size);
  return Reading{.bucket = bucket, .object = &object, .slice = *slice, .is_partial = true};
}

Result<GetObjectResult> S3::get_object(Call& call, const GetObject& in) {
  EMU_TRY(const Reading reading, read(call, read_request_of(in)));
  const StoredObject& object = *reading.object;
  auto result = describe_object<GetObjectResult>(in, *reading.bucket, object, reading.slice,
                                                 reading.is_partial);
  fill_lock(shown_lock(call, *reading.bucket, in.key, in.version_id, object), result);
  result.body = object.body.slice(reading.slice.offset, reading.slice.size);
  request_metrics_.downloaded(*reading.bucket, in.key, reading.slice.size);
  return result;
}

Result<HeadObjectResult> S3::head_object(Call& call, const HeadObject& in) {
  EMU_TRY(const Reading reading, read(call, read_request_of(in)));
  auto result = describe_object<HeadObjectResult>(in, *reading.bucket, *reading.object,
                                                  reading.slice, reading.is_partial);
  fill_lock(shown_lock(call, *reading.bucket, in.key, in.version_id, *reading.object), result);
  return result;
}

}  // namespace emu::s3
