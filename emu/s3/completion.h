// The end of an upload in parts: which parts the object is made of, and what it is then.
// Sources: Amazon S3 API Reference, "CompleteMultipartUpload"; User Guide, "Checking object
// integrity in Amazon S3".
#pragma once

#include <emu/blob.h>
#include <emu/result.h>
#include <emu/s3/multipart.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "s3/checksum.h"
#include "s3/state.h"

namespace emu::s3 {

// The parts of an upload that become the object, in their order.
struct ChosenPart {
  std::int32_t number;
  StoredPart* part;
};
using ChosenParts = std::vector<ChosenPart>;

// Whether there is a list of parts in which each has its number and ETag.
Status check_part_list(const std::optional<CompletedMultipartUpload>& list);

// The parts that a well-formed list names. Fails when one is not there or is another than named,
// when they are out of order, or when one but the last is too small.
Result<ChosenParts> choose_parts(StoredUpload& upload, std::string_view upload_id,
                                 const std::vector<CompletedPart>& list);

// ETag, checksum and parts of the object, as which it is put together.
struct ObjectDigests {
  std::string etag;
  Checksum checksum;
  std::vector<MultipartOrigin::PartInObject> parts;
  std::uint64_t size() const { return parts.back().end; }
};
ObjectDigests digests_of_parts(const StoredUpload& upload, const ChosenParts& chosen);

// Whether the checksum, its type and the size that a request claims are those of the object.
Status check_claims(const CompleteMultipartUpload& in, const StoredUpload& upload,
                    const ObjectDigests& digests);

// One body of all parts. Each is let go when it has been copied, so that no more than one takes
// memory twice.
Blob join_parts(const ChosenParts& chosen, std::uint64_t size);

}  // namespace emu::s3
