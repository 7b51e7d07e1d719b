#include "core/policy/scalars.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>

#include "core/text/ascii.h"

namespace emu::policy {

namespace {

constexpr int kIpv4PrefixBits = 96;

constexpr std::int64_t kSecondsMax = 253'402'300'799;  // the end of the year 9999

template <class Number>
std::optional<Number> parse_whole(std::string_view text, int base = 10) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return {};
  return number;
}

// Reads from the front of a text, once.
class ScalarReader {
 public:
  explicit ScalarReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool next_is(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool take(char c) {
    if (!next_is(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Exactly that many digits.
  std::optional<unsigned> digits(std::size_t count) {
    if (rest_.size() < count) return {};
    const std::string_view text = rest_.substr(0, count);
    if (!std::all_of(text.begin(), text.end(), is_digit)) return {};
    rest_.remove_prefix(count);
    return parse_whole<unsigned>(text);
  }
  // The fraction of a second behind its point, in microseconds.
  Duration fraction() {
    Duration total(0);
    for (Duration unit(100'000); !rest_.empty() && is_digit(rest_.front()); unit /= 10) {
      total += (rest_.front() - '0') * unit;
      rest_.remove_prefix(1);
    }
    return total;
  }

 private:
  std::string_view rest_;
};

std::optional<Duration> read_time_of_day(ScalarReader& in) {
  const auto hour = in.digits(2);
  if (!hour || !in.take(':')) return {};
  const auto minute = in.digits(2);
  if (!minute || *hour > 23 || *minute > 59) return {};
  Duration time = std::chrono::hours(*hour) + std::chrono::minutes(*minute);
  if (in.take(':')) {
    const auto second = in.digits(2);
    if (!second || *second > 60) return {};
    time += std::chrono::seconds(*second);
    if (in.take('.')) time += in.fraction();
  }
  return time;
}

// "Z", "+09:00", "-0500" or nothing, which is UTC.
std::optional<Duration> read_offset(ScalarReader& in) {
  if (in.take('Z') || in.at_end()) return Duration(0);
  const bool is_west = in.next_is('-');
  if (!in.take('-') && !in.take('+')) return {};
  const auto hours = in.digits(2);
  in.take(':');
  const auto minutes = in.digits(2);
  if (!hours || !minutes) return {};
  const Duration offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return is_west ? -offset : offset;
}

bool read_ipv4(std::string_view text, std::uint8_t* out) {
  for (int i = 0; i < 4; ++i) {
    const std::size_t dot = i < 3 ? text.find('.') : text.size();
    if (dot == text.npos) return false;
    const auto part = parse_whole<std::uint8_t>(text.substr(0, dot));
    if (!part) return false;
    out[i] = *part;
    text.remove_prefix(std::min(dot + 1, text.size()));
  }
  return true;
}

// Reads groups from the front; gives the number of their bytes, or nothing when a group is broken.
std::optional<std::size_t> read_groups(std::string_view text, std::array<std::uint8_t, 16>& out) {
  std::size_t length = 0;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const std::string_view group = text.substr(0, colon);
    if (colon == text.npos && group.find('.') != group.npos) {
      if (length + 4 > out.size() || !read_ipv4(group, &out[length])) return {};
      return length + 4;
    }
    const auto value = parse_whole<std::uint16_t>(group, 16);
    if (!value || length + 2 > out.size()) return {};
    out[length++] = static_cast<std::uint8_t>(*value >> 8U);
    out[length++] = static_cast<std::uint8_t>(*value & 0xFFU);
    if (colon == text.npos) break;
    text.remove_prefix(colon + 1);
    if (text.empty()) return {};
  }
  return length;
}

bool read_ipv6(std::string_view text, std::array<std::uint8_t, 16>& out) {
  const std::size_t gap = text.find("::");
  if (gap == text.npos) {
    const auto length = read_groups(text, out);
    return length && *length == out.size();
  }
  std::array<std::uint8_t, 16> tail{};
  const auto head_length = read_groups(text.substr(0, gap), out);
  const auto tail_length = read_groups(text.substr(gap + 2), tail);
  if (!head_length || !tail_length || *head_length + *tail_length > out.size()) return false;
  std::copy(tail.begin(), tail.begin() + static_cast<std::ptrdiff_t>(*tail_length),
            out.end() - static_cast<std::ptrdiff_t>(*tail_length));
  return true;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return {};
  return number;
}

std::optional<Time> parse_date(std::string_view text) {
  if (const auto seconds = parse_whole<std::int64_t>(text)) {
    if (*seconds < 0 || *seconds > kSecondsMax) return {};
    return Time(std::chrono::seconds(*seconds));
  }
  ScalarReader in(text);
  const auto year = in.digits(4);
  if (!year || !in.take('-')) return {};
  const auto month = in.digits(2);
  if (!month || !in.take('-')) return {};
  const auto day = in.digits(2);
  if (!day) return {};
  const auto date = std::chrono::year(static_cast<int>(*year)) / std::chrono::month(*month) /
                    std::chrono::day(*day);
  if (!date.ok()) return {};
  Time time = std::chrono::sys_days(date);
  if (in.at_end()) return time;
  if (!in.take('T')) return {};
  const auto time_of_day = read_time_of_day(in);
  const auto offset = time_of_day ? read_offset(in) : std::nullopt;
  if (!offset || !in.at_end()) return {};
  return time + *time_of_day - *offset;
}

bool IpBlock::contains(const IpBlock& other) const {
  if (other.bits < bits) return false;
  for (int bit = 0; bit < bits; ++bit) {
    const auto byte = static_cast<std::size_t>(bit / 8);
    const unsigned mask = 0x80U >> static_cast<unsigned>(bit % 8);
    if (((address[byte] ^ other.address[byte]) & mask) != 0) return false;
  }
  return true;
}

std::optional<IpBlock> parse_ip_block(std::string_view text) {
  IpBlock block;
  const std::size_t slash = text.find('/');
  const std::string_view address = text.substr(0, slash);
  const bool is_ipv4 = address.find(':') == address.npos;
  if (is_ipv4) {
    block.address[10] = block.address[11] = 0xFF;
    if (!read_ipv4(address, &block.address[12])) return {};
  } else if (!read_ipv6(address, block.address)) {
    return {};
  }
  if (slash == text.npos) return block;
  const auto bits = parse_whole<int>(text.substr(slash + 1));
  if (!bits || *bits < 0 || *bits > (is_ipv4 ? 32 : 128)) return {};
  block.bits = is_ipv4 ? kIpv4PrefixBits + *bits : *bits;
  return block;
}

}  // namespace emu::policy
