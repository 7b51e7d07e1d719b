// Source: Amazon S3 User Guide, "Virtual hosting of general purpose buckets", "Website endpoints".
#include "s3/http/hosts.h"

#include <doctest/doctest.h>

#include <string>

namespace emu::s3 {

namespace {

std::string path_of(const char* host, const char* target) {
  const HttpRequest request{.host = host, .target = target};
  return path_with_bucket(RequestParts(request));
}

}  // namespace

TEST_SUITE("s3: hosts") {
  TEST_CASE("a bucket stands in the host or at the front of the path") {
    CHECK(path_of("localhost:4566", "/photos/a%2Fb") == "/photos/a%2Fb");
    CHECK(path_of("127.0.0.1:4566", "/photos") == "/photos");
    CHECK(path_of("[::1]:4566", "/photos") == "/photos");
    CHECK(path_of("s3.localhost.localstack.cloud:4566", "/photos") == "/photos");
    CHECK(path_of("s3.eu-west-1.amazonaws.com", "/photos") == "/photos");
    CHECK(path_of("emu.internal", "/photos") == "/photos");
    CHECK(path_of("photos.s3.localhost.localstack.cloud:4566", "/a/b?x") == "/photos/a/b");
    CHECK(path_of("photos.s3.eu-west-1.amazonaws.com", "/") == "/photos/");
    CHECK(path_of("my.s3.photos.s3.amazonaws.com", "/a") == "/my.s3.photos/a");
    CHECK(path_of("photos.localhost:4566", "/a") == "/photos/a");
  }

  TEST_CASE("visitors reach buckets and websites by the host") {
    CHECK(web_host("my.photos.s3.eu-west-1.amazonaws.com")->bucket == "my.photos");
    CHECK(web_host("photos.s3.amazonaws.com")->bucket == "photos");
    CHECK(web_host("s3.us-east-1.amazonaws.com")->bucket == "");
    CHECK(web_host("photos.s3-website.eu-central-1.amazonaws.com")->is_website);
    CHECK(web_host("photos.s3-website-us-east-1.amazonaws.com")->bucket == "photos");
    CHECK_FALSE(web_host("abc.execute-api.us-east-1.amazonaws.com"));
    CHECK_FALSE(web_host(".s3-website.localhost"));
  }

  TEST_CASE("a path names a bucket and a key, or a key of the host's bucket") {
    CHECK(object_name("/photos/a%2Fb")->bucket == "photos");
    CHECK(object_name("/photos/a%2Fb")->key == "a/b");
    CHECK(object_name("/photos")->key == "");
    CHECK(object_name("/a/b", "photos")->bucket == "photos");
    CHECK(object_name("/a/b", "photos")->key == "a/b");
    CHECK_FALSE(object_name("/%zz"));
  }
}

}  // namespace emu::s3
