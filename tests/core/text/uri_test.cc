#include "core/text/uri.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace emu;

TEST_SUITE("targets and hosts") {
  TEST_CASE("a target has a path and a query, as they were sent") {
    const TargetParts parts = split_target("/a%2Fb+c?x=1?&y=/");
    CHECK(parts.path == "/a%2Fb+c");
    CHECK(parts.query == "x=1?&y=/");
    CHECK(parts.has_query);
    CHECK(path_segments(parts.path) == std::vector<std::string>{"a/b+c"});
  }

  TEST_CASE("an empty query is one, and none is none") {
    CHECK(split_target("/a?").has_query);
    CHECK_FALSE(split_target("/a").has_query);
    CHECK(split_target("/a").path == "/a");
    CHECK(split_target("").path.empty());
  }

  TEST_CASE("empty segments count") {
    CHECK(raw_path_segments("/a//b/") == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(raw_path_segments("/") == std::vector<std::string_view>{""});
    CHECK(raw_path_segments("") == std::vector<std::string_view>{""});
  }

  TEST_CASE("a segment that cannot be decoded makes the path none") {
    CHECK_FALSE(path_segments("/a/%zz"));
    CHECK_FALSE(path_segments("/%"));
  }

  TEST_CASE("a host is compared without case, trailing dot and port") {
    const auto host = parse_host("My_Bucket.S3.Localhost.:4566");
    REQUIRE(host);
    CHECK(host->name == "my_bucket.s3.localhost");
    CHECK(host->port == 4566);
    CHECK(parse_host("a")->port == std::nullopt);
    CHECK(parse_host("a:")->port == std::nullopt);
  }

  TEST_CASE("an IPv6 address stands in brackets") {
    const auto host = parse_host("[::1]:80");
    REQUIRE(host);
    CHECK(host->name == "::1");
    CHECK(host->is_ipv6);
    CHECK(host->port == 80);
    CHECK(parse_host("[FE80::1]")->name == "fe80::1");
  }

  TEST_CASE("what is no host is refused") {
    for (const char* text : {"", ".", ":80", "a b", "a:b", "a:99999", "a:1:2", "a/b", "[::1", "[]",
                             "[::1]80", "[xyz]", "a@b", "a:-1", "a:+1"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_host(text));
    }
  }
}
