// Values that conditions compare: numbers, dates, and blocks of IP addresses.
#pragma once

#include <emu/time.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace emu::policy {

std::optional<double> parse_number(std::string_view text);

// "2026-01-31", "2026-01-31T12:00Z", "2026-01-31T12:00:00.5+09:00" or seconds since the epoch, up
// to the year 9999.
std::optional<Time> parse_date(std::string_view text);

// An address with the number of its bits that count. IPv4 lies in IPv6 as ::ffff:a.b.c.d.
struct IpBlock {
  std::array<std::uint8_t, 16> address = {};
  int bits = 128;

  // Whether the other block lies in this block.
  bool contains(const IpBlock& other) const;
};

// "203.0.113.0/24", "2001:db8::/32", or an address alone.
std::optional<IpBlock> parse_ip_block(std::string_view text);

}  // namespace emu::policy
