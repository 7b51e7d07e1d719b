#include "s3/bucket_name.h"

#include <algorithm>
#include <cstddef>

#include "core/text/ascii.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

bool is_lower_alphanumeric(char c) { return is_lower(c) || is_digit(c); }

bool looks_like_ip_address(std::string_view name) {
  int dots = 0;
  std::size_t digits = 0;
  for (const char c : name) {
    if (c == '.') {
      if (digits == 0) return false;
      ++dots;
      digits = 0;
    } else if (is_digit(c) && digits < 3) {
      ++digits;
    } else {
      return false;
    }
  }
  return dots == 3 && digits > 0;
}

bool is_reserved(std::string_view name) {
  for (const std::string_view prefix : {"xn--", "sthree-", "amzn-s3-demo-"}) {
    if (name.starts_with(prefix)) return true;
  }
  for (const std::string_view suffix : {"-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"}) {
    if (name.ends_with(suffix)) return true;
  }
  return false;
}

}  // namespace

bool is_bucket_name(std::string_view name) {
  if (name.size() < kBucketNameLengthMin || name.size() > kBucketNameLengthMax) return false;
  const bool allowed = std::all_of(name.begin(), name.end(), [](char c) {
    return is_lower_alphanumeric(c) || c == '.' || c == '-';
  });
  return allowed && is_lower_alphanumeric(name.front()) && is_lower_alphanumeric(name.back()) &&
         name.find("..") == name.npos && !looks_like_ip_address(name) && !is_reserved(name);
}

bool is_region_name(std::string_view text) {
  const auto first = text.find('-');
  const auto last = text.rfind('-');
  if (first == text.npos || first < 2 || first == last || last + 2 != text.size()) return false;
  return is_digit(text.back()) && std::all_of(text.begin(), text.begin() + static_cast<long>(last),
                                              [](char c) { return is_lower(c) || c == '-'; });
}

}  // namespace emu::s3
