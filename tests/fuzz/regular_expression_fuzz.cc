// A regular expression and, behind its line, a text; and the text as an expression of its own
// characters, which it must match.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/assert.h"
#include "core/pattern/regular_expression.h"
#include "core/text/utf8.h"
#include "fuzz/input.h"

using namespace emu;

namespace {

constexpr std::size_t kPatternMax = 1024;
constexpr std::size_t kValueMax = 1024;  // shorter than those of AWS, since many are tried

std::string escaped(std::string_view value) {
  std::string pattern;
  for (const char c : value) {
    if (std::string_view("\\.[]{}()*+?^$|").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input in(data, size);
  const std::string_view pattern = in.line().substr(0, kPatternMax);
  const std::string_view value = in.rest().substr(0, kValueMax);
  if (const auto read = pattern::RegularExpression::parse(pattern)) {
    const bool is_found = read->occurs_in(value);
    EMU_ASSERT(is_found || !read->matches(value), "all of a text is a part of it");
  }
  if (!is_valid_utf8(value)) return 0;
  const auto own = pattern::RegularExpression::parse(escaped(value));
  EMU_ASSERT(own && own->matches(value), "a value matches the pattern of its own characters");
  return 0;
}
