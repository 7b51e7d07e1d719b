// Lists, page by page. A token holds the name after which the next page begins.
#pragma once

#include <emu/result.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/text/base64.h"
#include "ses/errors.h"

namespace emu::ses {

// How many entries a page has, and how many are asked for.
struct PageSize {
  std::size_t usual;
  std::size_t max;
};

struct PageRequest {
  const std::optional<std::string>& token;
  const std::optional<std::int32_t>& size;
};

// Visits a page of a map from names, as visit(const Value&) -> bool: whether the entry counts.
// Gives the token of the next page, empty behind the last.
template <class Map, class Visit>
Result<std::string> visit_page(const Map& map, const PageRequest& request, PageSize size,
                               const Visit& visit) {
  std::string after;
  if (request.token && !request.token->empty()) {
    auto name = base64_decode(*request.token);
    if (!name || name->empty()) return invalid_token();
    after = *std::move(name);
  }
  const auto wanted = static_cast<std::size_t>(std::max(request.size.value_or(0), 0));
  const std::size_t count = wanted == 0 ? size.usual : std::min(wanted, size.max);
  std::size_t visited = 0;
  const std::string* last = nullptr;
  for (auto entry = map.upper_bound(after); entry != map.end(); ++entry) {
    if (visited == count) return base64_encode(*last);
    if (visit(entry->second)) {
      ++visited;
      last = &entry->first;
    }
  }
  return std::string();
}

}  // namespace emu::ses
