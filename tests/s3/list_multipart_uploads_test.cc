// Source: Amazon S3 API Reference, "ListMultipartUploads".
#include <doctest/doctest.h>

#include <chrono>

#include "s3/multipart_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

std::vector<std::string> keys_of(const ListMultipartUploadsResult& page) {
  std::vector<std::string> keys;
  for (const MultipartUpload& upload : page.uploads) keys.push_back(upload.key);
  for (const CommonPrefix& prefix : page.common_prefixes) keys.push_back(prefix.prefix + "*");
  return keys;
}

using Keys = std::vector<std::string>;

TEST_SUITE("s3: ListMultipartUploads") {
  TEST_CASE_FIXTURE(MultipartFixture,
                    "uploads are listed by key, and those of a key by their begin") {
    std::vector<std::string> ids;
    for (int i = 0; i < 20; ++i) {
      ids.push_back(begin({.bucket = {}, .key = "b"}));
      cloud.advance(1s);
    }
    const std::string first = begin({.bucket = {}, .key = "a", .storage_class = "GLACIER"});
    const auto page = aws.send(ListMultipartUploads{.bucket = "photos"}).value();
    REQUIRE(page.uploads.size() == 21);
    CHECK(page.uploads[0].key == "a");
    CHECK(page.uploads[0].upload_id == first);
    CHECK(page.uploads[0].storage_class == "GLACIER");
    CHECK(page.uploads[0].initiated == cloud.now());
    CHECK(page.uploads[0].owner.id.size() == 64);
    CHECK(page.uploads[0].initiator.id == page.uploads[0].owner.id);
    for (std::size_t i = 0; i < ids.size(); ++i) CHECK(page.uploads[i + 1].upload_id == ids[i]);
    CHECK(page.bucket == "photos");
    CHECK(page.max_uploads == 1000);
    CHECK_FALSE(page.is_truncated);
    // As recorded from AWS: the last entry, whether there are more or not.
    CHECK(page.next_key_marker == "b");
    CHECK(page.next_upload_id_marker == ids.back());
  }

  TEST_CASE_FIXTURE(MultipartFixture, "pages go on behind a key and an upload of it") {
    const Keys keys = {"a", "b", "b", "b", "c"};
    for (const std::string& key : keys) begin({.bucket = {}, .key = key});
    Keys seen;
    ListMultipartUploads in{.bucket = "photos", .max_uploads = 2};
    for (int pages = 1;; ++pages) {
      const auto page = aws.send(in).value();
      for (const std::string& key : keys_of(page)) seen.push_back(key);
      CHECK(page.key_marker == in.key_marker);
      CHECK(page.upload_id_marker == in.upload_id_marker);
      if (!page.is_truncated) {
        CHECK(pages == 3);
        break;
      }
      in.key_marker = page.next_key_marker;
      in.upload_id_marker = page.next_upload_id_marker;
    }
    CHECK(seen == keys);

    // Without an upload, all of the key are left behind.
    in = {.bucket = "photos", .key_marker = "b"};
    CHECK(keys_of(aws.send(in).value()) == Keys{"c"});
    in = {.bucket = "photos", .key_marker = "aa"};
    CHECK(keys_of(aws.send(in).value()) == Keys{"b", "b", "b", "c"});
    in = {.bucket = "photos", .upload_id_marker = "ignored"};
    CHECK(keys_of(aws.send(in).value()) == keys);
    CHECK(aws.send(in).value().upload_id_marker == "");
  }

  TEST_CASE_FIXTURE(MultipartFixture, "a prefix chooses and a delimiter folds") {
    for (const char* key : {"a/1", "a/2", "b", "c/1", "c/d/1"}) begin({.bucket = {}, .key = key});
    const auto list = [&](ListMultipartUploads in) {
      in.bucket = "photos";
      return aws.send(in).value();
    };
    CHECK(keys_of(list({.bucket = {}, .prefix = "c/"})) == Keys{"c/1", "c/d/1"});
    CHECK(keys_of(list({.bucket = {}, .delimiter = "/"})) == Keys{"b", "a/*", "c/*"});
    CHECK(keys_of(list({.bucket = {}, .prefix = "c/", .delimiter = "/"})) == Keys{"c/1", "c/d/*"});
    CHECK(keys_of(list({.bucket = {}, .delimiter = "/", .key_marker = "a/1"})) == Keys{"b", "c/*"});

    const auto page = list({.bucket = {}, .delimiter = "/", .max_uploads = 1});
    CHECK(page.is_truncated);
    CHECK(page.next_key_marker == "a/");
    CHECK(page.next_upload_id_marker == "");
    const auto next = list(
        {.bucket = {}, .delimiter = "/", .max_uploads = 1, .key_marker = page.next_key_marker});
    CHECK(keys_of(next) == Keys{"b"});
  }

  TEST_CASE_FIXTURE(MultipartFixture, "names may be encoded, and bounds are checked") {
    begin({.bucket = {}, .key = "a b/ü"});
    ListMultipartUploads in{.bucket = "photos", .prefix = "a ", .encoding_type = "url"};
    const auto page = aws.send(in).value();
    CHECK(page.uploads.at(0).key == "a+b/%C3%BC");
    CHECK(page.prefix == "a+");
    CHECK(page.next_key_marker == "a+b/%C3%BC");
    CHECK(page.encoding_type == "url");
    in.encoding_type = "base64";
    CHECK(message(aws.send(in)) == "Invalid Encoding Method specified in Request");
    in = {.bucket = "photos", .max_uploads = -1};
    CHECK(message(aws.send(in)) ==
          "Argument max-uploads must be an integer between 0 and 2147483647");
    in.max_uploads = 2000;
    CHECK(aws.send(in).value().max_uploads == 1000);
  }
}

}  // namespace
}  // namespace emu::s3
