// Large parts are joined with the world free for others: what they do meanwhile.
// Source: Amazon S3 API Reference, "CompleteMultipartUpload" (IfNoneMatch).
#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <utility>

#include "s3/multipart_fixture.h"

namespace emu::s3 {
namespace {

struct RaceFixture {
  Cloud cloud{{.live = LiveOptions{.held = true}}};
  Aws aws = cloud.aws();

  RaceFixture() { aws.send(CreateBucket{.bucket = "photos"}).value(); }

  // An upload of two parts that is about to be completed.
  CompleteMultipartUpload prepare() {
    const std::string id =
        aws.send(CreateMultipartUpload{.bucket = "photos", .key = "film"}).value().upload_id;
    CompletedMultipartUpload list;
    for (const std::int32_t number : {1, 2}) {
      const auto part = aws.send(UploadPart{.bucket = "photos",
                                            .key = "film",
                                            .upload_id = id,
                                            .part_number = number,
                                            .body = std::string(kSmallestPart, 'x')})
                            .value();
      list.parts.push_back({.part_number = number, .etag = part.etag});
    }
    return {.bucket = "photos", .key = "film", .upload_id = id, .multipart_upload = list};
  }

  // What each of two calls comes to that are made at once.
  template <class A, class B>
  std::pair<std::string, std::string> at_once(const A& a, const B& b) {
    std::pair<std::string, std::string> codes;
    std::thread other([&] { codes.second = test::Fixture::code(cloud.aws().send(b)); });
    codes.first = test::Fixture::code(aws.send(a));
    other.join();
    return codes;
  }
};

constexpr int kRounds = 5;

TEST_SUITE("s3: multipart uploads, all at once") {
  TEST_CASE_FIXTURE(RaceFixture, "of completing and aborting one succeeds") {
    for (int round = 0; round < kRounds; ++round) {
      const CompleteMultipartUpload complete = prepare();
      const auto [completed, aborted] = at_once(
          complete,
          AbortMultipartUpload{.bucket = "photos", .key = "film", .upload_id = complete.upload_id});
      CHECK((completed.empty() ? aborted : completed) == errors::kNoSuchUpload);
      CHECK((completed.empty() || aborted.empty()));
    }
  }

  TEST_CASE_FIXTURE(RaceFixture,
                    "an object that comes in between is not replaced against a condition") {
    for (int round = 0; round < kRounds; ++round) {
      CompleteMultipartUpload complete = prepare();
      complete.if_none_match = "*";
      const auto [completed, put] =
          at_once(complete, PutObject{.bucket = "photos", .key = "film", .body = "whole"});
      CHECK(put == "");
      CHECK((completed == "" || completed == errors::kPreconditionFailed ||
             completed == errors::kConditionalRequestConflict));
      const auto read = aws.send(GetObject{.bucket = "photos", .key = "film"}).value();
      CHECK(read.body.view() == "whole");
      aws.send(DeleteObject{.bucket = "photos", .key = "film"}).value();
    }
  }

  TEST_CASE_FIXTURE(RaceFixture, "a bucket that goes away takes the upload along") {
    for (int round = 0; round < kRounds; ++round) {
      const auto [completed, deleted] = at_once(prepare(), DeleteBucket{.bucket = "photos"});
      if (completed.empty()) {
        CHECK(deleted == errors::kBucketNotEmpty);
        aws.send(DeleteObject{.bucket = "photos", .key = "film"}).value();
      } else {
        CHECK(completed == errors::kNoSuchBucket);
        CHECK(deleted == "");
        aws.send(CreateBucket{.bucket = "photos"}).value();
      }
    }
  }
}

}  // namespace
}  // namespace emu::s3
