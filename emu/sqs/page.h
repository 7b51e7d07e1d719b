// Lists of names, a page at a time.
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::sqs {

// Of which page an operation is asked.
struct PageRequest {
  const std::string& next_token;
  std::optional<std::int32_t> max_results;
};

// The first name that may be on the page: names after it follow. Empty for the first page.
Result<std::string> after_which(const PageRequest& request);

// Whether a page of that many names is full.
bool is_full(const PageRequest& request, std::size_t names);

// The token of the page that comes after this name.
std::string token_after(const std::string& name);

}  // namespace emu::sqs
