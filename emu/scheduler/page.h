// Lists, page by page. A token holds the key after which the next page begins.
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>

#include "core/text/base64.h"
#include "scheduler/errors.h"
#include "scheduler/limits.h"

namespace emu::scheduler {

// The key of a request's token, empty for the first page.
template <class In>
Result<std::string> key_of_token(const In& in) {
  if (!in.next_token) return std::string();
  std::optional<std::string> key = base64_decode(*in.next_token);
  if (!key || key->empty()) return invalid_token();
  return *std::move(key);
}

template <class In>
std::size_t page_size(const In& in) {
  return static_cast<std::size_t>(in.max_results.value_or(kPageMax));
}

}  // namespace emu::scheduler
