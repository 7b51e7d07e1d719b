#include "wire/http/content_coding.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace emu::wire {
namespace {

std::string plain(ContentCoding coding, std::string_view body, std::size_t bytes_max) {
  auto result = decompress(coding, body, bytes_max);
  return std::holds_alternative<std::string>(result) ? std::get<std::string>(result) : "refused";
}

DecompressProblem problem(ContentCoding coding, std::string_view body, std::size_t bytes_max) {
  const auto result = decompress(coding, body, bytes_max);
  REQUIRE(std::holds_alternative<DecompressProblem>(result));
  return std::get<DecompressProblem>(result);
}

}  // namespace

TEST_SUITE("wire: content codings") {
  TEST_CASE("what is compressed comes out again") {
    for (const ContentCoding coding : {ContentCoding::kGzip, ContentCoding::kDeflate}) {
      for (const std::size_t size : {0, 1, 1000, 200'000}) {
        const std::string text(size, 'a');
        const std::string body = compress(coding, text);
        CHECK(plain(coding, body, size) == text);
        if (size == 200'000) CHECK(body.size() < 2000);
      }
    }
  }

  TEST_CASE("what others have compressed comes out too") {
    // printf hello | gzip -n, and zlib.compress(b"hello") of Python.
    const std::string gzip(
        "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb\x48\xcd\xc9\xc9\x07\x00\x86\xa6\x10\x36"
        "\x05\x00\x00\x00",
        25);
    const std::string deflate("\x78\x9c\xcb\x48\xcd\xc9\xc9\x07\x00\x06\x2c\x02\x15", 13);
    CHECK(plain(ContentCoding::kGzip, gzip, 100) == "hello");
    CHECK(plain(ContentCoding::kDeflate, deflate, 100) == "hello");
    CHECK(problem(ContentCoding::kDeflate, gzip, 100) == DecompressProblem::kMalformed);
  }

  TEST_CASE("no more comes out than may") {
    const std::string bomb = compress(ContentCoding::kGzip, std::string(50'000'000, '0'));
    CHECK(bomb.size() < 300'000);
    CHECK(problem(ContentCoding::kGzip, bomb, 1'000'000) == DecompressProblem::kTooLong);
    CHECK(problem(ContentCoding::kGzip, bomb, 49'999'999) == DecompressProblem::kTooLong);
    CHECK(plain(ContentCoding::kGzip, bomb, 50'000'000).size() == 50'000'000);
  }

  TEST_CASE("a body that is cut off, changed or followed by something is malformed") {
    const std::string body = compress(ContentCoding::kGzip, "some text that is long enough");
    CHECK(problem(ContentCoding::kGzip, "", 100) == DecompressProblem::kMalformed);
    CHECK(problem(ContentCoding::kGzip, "{}", 100) == DecompressProblem::kMalformed);
    CHECK(problem(ContentCoding::kGzip, body + "x", 100) == DecompressProblem::kMalformed);
    for (std::size_t size = 0; size < body.size(); ++size) {
      CHECK(problem(ContentCoding::kGzip, body.substr(0, size), 100) ==
            DecompressProblem::kMalformed);
    }
    std::string changed = body;
    changed[body.size() - 6] ^= 1;
    CHECK(problem(ContentCoding::kGzip, changed, 100) == DecompressProblem::kMalformed);
  }

  TEST_CASE("a client says what it accepts") {
    struct Case {
      std::string_view header;
      std::optional<ContentCoding> coding;
    };
    const Case cases[] = {{"gzip", ContentCoding::kGzip},
                          {"deflate, gzip", ContentCoding::kGzip},
                          {"br, DEFLATE", ContentCoding::kDeflate},
                          {"gzip;q=0, deflate;q=0.5", ContentCoding::kDeflate},
                          {"gzip; q=0.000", std::nullopt},
                          {"gzip;q=0.001", ContentCoding::kGzip},
                          {"*", ContentCoding::kGzip},
                          {"gzip;q=0, *", ContentCoding::kDeflate},
                          {"*, gzip;q=0", ContentCoding::kDeflate},
                          {"*;q=0, gzip", ContentCoding::kGzip},
                          {"gzip;q=0, deflate;q=0, *", std::nullopt},
                          {"*;q=0", std::nullopt},
                          {"x-gzip", ContentCoding::kGzip},
                          {"identity", std::nullopt},
                          {"", std::nullopt},
                          {",;,", std::nullopt}};
    for (const Case& c : cases) {
      INFO(c.header);
      CHECK(accepted_coding(c.header) == c.coding);
    }
  }
}

}  // namespace emu::wire
