// Source: Amazon S3 API Reference, "GetObjectAttributes".
#include <algorithm>
#include <cstddef>
#include <string>

#include "s3/checksum.h"
#include "s3/errors.h"
#include "s3/listing.h"
#include "s3/object_settings.h"
#include "s3/service.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

constexpr NumberParameter kMaxPartsHeader = {.name = "x-amz-max-parts", .in_refusal = "max-parts"};
constexpr NumberParameter kMarkerHeader = {.name = "x-amz-part-number-marker",
                                           .in_refusal = "part-number-marker"};

bool asks_for(const GetObjectAttributes& in, std::string_view attribute) {
  return std::find(in.object_attributes.begin(), in.object_attributes.end(), attribute) !=
         in.object_attributes.end();
}

Status check_attributes(const GetObjectAttributes& in) {
  static constexpr std::array<std::string_view, 5> kKnown = {"ETag", "Checksum", "ObjectParts",
                                                             "StorageClass", "ObjectSize"};
  if (in.object_attributes.empty()) {
    return invalid_request(
        "The x-amz-object-attributes header specifying the attributes to be retrieved is either "
        "missing or empty");
  }
  for (const std::string& attribute : in.object_attributes) {
    if (std::find(kKnown.begin(), kKnown.end(), attribute) == kKnown.end()) {
      return invalid_argument("Invalid attribute name specified.", "x-amz-object-attributes",
                              attribute);
    }
  }
  return {};
}

// A composite checksum stands here without the number of parts, as recorded from AWS.
ObjectChecksum checksum_attribute(const Checksum& checksum) {
  ObjectChecksum attribute;
  fill_checksum(checksum, attribute);
  if (checksum.type == ChecksumType::kComposite) {
    std::string& value = checksum_field(checksum.algorithm, attribute);
    value.resize(value.rfind('-'));
  }
  return attribute;
}

GetObjectAttributesParts parts_attribute(const StoredObject& object, std::int32_t marker,
                                         std::size_t limit) {
  const auto& parts = multipart_origin(object)->parts;
  GetObjectAttributesParts attribute{.total_parts_count = static_cast<std::int32_t>(parts.size())};
  if (object.checksum.type != ChecksumType::kComposite) return attribute;
  attribute.part_number_marker = marker;
  attribute.next_part_number_marker = 0;
  attribute.max_parts = static_cast<std::int32_t>(limit);
  auto at = std::upper_bound(parts.begin(), parts.end(), marker,
                             [](std::int32_t number, const MultipartOrigin::PartInObject& part) {
                               return number < part.number;
                             });
  std::uint64_t begin = at == parts.begin() ? 0 : (at - 1)->end;
  for (; at != parts.end() && attribute.parts.size() < limit; ++at) {
    ObjectPart part{.part_number = at->number, .size = static_cast<std::int64_t>(at->end - begin)};
    checksum_field(object.checksum.algorithm, part) = at->checksum;
    attribute.parts.push_back(std::move(part));
    attribute.next_part_number_marker = at->number;
    begin = at->end;
  }
  attribute.is_truncated = limit != 0 && at != parts.end();
  return attribute;
}

}  // namespace

Result<GetObjectAttributesResult> S3::get_object_attributes(Call& call,
                                                            const GetObjectAttributes& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_key(in.key));
  EMU_CHECK(check_attributes(in));
  EMU_TRY(const std::size_t limit, page_limit(in.max_parts, kMaxPartsHeader));
  EMU_CHECK(check_not_negative(in.part_number_marker, kMarkerHeader));
  EMU_TRY(const StoredObject* opened, open_object(call, *bucket, in.key, in.version_id));
  const StoredObject& object = *opened;
  EMU_CHECK(check_customer_key(customer_key_of(in), object.encryption));

  GetObjectAttributesResult result{.last_modified = object.last_modified,
                                   .version_id = version_id_in_answers(*bucket, object.version_id)};
  if (asks_for(in, "ETag")) result.etag = bare_etag(object.etag);
  if (asks_for(in, "Checksum")) result.checksum = checksum_attribute(object.checksum);
  if (multipart_origin(object) != nullptr && asks_for(in, "ObjectParts")) {
    result.object_parts = parts_attribute(object, in.part_number_marker.value_or(0), limit);
  }
  if (asks_for(in, "StorageClass")) result.storage_class = object.storage_class;
  if (asks_for(in, "ObjectSize")) {
    result.object_size = static_cast<std::int64_t>(object.body.size());
  }
  return result;
}

}  // namespace emu::s3
