#include "s3/mfa.h"

#include <algorithm>
#include <cstddef>

#include "core/text/ascii.h"
#include "s3/errors.h"

namespace emu::s3 {

namespace {

constexpr std::size_t kCodeDigits = 6;

}  // namespace

bool deletes_need_mfa(const StoredBucket& bucket) { return bucket.mfa_delete == "Enabled"; }

Status check_mfa(std::string_view header) {
  const auto space = header.find(' ');
  const std::string_view code =
      space == header.npos ? std::string_view() : header.substr(space + 1);
  if (space != 0 && code.size() == kCodeDigits && std::all_of(code.begin(), code.end(), is_digit)) {
    return {};
  }
  return make_error("AccessDenied", "Mfa Authentication must be used for this request", 403);
}

}  // namespace emu::s3
