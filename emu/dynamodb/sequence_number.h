// SequenceNumber: where a change stands in its stream.
//
// It is the time of the change, in microseconds, and a count within it. So it says by itself
// whether the record has been trimmed, and in which shard it is: a shard is a span of time.
#pragma once

#include <emu/time.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::dynamodb {

struct SequenceNumber {
  std::int64_t microseconds = 0;  // since 1970
  std::uint32_t count = 0;        // less than kCountEnd

  static constexpr std::uint32_t kCountEnd = 1'000'000'000;

  // The least number of a time.
  static SequenceNumber at(Time time) { return {time.time_since_epoch().count(), 0}; }
  Time time() const { return Time(Duration(microseconds)); }

  SequenceNumber next() const {
    if (count + 1 < kCountEnd) return {microseconds, count + 1};
    return {microseconds + 1, 0};
  }
  SequenceNumber previous() const {
    if (count > 0) return {microseconds, count - 1};
    return {microseconds - 1, kCountEnd - 1};
  }

  friend auto operator<=>(const SequenceNumber&, const SequenceNumber&) = default;

  // "1767225600000000000000000": the digits of the microseconds, then nine of the count.
  std::string text() const;
  // Nothing for what text() would not give.
  static std::optional<SequenceNumber> parse(std::string_view text);
};

}  // namespace emu::dynamodb
