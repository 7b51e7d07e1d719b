#include "s3/object_settings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

Error metadata_too_large(std::size_t size) {
  return make_error(
      "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", 400,
      {{"Size", std::to_string(size)}, {"MaxSizeAllowed", std::to_string(kMetadataBytesMax)}});
}

Error key_too_long(std::size_t size) {
  return make_error(
      "KeyTooLongError", "Your key is too long", 400,
      {{"Size", std::to_string(size)}, {"MaxSizeAllowed", std::to_string(kKeyBytesMax)}});
}

Error invalid_storage_class(std::string_view storage_class) {
  return make_error("InvalidStorageClass", "The storage class you specified is not valid", 400,
                    {{"StorageClassRequested", std::string(storage_class)}});
}

Error invalid_redirect_location() {
  return make_error(
      "InvalidRedirectLocation",
      "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.", 400);
}

}  // namespace

Result<Metadata> check_metadata(const Metadata& metadata) {
  Metadata checked;
  std::size_t size = 0;
  for (const auto& [name, value] : metadata) {
    size += name.size() + value.size();
    checked.emplace(lower_case(name), value);
  }
  if (size > kMetadataBytesMax) return metadata_too_large(size);
  return checked;
}

Status check_key(std::string_view key) {
  if (key.size() > kKeyBytesMax) return key_too_long(key.size());
  if (!is_valid_utf8(key)) return invalid_uri(key);
  return {};
}

Status check_storage_class(std::string_view storage_class) {
  static constexpr std::array<std::string_view, 8> kClasses = {
      "STANDARD",   "REDUCED_REDUNDANCY",  "STANDARD_IA", "ONEZONE_IA",
      "GLACIER_IR", "INTELLIGENT_TIERING", "GLACIER",     "DEEP_ARCHIVE"};
  if (storage_class.empty()) return {};
  if (std::find(kClasses.begin(), kClasses.end(), storage_class) != kClasses.end()) return {};
  return invalid_storage_class(storage_class);
}

Status check_redirect_location(std::string_view location) {
  if (location.empty() || location.starts_with('/') || location.starts_with("http://") ||
      location.starts_with("https://")) {
    return {};
  }
  return invalid_redirect_location();
}

}  // namespace emu::s3
