#include "core/hash/crc.h"

#include <doctest/doctest.h>

#include <string>

#include "core/hash/random.h"

using namespace emu;

namespace {

// One bit at a time, as the definition reads.
template <typename Word>
Word slow_crc(std::string_view data, Word reflected_polynomial) {
  Word sum = ~Word{0};
  for (const char c : data) {
    sum ^= static_cast<std::uint8_t>(c);
    for (int bit = 0; bit < 8; ++bit) {
      const bool carry = (sum & 1) != 0;
      sum >>= 1;
      if (carry) sum ^= reflected_polynomial;
    }
  }
  return ~sum;
}

}  // namespace

TEST_SUITE("core: CRC") {
  TEST_CASE("the check values of the three checksums hold") {
    CHECK(crc32("123456789") == 0xcbf43926);
    CHECK(crc32c("123456789") == 0xe3069283);
    CHECK(crc64nvme("123456789") == 0xae8b14860a799888);
  }

  TEST_CASE("nothing has the checksum zero and changes none") {
    CHECK(crc32("") == 0);
    CHECK(crc32c("") == 0);
    CHECK(crc64nvme("") == 0);
    CHECK(crc32({}, 7) == 7);
    CHECK(crc32c({}, 7) == 7);
    CHECK(crc64nvme({}, 7) == 7);
  }

  TEST_CASE("a checksum may be continued at any place, and agrees with the definition") {
    Random random(2);
    for (std::size_t length = 1; length < 80; ++length) {
      std::string data(length, '\0');
      random.fill({reinterpret_cast<std::uint8_t*>(data.data()), data.size()});
      const std::string_view all = data;
      const std::size_t cut = random.below(length);
      const std::string_view head = all.substr(0, cut);
      const std::string_view tail = all.substr(cut);
      CHECK(crc32(all) == slow_crc<std::uint32_t>(all, 0xedb88320));
      CHECK(crc32c(all) == slow_crc<std::uint32_t>(all, 0x82f63b78));
      CHECK(crc64nvme(all) == slow_crc<std::uint64_t>(all, 0x9a6c9329ac4bc9b5));
      CHECK(crc32(tail, crc32(head)) == crc32(all));
      CHECK(crc32c(tail, crc32c(head)) == crc32c(all));
      CHECK(crc64nvme(tail, crc64nvme(head)) == crc64nvme(all));
    }
  }

  TEST_CASE("long data has the checksum that its definition gives, whatever its length") {
    Random random(3);
    std::string data(700, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(data.data()), data.size()});
    const std::string_view all = data;
    for (std::size_t length = 200; length <= all.size(); ++length) {
      const std::string_view part = all.substr(all.size() - length);
      const std::uint64_t right = slow_crc<std::uint64_t>(part, 0x9a6c9329ac4bc9b5);
      CHECK(crc64nvme(part) == right);
      CHECK(crc64nvme(part.substr(7), crc64nvme(part.substr(0, 7))) == right);
    }
  }

  TEST_CASE("the checksums of two pieces join into that of both, whatever their lengths") {
    Random random(4);
    std::string data(5000, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(data.data()), data.size()});
    for (const std::size_t length : {0, 1, 8, 9, 255, 256, 5000}) {
      const std::string_view all = std::string_view(data).substr(0, length);
      for (const std::size_t cut : {std::size_t{0}, length / 3, length}) {
        CAPTURE(length);
        CAPTURE(cut);
        const std::string_view head = all.substr(0, cut);
        const std::string_view tail = all.substr(cut);
        CHECK(join_crc32(crc32(head), crc32(tail), tail.size()) == crc32(all));
        CHECK(join_crc32c(crc32c(head), crc32c(tail), tail.size()) == crc32c(all));
        CHECK(join_crc64nvme(crc64nvme(head), crc64nvme(tail), tail.size()) == crc64nvme(all));
      }
    }
  }
}
