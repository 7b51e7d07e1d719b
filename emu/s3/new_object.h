// What a request that stores an object says of it, for PutObject and CreateMultipartUpload.
#pragma once

#include <emu/result.h>

#include <utility>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/world.h"
#include "s3/acl.h"
#include "s3/encryption.h"
#include "s3/object_lock.h"
#include "s3/object_settings.h"
#include "s3/state.h"
#include "s3/tags.h"

namespace emu::s3 {

// The object that is asked for, whose body, digests and time are still to come.
template <class In>
Result<StoredObject> new_object(const Call& call, const StoredBucket& bucket, const In& in) {
  EMU_TRY(ObjectAcl acl, acl_of_new_object(call, bucket, acl_of(in)));
  EMU_CHECK(check_storage_class(in.storage_class));
  EMU_CHECK(check_redirect_location(in.website_redirect_location));
  EMU_TRY(ObjectLock lock, new_lock(bucket, lock_request_of(in), call.world.now()));
  EMU_TRY(Metadata metadata, check_metadata(in.metadata));
  EMU_TRY(std::vector<Tag> tags, parse_tag_header(in.tagging));
  EMU_TRY(Encryption encryption, check_encryption(call, bucket, encryption_of(in)));
  StoredObject object{.body = {},
                      .etag = {},
                      .last_modified = {},
                      .checksum = {},
                      .headers = content_headers_of(in),
                      .metadata = std::move(metadata),
                      .storage_class = in.storage_class.empty() ? "STANDARD" : in.storage_class,
                      .encryption = std::move(encryption),
                      .tags = std::move(tags)};
  set_redirect_location(in, object);
  set_acl(std::move(acl), object);
  set_lock(std::move(lock), object);
  return object;
}

}  // namespace emu::s3
