// Lists in pages: a marker names the last entry that was given.
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/base64.h"
#include "iam/errors.h"
#include "iam/limits.h"

namespace emu::iam {

struct PageEnd {
  bool is_truncated = false;
  std::string marker = {};
};

// Gives `take` the keys and values after the marker for which `keep` holds, up to the page's size.
// Keys are texts.
template <class Map, class Keep, class Take>
Result<PageEnd> list_page(const Map& map, const std::string& marker,
                          std::optional<std::int32_t> max_items, Keep keep, Take take) {
  auto next = map.begin();
  if (!marker.empty()) {
    const std::optional<std::string> last = base64_decode(marker);
    if (!last) return invalid_marker();
    next = map.upper_bound(*last);
  }
  PageEnd end;
  std::string_view last_key;
  std::int32_t room = max_items.value_or(kItemsDefault);
  for (; next != map.end(); ++next) {
    if (!keep(next->first, next->second)) continue;
    if (room-- == 0) {
      end.is_truncated = true;
      end.marker = base64_encode(last_key);
      break;
    }
    take(next->first, next->second);
    last_key = next->first;
  }
  return end;
}

template <class Map, class Take>
Result<PageEnd> list_page(const Map& map, const std::string& marker,
                          std::optional<std::int32_t> max_items, Take take) {
  return list_page(
      map, marker, max_items, [](const auto&, const auto&) { return true; }, take);
}

}  // namespace emu::iam
