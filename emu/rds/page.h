// Lists in pages, and their filters. A marker names the last entry of the page before.
#pragma once

#include <emu/rds/types.h>
#include <emu/result.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/base64.h"
#include "rds/errors.h"
#include "rds/limits.h"

namespace emu::rds {

// Gives `take` the entries of a map behind the request's marker that `keep` keeps, up to the page's
// size, and notes in the answer where the next page begins.
// Errors: InvalidParameterValue.
template <class Map, class In, class Answer, class Keep, class Take>
Status list_page(const Map& map, const In& in, Answer& answer, const Keep& keep, const Take& take) {
  const std::int32_t size = in.max_records.value_or(kPage);
  if (size < kPageMin || size > kPage) {
    return invalid_value(fmt::format("Invalid value {} for MaxRecords. Must be between {} and {}",
                                     size, kPageMin, kPage));
  }
  auto next = map.begin();
  if (in.marker && !in.marker->empty()) {
    const std::optional<std::string> last = base64_decode(*in.marker);
    if (!last) return invalid_value(fmt::format("The parameter Marker {} is invalid.", *in.marker));
    next = map.upper_bound(*last);
  }
  std::int32_t room = size;
  std::string last_key;
  for (; next != map.end(); ++next) {
    if (!keep(next->second)) continue;
    if (room-- == 0) {
      answer.marker = base64_encode(last_key);
      break;
    }
    take(next->second);
    last_key = next->first;
  }
  return {};
}

// Errors: InvalidParameterValue for a filter that is not among the known ones.
inline Status check_filters(const std::vector<Filter>& filters,
                            std::initializer_list<std::string_view> known) {
  for (const Filter& filter : filters) {
    if (std::find(known.begin(), known.end(), filter.name) == known.end()) {
      return invalid_value(fmt::format("Unrecognized filter name: {}", filter.name));
    }
  }
  return {};
}

// Whether no filter of that name keeps the value out.
inline bool passes(const std::vector<Filter>& filters, std::string_view name,
                   std::initializer_list<std::string_view> values) {
  return std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) {
    return filter.name != name ||
           std::any_of(values.begin(), values.end(), [&](std::string_view value) {
             return std::find(filter.values.begin(), filter.values.end(), value) !=
                    filter.values.end();
           });
  });
}

}  // namespace emu::rds
