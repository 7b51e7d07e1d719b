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

template <class In>
void set_redirect_location(const In& in, StoredObject& object) {
  if (in.website_redirect_location.empty()) return;
  extras_of(object).website_redirect_location = in.website_redirect_location;
}

Status check_key(std::string_view key);
Status check_storage_class(std::string_view storage_class);
Status check_redirect_location(std::string_view location);

}  // namespace emu::s3
