// Percent-encoding of URIs as AWS signs and reads them (RFC 3986: letters, digits, - . _ ~ stay as
// they are).
//
//   percent_encode("a b/ü")                       == "a%20b%2F%C3%BC"
//   percent_encode("a b/c", Slash::kKeep)         == "a%20b/c"
//   percent_decode("a%20b+c")                     == "a b+c"
//   percent_decode("a%20b+c", Plus::kIsSpace)     == "a b c"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

enum class Slash { kEncode, kKeep };
enum class Plus { kIsLiteral, kIsSpace };

std::string percent_encode(std::string_view bytes, Slash slash = Slash::kEncode);
void append_percent_encoded(std::string_view bytes, Slash slash, std::string& out);

// Nothing if a '%' is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view text, Plus plus = Plus::kIsLiteral);

struct RawQueryPair {
  std::string_view name;
  std::string_view value;

  bool operator==(const RawQueryPair&) const = default;
};

struct QueryPair {
  std::string name;
  std::string value;

  bool operator==(const QueryPair&) const = default;
};

// The pairs of "a=1&b&c=x=y", in their order, repetitions included, as views into `query`. A name
// without '=' has an empty value; only the first '=' divides; nothing between two '&' is no pair.
std::vector<RawQueryPair> parse_raw_query(std::string_view query);

// The same, decoded. Nothing if any name or value cannot be.
std::optional<std::vector<QueryPair>> parse_query(std::string_view query,
                                                  Plus plus = Plus::kIsLiteral);

}  // namespace emu
