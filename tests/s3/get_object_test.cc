// Source: Amazon S3 API Reference, "GetObject", "HeadObject".
#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

TEST_SUITE("s3: GetObject") {
  TEST_CASE_FIXTURE(S3Fixture, "a range gives a part, which shares the storage of the whole") {
    const Blob body("0123456789");
    put("a", body);
    const auto part =
        aws.send(GetObject{.bucket = "photos", .key = "a", .range = "bytes=2-4"}).value();
    CHECK(part.body.view() == "234");
    CHECK(part.body.data() == body.data() + 2);
    CHECK(part.status_code == 206);
    CHECK(part.content_range == "bytes 2-4/10");
    CHECK(part.content_length == 3);
  }

  TEST_CASE_FIXTURE(S3Fixture, "ranges are cut to the object; what is no range is passed over") {
    put("a", "0123456789");
    struct Case {
      const char* range;
      const char* body;
      int status;
    };
    for (const Case& c :
         {Case{"bytes=8-20", "89", 206}, Case{"bytes=7-", "789", 206}, Case{"bytes=-3", "789", 206},
          Case{"bytes=-30", "0123456789", 206}, Case{"bytes=0-0", "0", 206},
          Case{"bytes=4-2", "0123456789", 200}, Case{"bytes=0-1,3-4", "0123456789", 200},
          Case{"lines=1-2", "0123456789", 200}, Case{"bytes=", "0123456789", 200},
          Case{"bytes=a-b", "0123456789", 200}}) {
      INFO(c.range);
      const auto read =
          aws.send(GetObject{.bucket = "photos", .key = "a", .range = c.range}).value();
      CHECK(read.body.view() == c.body);
      CHECK(read.status_code == c.status);
    }
    for (const char* range : {"bytes=10-", "bytes=20-30", "bytes=-0"}) {
      const auto refused = aws.send(GetObject{.bucket = "photos", .key = "a", .range = range});
      CHECK(code(refused) == "InvalidRange");
      CHECK(refused.error().status == 416);
      CHECK(field(refused.error(), "ActualObjectSize") == "10");
    }
  }

  TEST_CASE_FIXTURE(S3Fixture, "an object put at once has one part") {
    put("a", "0123456789");
    const auto part = aws.send(GetObject{.bucket = "photos", .key = "a", .part_number = 1}).value();
    CHECK(part.body.view() == "0123456789");
    CHECK(part.status_code == 206);
    CHECK(code(aws.send(GetObject{.bucket = "photos", .key = "a", .part_number = 2})) ==
          "InvalidPartNumber");
    CHECK(code(aws.send(GetObject{.bucket = "photos", .key = "a", .part_number = 0})) ==
          "InvalidArgument");
    CHECK(code(aws.send(
              GetObject{.bucket = "photos", .key = "a", .range = "bytes=0-1", .part_number = 1})) ==
          "InvalidRequest");
  }

  TEST_CASE_FIXTURE(S3Fixture, "conditions: ETags decide before times") {
    const std::string etag = put("a").etag;
    const Time stored = cloud.now();
    const std::string other = "\"00000000000000000000000000000000\"";
    const auto outcome = [&](GetObject in) {
      in.bucket = "photos";
      in.key = "a";
      return code(aws.send(in));
    };
    const Time before = stored - 1s;
    const Time after = stored + 1s;
    CHECK(outcome({.bucket = "", .key = "", .if_match = etag}) == "");
    CHECK(outcome({.bucket = "", .key = "", .if_match = etag.substr(1, 32)}) == "");
    CHECK(outcome({.bucket = "", .key = "", .if_match = other + ", " + etag}) == "");
    CHECK(outcome({.bucket = "", .key = "", .if_match = other}) == "PreconditionFailed");
    CHECK(outcome({.bucket = "", .key = "", .if_none_match = etag}) == "NotModified");
    CHECK(outcome({.bucket = "", .key = "", .if_none_match = "*"}) == "NotModified");
    CHECK(outcome({.bucket = "", .key = "", .if_none_match = other}) == "");
    CHECK(outcome({.bucket = "", .key = "", .if_modified_since = before}) == "");
    CHECK(outcome({.bucket = "", .key = "", .if_modified_since = stored}) == "NotModified");
    CHECK(outcome({.bucket = "", .key = "", .if_unmodified_since = stored}) == "");
    CHECK(outcome({.bucket = "", .key = "", .if_unmodified_since = before}) ==
          "PreconditionFailed");
    CHECK(outcome({.bucket = "", .key = "", .if_match = etag, .if_unmodified_since = before}) ==
          "");
    CHECK(outcome({.bucket = "", .key = "", .if_none_match = etag, .if_modified_since = before}) ==
          "NotModified");
    CHECK(outcome({.bucket = "", .key = "", .if_none_match = other, .if_modified_since = after}) ==
          "");
    CHECK(
        aws.send(GetObject{.bucket = "photos", .key = "a", .if_none_match = etag}).error().status ==
        304);
  }

  TEST_CASE_FIXTURE(S3Fixture, "times are compared in whole seconds") {
    cloud.advance(500ms);
    put("a");
    const Time second = cloud.now() - 500ms;
    CHECK(code(aws.send(GetObject{.bucket = "photos", .key = "a", .if_modified_since = second})) ==
          "NotModified");
  }

  TEST_CASE_FIXTURE(S3Fixture, "headers of the answer can be chosen") {
    put("a");
    const auto read = aws.send(GetObject{.bucket = "photos",
                                         .key = "a",
                                         .response_content_disposition = "attachment",
                                         .response_content_type = "text/csv"})
                          .value();
    CHECK(read.content_type == "text/csv");
    CHECK(read.content_disposition == "attachment");
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a"}).value().content_type ==
          "binary/octet-stream");
  }

  TEST_CASE_FIXTURE(S3Fixture, "what is not there is not found") {
    const auto missing = aws.send(GetObject{.bucket = "photos", .key = "a"});
    CHECK(code(missing) == "NoSuchKey");
    CHECK(missing.error().status == 404);
    CHECK(field(missing.error(), "Key") == "a");
    CHECK(code(aws.send(GetObject{.bucket = "nowhere", .key = "a"})) == "NoSuchBucket");
    put("a");
    CHECK(aws.send(GetObject{.bucket = "photos", .key = "a", .version_id = "null"}).ok());
    CHECK(code(aws.send(GetObject{.bucket = "photos", .key = "a", .version_id = "1"})) ==
          "InvalidArgument");
  }

  TEST_CASE_FIXTURE(S3Fixture, "HeadObject tells the same without the body") {
    put("a", "0123456789");
    const auto head =
        aws.send(HeadObject{.bucket = "photos", .key = "a", .range = "bytes=0-3"}).value();
    CHECK(head.content_length == 4);
    CHECK(head.status_code == 206);
    CHECK(head.accept_ranges == "bytes");
    CHECK(code(aws.send(HeadObject{.bucket = "photos", .key = "b"})) == "NoSuchKey");
  }

  TEST_CASE_FIXTURE(S3Fixture, "the trace tells bucket and key") {
    put("a/b");
    std::vector<TraceEvent> events;
    cloud.each_trace_event([&](const TraceEvent& event) { events.push_back(event); });
    CHECK(events.back().name == "PutObject");
    CHECK(events.back().resource == "arn:aws:s3:::photos/a/b");
    CHECK(events.back().subject == "a/b");
  }
}

}  // namespace
}  // namespace emu::s3
