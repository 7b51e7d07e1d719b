#include "core/text/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/hash/random.h"

using namespace emu;

namespace {

std::string encoded(char32_t c) {
  const auto unit = [](char32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {unit(c)};
  if (c < 0x800) return {unit(0xc0 | c >> 6), unit(0x80 | (c & 63))};
  if (c < 0x10000) {
    return {unit(0xe0 | c >> 12), unit(0x80 | (c >> 6 & 63)), unit(0x80 | (c & 63))};
  }
  return {unit(0xf0 | c >> 18), unit(0x80 | (c >> 12 & 63)), unit(0x80 | (c >> 6 & 63)),
          unit(0x80 | (c & 63))};
}

bool is_scalar(char32_t c) { return c < 0xd800 || (c > 0xdfff && c <= 0x10ffff); }

// As the documentation of SendMessage lists them.
bool is_listed_by_sqs(char32_t c) {
  return c == 0x9 || c == 0xa || c == 0xd || (c >= 0x20 && c <= 0xd7ff) ||
         (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

}  // namespace

TEST_SUITE("core: UTF-8") {
  TEST_CASE("characters are counted, not bytes, and never cut in two") {
    CHECK(count_code_points("예약 1") == 4);
    CHECK(truncate_utf8("예약", 4) == "예");
    CHECK(is_valid_utf8("예약"));
    std::size_t position = 0;
    CHECK(decode_code_point("é!", position) == U'é');
    CHECK(position == 2);
  }

  // "SendMessage - Amazon Simple Queue Service".
  TEST_CASE("every code point is valid if it is a scalar, and XML text if SQS lists it") {
    for (char32_t c = 0; c < 0x120000; c += c < 0x11000 ? 1 : 7) {
      const std::string text = encoded(c);
      std::size_t position = 0;
      const auto decoded = decode_code_point(text, position);
      const bool valid = is_valid_utf8(text);
      const bool permitted = is_xml_text(text);
      if (is_scalar(c)) {
        if (decoded != c || position != text.size())
          FAIL("wrongly decoded: ", static_cast<unsigned>(c));
      } else if (decoded || position != 0) {
        FAIL("decoded: ", static_cast<unsigned>(c));
      }
      if (valid != is_scalar(c)) FAIL("validity of ", static_cast<unsigned>(c));
      if (permitted != is_listed_by_sqs(c)) FAIL("permission of ", static_cast<unsigned>(c));
    }
  }

  TEST_CASE("malformed sequences are refused wherever they stand") {
    const std::vector<std::string> malformed = {
        "\x80",              // a continuation alone
        "\xbf",              //
        "\xc0\x80",          // overlong forms
        "\xc1\xbf",          //
        "\xe0\x9f\xbf",      //
        "\xf0\x8f\xbf\xbf",  //
        "\xc3",              // cut off
        "\xe2\x82",          //
        "\xf0\x9f\x98",      //
        "\xed\xa0\x80",      // surrogates
        "\xed\xbf\xbf",      //
        "\xf4\x90\x80\x80",  // above U+10FFFF
        "\xf5\x80\x80\x80",  //
        "\xff",              //
        "\xe2\x28\xa1",      // a continuation is missing in the middle
    };
    for (const std::string& bad : malformed) {
      for (std::size_t before = 0; before < 18; ++before) {
        for (const char* after : {"", "x", "xxxxxxxxxxxxxxxxx"}) {
          const std::string text = std::string(before, 'a').append(bad).append(after);
          CHECK_FALSE(is_valid_utf8(text));
          CHECK_FALSE(is_xml_text(text));
        }
      }
    }
  }

  TEST_CASE("what follows the text in memory does not complete it") {
    const std::string_view whole = "예😀";
    for (const std::size_t cut : {1U, 2U, 4U, 5U, 6U})
      CHECK_FALSE(is_valid_utf8(whole.substr(0, cut)));
    CHECK(is_valid_utf8(whole.substr(0, 3)));
  }

  TEST_CASE("a control character is found at every place of a word") {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, ' ');
      CHECK(is_xml_text(text));
      text[at] = '\x1f';
      CHECK_FALSE(is_xml_text(text));
      CHECK(is_valid_utf8(text));
      text[at] = '\n';
      CHECK(is_xml_text(text));
      text[at] = '\0';
      CHECK_FALSE(is_xml_text(text));
      text[at] = '\x7f';
      CHECK(is_xml_text(text));
    }
  }

  TEST_CASE("a character is allowed in XML or not wherever it stands, and whatever is around it") {
    for (const char around : {' ', 'x', '\t', '\n', '\r', '\x7f'}) {
      for (std::size_t at = 0; at < 20; ++at) {
        for (char c = 0; c < 0x7f; ++c) {
          std::string text(20, around);
          text[at] = c;
          const bool is_allowed = c >= ' ' || c == '\t' || c == '\n' || c == '\r';
          REQUIRE(is_xml_text(text) == is_allowed);
        }
      }
    }
  }

  TEST_CASE("random texts are valid, counted, and cut between characters") {
    Random random(3);
    for (int round = 0; round < 300; ++round) {
      std::string text;
      std::vector<std::size_t> boundaries = {0};
      const std::uint64_t length = random.below(40);
      while (boundaries.size() <= length) {
        const auto c =
            static_cast<char32_t>(random.chance(1, 2) ? random.below(128) : random.below(0x110000));
        if (!is_scalar(c)) continue;
        text += encoded(c);
        boundaries.push_back(text.size());
      }
      CHECK(is_valid_utf8(text));
      CHECK(count_code_points(text) == boundaries.size() - 1);
      for (std::size_t limit = 0; limit <= text.size() + 1; ++limit) {
        std::size_t expected = 0;
        for (const std::size_t boundary : boundaries) {
          if (boundary <= limit) expected = boundary;
        }
        CHECK(truncate_utf8(text, limit).size() == expected);
      }
    }
  }
}
