// Lists, page by page. A token holds the name after which the next page begins.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/base64.h"
#include "eventbridge/errors.h"
#include "eventbridge/limits.h"

namespace emu::eventbridge {

// Visits what a map from names holds from where the request's token says, as visit(name, value) ->
// bool, which says whether it was taken, until the page is full. Answers the token of the next
// page, empty after the last one.
template <class In, class Map, class Visit>
Result<std::string> take_page(const In& in, Map& map, std::string_view prefix, const Visit& visit) {
  auto entry = map.lower_bound(prefix);
  if (in.next_token) {
    const std::optional<std::string> last = base64_decode(*in.next_token);
    if (!last || last->empty()) return invalid_token();
    if (*last > prefix) entry = map.upper_bound(*last);
  }
  const auto most = static_cast<std::size_t>(in.limit.value_or(kPageMax));
  std::size_t taken = 0;
  std::string last_name;
  for (; entry != map.end() && entry->first.starts_with(prefix); ++entry) {
    if (taken == most) return base64_encode(last_name);
    if (visit(entry->first, entry->second)) ++taken;
    last_name = entry->first;
  }
  return std::string();
}

}  // namespace emu::eventbridge
