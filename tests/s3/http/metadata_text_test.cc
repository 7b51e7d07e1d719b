// Source: Amazon S3 User Guide, "Working with object metadata" (User-defined object metadata).
#include "s3/http/metadata_text.h"

#include <doctest/doctest.h>

#include <string>

#include "s3/http/front_fixture.h"

namespace emu::s3 {

TEST_SUITE("s3: metadata in headers") {
  TEST_CASE("encoded words are read, other bytes as ISO 8859-1") {
    CHECK(decode_metadata_text("plain = text?") == "plain = text?");
    CHECK(decode_metadata_text("=?UTF-8?B?YWJj?=") == "abc");
    CHECK(decode_metadata_text("=?utf-8?q?a_b=3D?=") == "a b=");
    CHECK(decode_metadata_text("=?ISO-8859-1?Q?=F6?=") == "ö");
    CHECK(decode_metadata_text("x =?UTF-8?B?w7Y=?= =?UTF-8?B?w7Y=?= y") == "x öö y");
    CHECK(decode_metadata_text("ö") == "Ã¶");
  }

  TEST_CASE("what is no encoded word stays as it is") {
    for (const char* text : {"=?", "=?UTF-8?B?w7Y=", "=?UTF-8?X?abc?=", "=?UTF-8?B?!?=",
                             "=?KOI8-R?B?YWJj?=", "=?UTF-8?B?/w==?=", "=?UTF-8?Q?=F?="}) {
      CAPTURE(text);
      CHECK(decode_metadata_text(text) == text);
    }
  }

  // As in the thread "Use mime encode for Non-US-ASCII metadata" of minio/minio: Q for what is
  // mostly ASCII, B for the rest.
  TEST_CASE("what is not ASCII is sent in encoded words") {
    CHECK(encode_metadata_text("abc") == "abc");
    CHECK(encode_metadata_text("Ã¶") == "=?UTF-8?B?w4PCtg==?=");
    CHECK(encode_metadata_text("MiniÃ¶") == "=?UTF-8?Q?Mini=C3=83=C2=B6?=");
    CHECK(encode_metadata_text("a b=ö?_") == "=?UTF-8?Q?a_b=3D=C3=B6=3F=5F?=");
    // The documentation's example, whose bytes were read as ISO 8859-1.
    CHECK(encode_metadata_text(decode_metadata_text("ÄMÄZÕÑ S3")) ==
          "=?UTF-8?B?w4PChE3Dg8KEWsODwpXDg8KRIFMz?=");
  }

  TEST_CASE("a long text takes several words, which no letter is cut by") {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "예약";
    const std::string words = encode_metadata_text(text);
    for (std::size_t at = 0; at < words.size();) {
      const auto end = std::min(words.find(' ', at), words.size());
      CHECK(end - at <= 75);
      at = end + 1;
    }
    CHECK(decode_metadata_text(words) == text);
  }

  TEST_CASE_FIXTURE(FrontFixture, "an object keeps the text, and its answers carry words") {
    send("PUT", "/photos/a",
         {{"x-amz-meta-plain", "=?UTF-8?B?YWJj?="}, {"x-amz-meta-name", "=?UTF-8?B?w7Y=?="}});
    const auto head = aws.send(HeadObject{.bucket = "photos", .key = "a"}).value();
    CHECK(head.metadata.at("plain") == "abc");
    CHECK(head.metadata.at("name") == "ö");
    for (const char* method : {"GET", "HEAD"}) {
      const HttpResponse got = send(method, "/photos/a", {});
      CHECK(header(got, "x-amz-meta-plain") == "abc");
      CHECK(header(got, "x-amz-meta-name") == "=?UTF-8?B?w7Y=?=");
    }
    make_public();
    CHECK(header(cloud.http({.host = "photos.s3.amazonaws.com", .target = "/a"}),
                 "x-amz-meta-name") == "=?UTF-8?B?w7Y=?=");
  }
}

}  // namespace emu::s3
