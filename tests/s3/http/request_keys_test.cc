// Source: Amazon S3 API Reference, "Amazon S3 Signature Version 4 authentication specific policy
// keys".
#include "s3/http/request_keys.h"

#include <doctest/doctest.h>

#include <map>

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

// 24 May 2013, 00:10.
constexpr Time kNow =
    Time(std::chrono::sys_days(std::chrono::year(2013) / 5 / 24)) + std::chrono::minutes(10);

std::map<std::string, std::string> keys_of(const HttpRequest& request) {
  std::vector<ConditionValue> values;
  add_request_keys(RequestParts(request), kNow, values);
  std::map<std::string, std::string> keys;
  for (const ConditionValue& value : values) keys[value.key] = value.values.front();
  return keys;
}

TEST_SUITE("s3: condition keys of requests as they were received") {
  TEST_CASE("signed by header") {
    const auto keys = keys_of({.target = "/photos/a",
                               .headers = {{"Authorization", "AWS4-HMAC-SHA256 Credential=…"},
                                           {"X-Amz-Date", "20130524T000000Z"},
                                           {"x-amz-content-sha256", "UNSIGNED-PAYLOAD"}}});
    CHECK(keys.at("s3:authType") == "REST-HEADER");
    CHECK(keys.at("s3:signatureversion") == "AWS4-HMAC-SHA256");
    CHECK(keys.at("s3:signatureAge") == "600000");
    CHECK(keys.at("s3:x-amz-content-sha256") == "UNSIGNED-PAYLOAD");
  }

  TEST_CASE("presigned") {
    const auto keys = keys_of(
        {.target = "/photos/a?X-Amz-Date=20130524T000959Z&X-Amz-Signature=0&X-Amz-Expires=900"});
    CHECK(keys.at("s3:authType") == "REST-QUERY-STRING");
    CHECK(keys.at("s3:signatureAge") == "1000");
    const auto older = keys_of({.target = "/photos/a?AWSAccessKeyId=A&Signature=b&Expires=1"});
    CHECK(older.at("s3:authType") == "REST-QUERY-STRING");
    CHECK(older.at("s3:signatureversion") == "AWS");
  }

  TEST_CASE("a form") {
    const auto form = [](std::initializer_list<std::pair<std::string, std::string>> fields) {
      std::string body;
      for (const auto& [name, value] : fields) {
        body +=
            "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
      }
      return keys_of({.method = "POST",
                      .target = "/photos",
                      .headers = {{"Content-Type", "multipart/form-data; boundary=x"}},
                      .body = Blob(body + "--x--\r\n")});
    };
    const auto newer = form({{"key", "a"},
                             {"policy", "e30="},
                             {"X-Amz-Credential", "AKIA/20130524/us-east-1/s3/aws4_request"},
                             {"X-Amz-Date", "20130524T000000Z"},
                             {"X-Amz-Signature", "0"},
                             {"file", "hi"}});
    CHECK(newer.at("s3:authType") == "POST");
    CHECK(newer.at("s3:signatureversion") == "AWS4-HMAC-SHA256");
    CHECK(newer.at("s3:signatureAge") == "600000");
    const auto older = form({{"key", "a"},
                             {"policy", "e30="},
                             {"AWSAccessKeyId", "AKIA"},
                             {"signature", "b"},
                             {"file", "hi"}});
    CHECK(older.at("s3:authType") == "POST");
    CHECK(older.at("s3:signatureversion") == "AWS");
    CHECK(older.count("s3:signatureAge") == 0);
    CHECK(form({{"key", "a"}, {"file", "hi"}}).count("s3:authType") == 0);
  }

  TEST_CASE("a request that nobody signed") {
    const auto nobody = keys_of({.target = "/photos/a"});
    CHECK(nobody.count("s3:authType") == 0);
    CHECK(nobody.count("s3:signatureAge") == 0);
  }
}

}  // namespace
}  // namespace emu::s3
