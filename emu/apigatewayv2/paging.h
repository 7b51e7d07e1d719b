// Pages of a list by id. A token is the last id of a page.
#pragma once

#include <emu/result.h>

#include <charconv>
#include <cstddef>
#include <string>
#include <system_error>

#include "apigatewayv2/errors.h"
#include "apigatewayv2/limits.h"
#include "apigatewayv2/state.h"

namespace emu::apigatewayv2 {

inline Result<std::size_t> page_size(const std::string& max_results) {
  if (max_results.empty()) return kPageMax;
  std::size_t size = 0;
  const char* end = max_results.data() + max_results.size();
  const auto read = std::from_chars(max_results.data(), end, size);
  if (read.ec != std::errc() || read.ptr != end || size < 1 || size > kPageMax) {
    return bad_page_size();
  }
  return size;
}

// `answer_of` makes of a part what the answer holds.
template <class Answer, class Request, class T, class AnswerOf>
Result<Answer> page_of(const Request& in, const ById<T>& parts, AnswerOf answer_of) {
  EMU_TRY(const std::size_t size, page_size(in.max_results));
  auto part = parts.begin();
  if (!in.next_token.empty()) {
    part = parts.find(in.next_token);
    if (part == parts.end()) return bad_page_token();
    ++part;
  }
  Answer out;
  for (; part != parts.end() && out.items.size() < size; ++part) {
    out.items.push_back(answer_of(part->second));
    out.next_token = part->first;
  }
  if (part == parts.end()) out.next_token.clear();
  return out;
}

}  // namespace emu::apigatewayv2
