// Lists in pages: a marker names the last entry of the page before.
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

// Gives `take` the keys and values after the request's marker for which `keep` holds, up to the
// page's size, and notes in the answer whether more follow. Keys are texts.
template <class Map, class In, class Answer, class Keep, class Take>
Status list_page(const Map& map, const In& in, Answer& answer, Keep keep, Take take) {
  auto next = map.begin();
  if (!in.marker.empty()) {
    const std::optional<std::string> last = base64_decode(in.marker);
    if (!last) return validation_error("Invalid Marker.");
    next = map.upper_bound(*last);
  }
  std::string_view last_key;
  std::int32_t room = in.max_items.value_or(kItemsDefault);
  for (; next != map.end(); ++next) {
    if (!keep(next->first, next->second)) continue;
    if (room-- == 0) {
      answer.is_truncated = true;
      answer.marker = base64_encode(last_key);
      break;
    }
    take(next->first, next->second);
    last_key = next->first;
  }
  return {};
}

template <class Map, class In, class Answer, class Take>
Status list_page(const Map& map, const In& in, Answer& answer, Take take) {
  return list_page(
      map, in, answer, [](const auto&, const auto&) { return true; }, take);
}

}  // namespace emu::iam
