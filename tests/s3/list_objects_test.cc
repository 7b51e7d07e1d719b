// Sources: Amazon S3 API Reference, "ListObjectsV2", "ListObjects"; User Guide, "Organizing objects
// using prefixes".
#include <doctest/doctest.h>

#include <algorithm>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

using Names = std::vector<std::string>;

template <class R>
Names keys(const R& listed) {
  Names names;
  for (const Object& object : listed.contents) names.push_back(object.key);
  return names;
}

template <class R>
Names prefixes(const R& listed) {
  Names names;
  for (const CommonPrefix& prefix : listed.common_prefixes) names.push_back(prefix.prefix);
  return names;
}

struct ListFixture : S3Fixture {
  ListFixture() {
    for (const char* key : {"b.txt", "photos/2025/x", "photos/2026/a", "photos/2026/b", "a.txt",
                            "photos/z", "videos/1", "z"}) {
      put(key);
    }
  }
};

TEST_SUITE("s3: listings") {
  TEST_CASE_FIXTURE(ListFixture, "objects are listed in the order of their keys") {
    const auto all = aws.send(ListObjectsV2{.bucket = "photos"}).value();
    CHECK(keys(all) == Names{"a.txt", "b.txt", "photos/2025/x", "photos/2026/a", "photos/2026/b",
                             "photos/z", "videos/1", "z"});
    CHECK(all.key_count == 8);
    CHECK(all.max_keys == 1000);
    CHECK_FALSE(all.is_truncated);
    CHECK(all.contents[0].size == 1);
    CHECK(all.contents[0].storage_class == "STANDARD");
    CHECK(all.contents[0].checksum_algorithm == Names{"CRC64NVME"});
    CHECK_FALSE(all.contents[0].owner);
  }

  TEST_CASE_FIXTURE(ListFixture, "a delimiter folds keys into prefixes") {
    const auto top = aws.send(ListObjectsV2{.bucket = "photos", .delimiter = "/"}).value();
    CHECK(keys(top) == Names{"a.txt", "b.txt", "z"});
    CHECK(prefixes(top) == Names{"photos/", "videos/"});
    CHECK(top.key_count == 5);
    const auto below =
        aws.send(ListObjectsV2{.bucket = "photos", .prefix = "photos/", .delimiter = "/"}).value();
    CHECK(keys(below) == Names{"photos/z"});
    CHECK(prefixes(below) == Names{"photos/2025/", "photos/2026/"});
    const auto none = aws.send(ListObjectsV2{.bucket = "photos", .prefix = "q"}).value();
    CHECK(none.key_count == 0);
  }

  TEST_CASE_FIXTURE(ListFixture, "pages join to the whole, whatever their size") {
    for (int size = 1; size <= 6; ++size) {
      INFO(size);
      Names all;
      std::string token;
      do {
        const auto page = aws.send(ListObjectsV2{.bucket = "photos",
                                                 .delimiter = "/",
                                                 .max_keys = size,
                                                 .continuation_token = token})
                              .value();
        CHECK(page.key_count <= size);
        for (const auto& name : keys(page)) all.push_back(name);
        for (const auto& name : prefixes(page)) all.push_back(name);
        CHECK(page.is_truncated == !page.next_continuation_token.empty());
        token = page.next_continuation_token;
      } while (!token.empty());
      std::sort(all.begin(), all.end());
      CHECK(all == Names{"a.txt", "b.txt", "photos/", "videos/", "z"});
    }
  }

  TEST_CASE_FIXTURE(ListFixture, "a listing may begin behind a key") {
    const auto after =
        aws.send(ListObjectsV2{.bucket = "photos", .start_after = "photos/2026/a"}).value();
    CHECK(keys(after) == Names{"photos/2026/b", "photos/z", "videos/1", "z"});
    CHECK(after.start_after == "photos/2026/a");
    const auto folded =
        aws.send(
               ListObjectsV2{.bucket = "photos", .delimiter = "/", .start_after = "photos/2026/a"})
            .value();
    CHECK(prefixes(folded) == Names{"videos/"});
  }

  TEST_CASE_FIXTURE(ListFixture, "the first version goes on from a marker") {
    const auto first =
        aws.send(ListObjects{.bucket = "photos", .delimiter = "/", .max_keys = 3}).value();
    CHECK(keys(first) == Names{"a.txt", "b.txt"});
    CHECK(prefixes(first) == Names{"photos/"});
    CHECK(first.is_truncated);
    CHECK(first.next_marker == "photos/");
    CHECK(first.contents[0].owner.has_value());
    const auto second =
        aws.send(ListObjects{.bucket = "photos", .delimiter = "/", .marker = first.next_marker})
            .value();
    CHECK(keys(second) == Names{"z"});
    CHECK(prefixes(second) == Names{"videos/"});
    const auto plain = aws.send(ListObjects{.bucket = "photos", .max_keys = 1}).value();
    CHECK(plain.is_truncated);
    CHECK(plain.next_marker == "");
  }

  TEST_CASE_FIXTURE(S3Fixture, "names can be percent-encoded") {
    put("a b/c+d");
    const auto listed =
        aws.send(ListObjectsV2{.bucket = "photos", .prefix = "a b", .encoding_type = "url"})
            .value();
    CHECK(keys(listed) == Names{"a+b/c%2Bd"});
    CHECK(listed.prefix == "a+b");
    CHECK(listed.encoding_type == "url");
  }

  TEST_CASE_FIXTURE(ListFixture, "limits and wrong parameters") {
    CHECK(aws.send(ListObjectsV2{.bucket = "photos", .max_keys = 5000}).value().max_keys == 1000);
    const auto none = aws.send(ListObjectsV2{.bucket = "photos", .max_keys = 0}).value();
    CHECK(none.contents.empty());
    CHECK_FALSE(none.is_truncated);
    const auto negative = aws.send(ListObjectsV2{.bucket = "photos", .max_keys = -1});
    CHECK(message(negative) == "Argument maxKeys must be an integer between 0 and 2147483647");
    CHECK(negative.error().fields.front().second == "maxKeys");
    CHECK(code(aws.send(ListObjectsV2{.bucket = "photos", .encoding_type = "xml"})) ==
          "InvalidArgument");
    CHECK(code(aws.send(ListObjectsV2{.bucket = "photos", .continuation_token = "?"})) ==
          "InvalidArgument");
    CHECK(code(aws.send(ListObjectsV2{.bucket = "nowhere"})) == "NoSuchBucket");
  }

  TEST_CASE_FIXTURE(S3Fixture, "a page is at most 1,000 entries") {
    for (int i = 0; i < 1001; ++i) put("k" + std::to_string(i));
    const auto first = aws.send(ListObjectsV2{.bucket = "photos"}).value();
    CHECK(first.key_count == 1000);
    const auto second = aws.send(ListObjectsV2{.bucket = "photos",
                                               .continuation_token = first.next_continuation_token})
                            .value();
    CHECK(keys(second) == Names{"k999"});
  }
}

}  // namespace
}  // namespace emu::s3
