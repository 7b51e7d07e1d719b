#include "core/text/compression.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

namespace emu {

TEST_SUITE("compression") {
  TEST_CASE("what is compressed can be read again, in both forms") {
    for (const Compression form : {Compression::kGzip, Compression::kDeflate}) {
      for (const std::string& text :
           {std::string(), std::string("a"), std::string(300'000, 'x'), std::string("\0\xff", 2)}) {
        const std::string small = compress(form, text);
        CHECK(std::get<std::string>(decompress(form, small, text.size())) == text);
        CHECK(small.size() < 100 + text.size() / 100);
      }
    }
    CHECK(compress(Compression::kGzip, "a").starts_with("\x1f\x8b"));
    CHECK(compress(Compression::kDeflate, "a").starts_with("\x78"));
  }

  TEST_CASE("no more than the bound is written") {
    const std::string small = compress(Compression::kGzip, std::string(1'000'000, 'x'));
    CHECK(decompress(Compression::kGzip, small, 1'000'000).index() == 0);
    CHECK(std::get<DecompressProblem>(decompress(Compression::kGzip, small, 999'999)) ==
          DecompressProblem::kTooLong);
    CHECK(std::get<DecompressProblem>(decompress(Compression::kGzip, small, 0)) ==
          DecompressProblem::kTooLong);
  }

  TEST_CASE("what is damaged, cut off or of another form is told") {
    const std::string small = compress(Compression::kGzip, "some text that is not long");
    std::string damaged = small;
    damaged[damaged.size() - 6] ^= 1;  // in the checksum
    for (const std::string& wrong :
         {std::string(), std::string("x"), damaged, small + "x", small.substr(0, small.size() - 1),
          compress(Compression::kDeflate, "some text")}) {
      CHECK(std::get<DecompressProblem>(decompress(Compression::kGzip, wrong, 100)) ==
            DecompressProblem::kMalformed);
    }
  }
}

}  // namespace emu
