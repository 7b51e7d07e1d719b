// The settings of an object in requests that store it, checked and put together.
#pragma once

#include <emu/result.h>

#include <map>
#include <string>
#include <string_view>

#include "s3/state.h"

namespace emu::s3 {

using Metadata = std::map<std::string, std::string>;

// Names in lower case, as headers lose theirs; at most 2 KiB.
Result<Metadata> check_metadata(const Metadata& metadata);

template <class In>
ContentHeaders content_headers_of(const In& in) {
  return {.content_type = in.content_type.empty() ? "binary/octet-stream" : in.content_type,
          .cache_control = in.cache_control,
          .content_disposition = in.content_disposition,
          .content_encoding = in.content_encoding,
          .content_language = in.content_language,
          .expires = in.expires};
}

Status check_key(std::string_view key);
Status check_storage_class(std::string_view storage_class);
Status check_redirect_location(std::string_view location);

// Buckets have no object lock, so asking for a lock is refused.
template <class In>
bool asks_for_lock(const In& in) {
  return !in.object_lock_mode.empty() || in.object_lock_retain_until_date.has_value() ||
         !in.object_lock_legal_hold_status.empty();
}
Error no_object_lock();

// Objects have one version, "null".
Status check_version(std::string_view version_id);

}  // namespace emu::s3
