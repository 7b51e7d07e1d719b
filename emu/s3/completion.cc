#include "s3/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/hash/hash.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "core/text/hex.h"
#include "s3/conditions.h"
#include "s3/digests.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/uploads.h"

namespace emu::s3 {

namespace {

Error invalid_part(std::string_view upload_id, const CompletedPart& named) {
  return make_error("InvalidPart",
                    "One or more of the specified parts could not be found.  The part may not have "
                    "been uploaded, or the specified entity tag may not match the part's entity "
                    "tag.",
                    400,
                    {{"UploadId", std::string(upload_id)},
                     {"PartNumber", std::to_string(*named.part_number)},
                     {"ETag", std::string(bare_etag(named.etag))}});
}

Error invalid_part_order(std::string_view upload_id) {
  return make_error("InvalidPartOrder",
                    "The list of parts was not in ascending order. Parts must be ordered by part "
                    "number.",
                    400, {{"UploadId", std::string(upload_id)}});
}

Error entity_too_small(const ChosenPart& chosen) {
  return make_error("EntityTooSmall",
                    "Your proposed upload is smaller than the minimum allowed size", 400,
                    {{"ProposedSize", std::to_string(chosen.part->body.size())},
                     {"MinSizeAllowed", std::to_string(kPartBytesMin)},
                     {"PartNumber", std::to_string(chosen.number)},
                     {"ETag", hex_encode(as_bytes(chosen.part->md5))}});
}

Error part_checksum_missing(ChecksumAlgorithm algorithm, std::int32_t number) {
  return invalid_request(
      fmt::format("The upload was created using a {} checksum. The complete request must include "
                  "the checksum for each part. It was missing for part {} in the request.",
                  lower_case(name_of(algorithm)), number));
}

// A composite checksum is of the parts' checksums, which come again with the list.
Status check_part_checksums(const CompletedPart& named, const StoredPart& part,
                            const StoredUpload& upload, std::string_view upload_id) {
  const GivenChecksums given = checksums_in(named);
  const Checksum& checksum = upload.object.checksum;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].empty()) continue;
    if (static_cast<ChecksumAlgorithm>(i) != checksum.algorithm || given[i] != part.checksum) {
      return invalid_part(upload_id, named);
    }
  }
  const bool has_own = !given[static_cast<std::size_t>(checksum.algorithm)].empty();
  if (checksum.type == ChecksumType::kComposite && !has_own) {
    return part_checksum_missing(checksum.algorithm, *named.part_number);
  }
  return {};
}

// Parts may leave out numbers, unless they have checksums of a composite one.
Status check_order(const std::vector<CompletedPart>& list, const StoredUpload& upload,
                   std::string_view upload_id) {
  const bool consecutive = upload.object.checksum.type == ChecksumType::kComposite;
  std::int32_t before = 0;
  for (const CompletedPart& named : list) {
    const std::int32_t number = *named.part_number;
    if (number <= before || (consecutive && number != before + 1)) {
      return invalid_part_order(upload_id);
    }
    before = number;
  }
  return {};
}

// A composite checksum may be claimed with the number of parts behind it, or without.
std::string_view without_count(std::string_view checksum) {
  return checksum.substr(0, checksum.rfind('-'));
}

bool is_claimed(std::string_view claimed, const Checksum& checksum) {
  if (claimed == checksum.value) return true;
  return checksum.type == ChecksumType::kComposite && claimed == without_count(checksum.value);
}

}  // namespace

Status check_part_list(const std::optional<CompletedMultipartUpload>& list) {
  if (!list) return invalid_request("You must specify at least one part");
  if (list->parts.empty() || list->parts.size() > kPartNumberMax) return malformed_xml();
  for (const CompletedPart& named : list->parts) {
    if (!named.part_number || named.etag.empty()) return malformed_xml();
    if (*named.part_number < 1) {
      return invalid_argument("PartNumber must be >= 1", "PartNumber",
                              std::to_string(*named.part_number));
    }
  }
  return {};
}

Result<ChosenParts> choose_parts(StoredUpload& upload, std::string_view upload_id,
                                 const std::vector<CompletedPart>& list) {
  EMU_CHECK(check_order(list, upload, upload_id));
  ChosenParts chosen;
  chosen.reserve(list.size());
  for (const CompletedPart& named : list) {
    const auto found = upload.parts.find(*named.part_number);
    if (found == upload.parts.end() ||
        bare_etag(named.etag) != hex_encode(as_bytes(found->second.md5))) {
      return invalid_part(upload_id, named);
    }
    EMU_CHECK(check_part_checksums(named, found->second, upload, upload_id));
    chosen.push_back({.number = found->first, .part = &found->second});
  }
  const auto small = std::find_if(chosen.begin(), chosen.end() - 1, [](const ChosenPart& part) {
    return part.part->body.size() < kPartBytesMin;
  });
  if (small != chosen.end() - 1) return entity_too_small(*small);
  return chosen;
}

ObjectDigests digests_of_parts(const StoredUpload& upload, const ChosenParts& chosen) {
  const Checksum& asked = upload.object.checksum;
  ChecksumJoiner joiner(asked.algorithm, asked.type);
  Md5 md5_of_sums;
  std::uint64_t end = 0;
  std::vector<MultipartOrigin::PartInObject> parts;
  parts.reserve(chosen.size());
  for (const auto& [number, part] : chosen) {
    end += part->body.size();
    joiner.add({.value = part->checksum, .size = part->body.size()});
    md5_of_sums.update(as_bytes(part->md5));
    parts.push_back({.number = number, .end = end, .checksum = part->checksum});
  }
  return {
      .etag = fmt::format("\"{}-{}\"", hex_encode(as_bytes(md5_of_sums.finish())), chosen.size()),
      .checksum = joiner.join(),
      .parts = std::move(parts)};
}

Status check_claims(const CompleteMultipartUpload& in, const StoredUpload& upload,
                    const ObjectDigests& digests) {
  const Checksum& checksum = digests.checksum;
  if (!in.checksum_type.empty()) {
    const auto type = checksum_type(in.checksum_type);
    if (!type) return invalid_request("Value for x-amz-checksum-type header is invalid.");
    if (*type != checksum.type) {
      return invalid_request(
          fmt::format("The upload was created using the {} checksum mode. The complete request "
                      "must use the same checksum mode.",
                      name_of(checksum.type)));
    }
  }
  if (in.mpu_object_size) {
    if (*in.mpu_object_size < 0) {
      return invalid_request("Value for x-amz-mp-object-size header is invalid.");
    }
    if (static_cast<std::uint64_t>(*in.mpu_object_size) != digests.size()) {
      return invalid_request(
          fmt::format("The provided 'x-amz-mp-object-size' header value {} does not match what was "
                      "computed: {}",
                      *in.mpu_object_size, digests.size()));
    }
  }
  EMU_TRY(const auto only, only_algorithm(checksums_in(in)));
  if (!only) return {};
  if (*only != checksum.algorithm) return checksum_mismatch(asked_algorithm(upload), only);
  const std::string_view claimed = checksums_in(in)[static_cast<std::size_t>(*only)];
  const bool is_composite = checksum.type == ChecksumType::kComposite;
  if (!is_checksum(*only, is_composite ? without_count(claimed) : claimed)) {
    return invalid_checksum(*only);
  }
  if (is_claimed(claimed, checksum)) return {};
  return bad_checksum(*only);
}

Blob join_parts(const ChosenParts& chosen, std::uint64_t size) {
  if (chosen.size() == 1) return std::move(chosen.front().part->body);
  std::string body;
  body.reserve(size);
  for (const ChosenPart& next : chosen) {
    body += next.part->body.view();
    next.part->body = {};
  }
  return body;
}

}  // namespace emu::s3
