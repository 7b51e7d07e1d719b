// Times and durations as texts, and what conditions compare with them.

#include <cstddef>
#include <cstdint>

#include "core/base/assert.h"
#include "core/policy/scalars.h"
#include "core/time/duration_text.h"
#include "core/time/http_date.h"
#include "core/time/iso_time.h"
#include "fuzz/input.h"
#include "wire/sigv4/sigv4_time.h"

using namespace emu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::Input(data, size).rest();
  if (const auto duration = parse_duration_text(text)) duration_text(*duration);
  if (const auto time = parse_iso8601(text)) iso8601(*time);
  if (const auto time = parse_http_date(text)) {
    EMU_ASSERT(parse_http_date(http_date(*time)) == time, "a date is written as it was read");
  }
  if (const auto time = policy::parse_date(text)) iso8601(*time);
  wire::parse_sigv4_time(text);
  policy::parse_number(text);
  if (const auto block = policy::parse_ip_block(text)) {
    EMU_ASSERT(block->contains(*block), "a block lies in itself");
  }
  return 0;
}
