#include "core/text/percent.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/text/hex.h"

namespace emu {

namespace {

constexpr std::array<bool, 256> make_unreserved() {
  std::array<bool, 256> unreserved{};
  for (const char c :
       std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")) {
    unreserved[static_cast<std::uint8_t>(c)] = true;
  }
  return unreserved;
}

constexpr std::array<bool, 256> kUnreserved = make_unreserved();

}  // namespace

void append_percent_encoded(std::string_view bytes, Slash slash, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (kUnreserved[byte] || (c == '/' && slash == Slash::kKeep)) {
      out += c;
    } else {
      const char encoded[] = {'%', kHexUpper[byte >> 4], kHexUpper[byte & 15]};
      out.append(encoded, sizeof encoded);
    }
  }
}

std::string percent_encode(std::string_view bytes, Slash slash) {
  std::string out;
  out.reserve(bytes.size());
  append_percent_encoded(bytes, slash, out);
  return out;
}

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
  std::string out(text);
  char* to = out.data();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (text.size() - i < 3) return std::nullopt;
      const int high = hex_digit_value(text[i + 1]);
      const int low = hex_digit_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      *to++ = static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      *to++ = c == '+' && plus == Plus::kIsSpace ? ' ' : c;
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

std::vector<RawQueryPair> parse_raw_query(std::string_view query) {
  std::vector<RawQueryPair> pairs;
  pairs.reserve(static_cast<std::size_t>(std::count(query.begin(), query.end(), '&')) + 1);
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size() == query.size() ? pair.size() : pair.size() + 1);
    if (pair.empty()) continue;
    const std::string_view name = pair.substr(0, pair.find('='));
    const bool has_value = name.size() != pair.size();
    pairs.push_back({name, has_value ? pair.substr(name.size() + 1) : std::string_view()});
  }
  return pairs;
}

std::optional<std::vector<QueryPair>> parse_query(std::string_view query, Plus plus) {
  const std::vector<RawQueryPair> raw_pairs = parse_raw_query(query);
  std::vector<QueryPair> pairs;
  pairs.reserve(raw_pairs.size());
  for (const RawQueryPair& raw : raw_pairs) {
    auto name = percent_decode(raw.name, plus);
    auto value = percent_decode(raw.value, plus);
    if (!name || !value) return std::nullopt;
    pairs.push_back({std::move(*name), std::move(*value)});
  }
  return pairs;
}

}  // namespace emu
