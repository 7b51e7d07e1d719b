#include "core/json/json_writer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace emu {
namespace {

std::string json(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

TEST_SUITE("core: JSON that is written") {
  TEST_CASE("a string is quoted, and what RFC 8259 forbids in it is escaped") {
    CHECK(json("seat 12A") == "\"seat 12A\"");
    CHECK(json("a \"b\" \\ c\n\r\t\b\f") == R"("a \"b\" \\ c\n\r\t\b\f")");
    CHECK(json(std::string("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
    CHECK(json("") == "\"\"");
  }

  TEST_CASE("a character is escaped or not wherever it stands") {
    for (const char around : {'x', ' ', '!', '#', '\xc3', '\xff'}) {
      for (std::size_t at = 0; at < 20; ++at) {
        for (int code = 0; code < 256; ++code) {
          std::string text(20, around);
          text[at] = static_cast<char>(code);
          const bool is_escaped = code < 0x20 || code == '"' || code == '\\';
          const std::string written = json(text);
          std::string plain = text;
          if (is_escaped) {
            const std::string alone = json(text.substr(at, 1));
            plain.replace(at, 1, alone.substr(1, alone.size() - 2));
          }
          REQUIRE(written == '"' + plain + '"');
          REQUIRE((written.size() > 22) == is_escaped);
        }
      }
    }
  }
}

}  // namespace
}  // namespace emu
