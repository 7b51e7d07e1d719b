#include "wire/http/checksum.h"

#include <doctest/doctest.h>

#include <string>

using namespace emu::wire;

TEST_SUITE("wire: checksums") {
  // "Checking object integrity in Amazon S3": the check values of "123456789".
  TEST_CASE("each algorithm gives the published sum, in one piece or in two") {
    struct Case {
      const char* header;
      const char* name;
      const char* base64;
    };
    for (const Case& each : {Case{"x-amz-checksum-crc32", "CRC32", "y/Q5Jg=="},
                             Case{"X-Amz-Checksum-CRC32C", "CRC32C", "4waSgw=="},
                             Case{"x-amz-checksum-crc64nvme", "CRC64NVME", "rosUhgp5mIg="},
                             Case{"x-amz-checksum-sha1", "SHA1", "98O8HYCOBHMq32eZZczDTKeuNEE="},
                             Case{"x-amz-checksum-sha256", "SHA256",
                                  "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="}}) {
      CAPTURE(each.header);
      const auto algorithm = checksum_algorithm(each.header);
      REQUIRE(algorithm);
      CHECK(checksum_name(*algorithm) == each.name);
      Checksum sum(*algorithm);
      sum.update("1234");
      sum.update("56789");
      CHECK(sum.base64() == each.base64);
      CHECK(is_checksum(*algorithm, each.base64));
      CHECK_FALSE(is_checksum(*algorithm, "AAAA"));
    }
  }

  TEST_CASE("other headers are no checksums") {
    CHECK_FALSE(checksum_algorithm("x-amz-checksum-md5"));
    CHECK_FALSE(checksum_algorithm(""));
  }
}
