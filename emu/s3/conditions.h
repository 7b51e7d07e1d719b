// Conditional reads, copies and writes.
// Sources: Amazon S3 API Reference, "GetObject", "CopyObject"; User Guide, "Add preconditions to S3
// operations with conditional requests".
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <optional>
#include <string_view>

#include "s3/state.h"

namespace emu::s3 {

struct ReadConditions {
  std::string_view if_match;
  std::string_view if_none_match;
  std::optional<Time> if_modified_since;
  std::optional<Time> if_unmodified_since;
};

// An ETag without its quotes and mark of weakness.
std::string_view bare_etag(std::string_view text);

// Whether an ETag of a header's list is that of the object. Quotes may be missing; * is any ETag.
bool etag_matches(std::string_view header, std::string_view etag);

// Fails with NotModified, whose fields are headers of the answer, or with PreconditionFailed.
Status check_read(const ReadConditions& conditions, const StoredObject& object, Time now);

// The same of the source of a copy, where each failure is PreconditionFailed.
Status check_copy_source(const ReadConditions& conditions, const StoredObject& source, Time now);

struct WriteConditions {
  std::string_view if_match;
  std::string_view if_none_match;
};

template <class In>
WriteConditions write_conditions_of(const In& in) {
  return {.if_match = in.if_match, .if_none_match = in.if_none_match};
}

// Whether a write may take the place of the current object; a delete marker is no object.
Status check_write(const WriteConditions& conditions, std::string_view key,
                   const StoredBucket& bucket);

}  // namespace emu::s3
