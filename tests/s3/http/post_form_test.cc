// Uploads from a browser's form.
// Source: Amazon S3 API Reference, "POST Object", "Creating a POST policy", "Calculating a
// signature (AWS Signature Version 4)" of browser-based uploads.
#include <doctest/doctest.h>
#include <emu/s3.h>

#include <string>
#include <utility>
#include <vector>

#include "core/text/base64.h"
#include "server/api_fixture.h"
#include "server/credentials.h"
#include "wire/sigv4/sigv4_key.h"

namespace emu::s3 {

namespace {

using test::ApiFixture;
using Fields = std::vector<std::pair<std::string, std::string>>;

struct PostFixture : ApiFixture {
  server::Api strict{cloud.world(),
                     {.verify_signatures = true, .now = [this] { return cloud.now(); }}};
  PostFixture() { rest("s3", "PUT", "/photos"); }

  static std::string form(const Fields& fields, std::string_view file) {
    std::string body;
    for (const auto& [name, value] : fields) {
      body.append("--xyz\r\nContent-Disposition: form-data; name=\"")
          .append(name)
          .append("\"\r\n\r\n")
          .append(value)
          .append("\r\n");
    }
    body.append(
            "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\me.txt\"\r\n")
        .append("Content-Type: text/plain\r\n\r\n")
        .append(file)
        .append("\r\n--xyz--\r\n");
    return body;
  }
  static HttpRequest post(std::string body) {
    return {.method = "POST",
            .host = std::string(kHost),
            .target = "/photos",
            .headers = {{"Content-Type", "multipart/form-data; boundary=xyz"}},
            .body = Blob(std::move(body))};
  }
  // The fields that a server which makes such forms would put into them.
  static Fields signed_fields(std::string_view conditions, Fields fields = {},
                              std::string_view secret = server::kAccountSecret) {
    const std::string policy = base64_encode(
        std::string(R"({"expiration":"2026-01-01T01:00:00Z","conditions":[)").append(conditions) +
        R"(,["starts-with","$x-amz-credential",""],{"x-amz-date":"20260101T000000Z"}]})");
    const wire::CredentialScope scope{.day = "20260101", .region = "us-east-1", .service = "s3"};
    fields.insert(
        fields.begin(),
        {{"policy", policy},
         {"x-amz-credential", "000000000000/" + scope.text()},
         {"x-amz-date", "20260101T000000Z"},
         {"X-Amz-Signature", wire::sign_text(wire::derive_signing_key(secret, scope), policy)}});
    return fields;
  }
  HttpResponse send(const Fields& fields, std::string_view file = "hi") {
    HttpRequest request = post(form(fields, file));
    return strict.answer(request);
  }
};

constexpr const char* kConditions =
    R"({"bucket":"photos"},["starts-with","$key","user/"],["content-length-range",1,10])";

}  // namespace

TEST_SUITE("s3: forms of browsers") {
  TEST_CASE_FIXTURE(PostFixture, "a signed form uploads its file") {
    const HttpResponse posted = send(signed_fields(kConditions, {{"key", "user/${filename}"}}));
    CHECK(posted.status == 204);
    CHECK(header(posted, "ETag") == "\"49f68a5c8493ec2c0bf489821c21fc3b\"");
    CHECK(header(posted, "Location") == "http://localhost:4566/photos/user%2Fme.txt");
    const auto got = aws.send(s3::GetObject{.bucket = "photos", .key = "user/me.txt"}).value();
    CHECK(got.body.view() == "hi");
    CHECK(got.content_type == "binary/octet-stream");
  }

  TEST_CASE_FIXTURE(PostFixture, "fields become headers of the object") {
    const std::string conditions =
        std::string(kConditions) +
        R"(,{"x-amz-meta-seat":"12A"},["eq","$content-type","text/plain"])";
    CHECK(send(signed_fields(
                   conditions,
                   {{"key", "user/a"}, {"x-amz-meta-seat", "12A"}, {"Content-Type", "text/plain"}}))
              .status == 204);
    const auto got = aws.send(s3::HeadObject{.bucket = "photos", .key = "user/a"}).value();
    CHECK(got.content_type == "text/plain");
    CHECK(got.metadata.at("seat") == "12A");
  }

  TEST_CASE_FIXTURE(PostFixture, "the form chooses how success looks") {
    const std::string conditions = std::string(kConditions) +
                                   R"(,["starts-with","$success_action_status",""],)"
                                   R"(["starts-with","$success_action_redirect",""])";
    const HttpResponse created =
        send(signed_fields(conditions, {{"key", "user/a"}, {"success_action_status", "201"}}));
    CHECK(created.status == 201);
    CHECK(contains(created, "<PostResponse><Location>http://localhost:4566/photos/user%2Fa"));
    CHECK(contains(created, "<Bucket>photos</Bucket><Key>user/a</Key>"));
    CHECK(send(signed_fields(conditions, {{"key", "user/a"}, {"success_action_status", "200"}}))
              .status == 200);
    const HttpResponse redirected = send(signed_fields(
        conditions, {{"key", "user/a"}, {"success_action_redirect", "http://a.example/done?x=1"}}));
    CHECK(redirected.status == 303);
    CHECK(header(redirected, "Location") ==
          "http://a.example/done?x=1&bucket=photos&key=user%2Fa&etag="
          "%2249f68a5c8493ec2c0bf489821c21fc3b%22");
  }

  TEST_CASE_FIXTURE(PostFixture, "what the policy does not allow is refused") {
    const auto refusal = [&](const Fields& fields, std::string_view file = "hi") {
      const HttpResponse response = send(fields, file);
      CHECK(response.status >= 400);
      return std::string(response.body.view());
    };
    const auto has = [](const std::string& text, const char* part) {
      return text.find(part) != std::string::npos;
    };
    const Fields key = {{"key", "user/a"}};
    CHECK(has(refusal(signed_fields(kConditions, {{"key", "other"}})),
              "Policy Condition failed: [&quot;starts-with&quot;, &quot;$key&quot;"));
    CHECK(has(refusal(signed_fields(R"({"bucket":"other"},{"key":"user/a"})", key)),
              "Policy Condition failed"));
    CHECK(has(refusal(signed_fields(kConditions, {{"key", "user/a"}, {"acl", "private"}})),
              "Extra input fields: acl"));
    CHECK(has(refusal(signed_fields(kConditions, key), ""), "EntityTooSmall"));
    CHECK(has(refusal(signed_fields(kConditions, key), "more than ten"), "EntityTooLarge"));
    CHECK(has(refusal(signed_fields("1", key)), "InvalidPolicyDocument"));
    CHECK(has(refusal(signed_fields(kConditions, key, "wrong")), "SignatureDoesNotMatch"));
    CHECK(has(refusal(key), "AccessDenied"));
    cloud.advance(std::chrono::hours(2));
    CHECK(has(refusal(signed_fields(kConditions, key)), "Policy expired."));
    CHECK(rest("s3", "HEAD", "/photos/user/a").status == 404);
  }

  TEST_CASE_FIXTURE(PostFixture, "a form that is none is refused") {
    const auto refusal = [&](std::string body) {
      HttpRequest request = post(std::move(body));
      return std::string(strict.answer(request).body.view());
    };
    const auto has = [](const std::string& text, const char* part) {
      return text.find(part) != std::string::npos;
    };
    CHECK(has(refusal("hi"), "MalformedPOSTRequest"));
    CHECK(has(refusal("--xyz\r\n"), "MalformedPOSTRequest"));
    CHECK(has(refusal(form({}, "hi")), "must contain a field named 'key'"));
    CHECK(has(refusal("--xyz\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na\r\n--xyz--"),
              "exactly one file"));
    CHECK(has(refusal(form({{"key", "a"}, {"x", std::string(30'000, 'x')}}, "hi")),
              "MaxPostPreDataLengthExceeded"));
  }
}

}  // namespace emu::s3
