// Documents in the bodies of requests. Source: Amazon S3 API Reference, "Error responses".
#include <doctest/doctest.h>

#include <string>

#include "s3/http/front_fixture.h"

namespace emu::s3 {

namespace {

TEST_SUITE("s3: documents over HTTP") {
  TEST_CASE_FIXTURE(FrontFixture, "a document has a bound that an object has not") {
    const std::string large(std::size_t{4} * 1024 * 1024 + 1, ' ');
    CHECK(contains(rest("s3", "PUT", "/photos?tagging", large),
                   "<Code>MaxMessageLengthExceeded</Code><Message>Your request was too big."
                   "</Message><MaxMessageLengthBytes>4194304</MaxMessageLengthBytes>"));
    CHECK(contains(rest("s3", "PUT", "/photos?cors", std::string(70'000, ' ')),
                   "<MaxMessageLengthBytes>65536</MaxMessageLengthBytes>"));
    CHECK(rest("s3", "PUT", "/photos/a", large).status == 200);
  }

  TEST_CASE_FIXTURE(FrontFixture, "a document that is needed is not an empty one") {
    for (const char* target :
         {"/photos?tagging", "/photos?publicAccessBlock", "/photos?cors", "/photos?website",
          "/photos?ownershipControls", "/photos?versioning"}) {
      CAPTURE(target);
      CHECK(contains(rest("s3", "PUT", target), "<Code>MissingRequestBodyError</Code>"));
    }
  }
}

}  // namespace

}  // namespace emu::s3
