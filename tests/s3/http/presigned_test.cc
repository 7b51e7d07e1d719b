// Sources: Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters (AWS Signature
// Version 4)"; error documents as recorded from AWS.
#include "s3/http/presigned.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/text/percent.h"
#include "s3/http/front_fixture.h"
#include "wire/sigv4/sigv4_sign.h"

namespace emu::s3 {

namespace {

using namespace std::chrono_literals;

struct PresignedFixture : FrontFixture {
  server::Api strict{cloud.world(),
                     {.verify_signatures = true, .now = [this] { return cloud.now(); }}};
  wire::Credentials keys{.access_key_id = "000000000000", .secret_access_key = "test"};

  HttpRequest presigned(std::string method, std::string target, HttpHeaders headers = {}) const {
    HttpRequest request{.method = std::move(method),
                        .host = std::string(kHost),
                        .target = std::move(target),
                        .headers = std::move(headers)};
    request.headers.add("Host", std::string(kHost));
    wire::presign_request(request, keys,
                          {.region = "us-east-1",
                           .service = "s3",
                           .now = cloud.now(),
                           .path_as_sent = true,
                           .sends_payload_hash = true},
                          60s);
    return request;
  }
  HttpResponse put(std::string query, std::string body = "123456789") {
    HttpRequest request = presigned("PUT", "/photos/a?" + std::move(query));
    request.body = Blob(std::move(body));
    return strict.answer(request);
  }
  HttpResponse get(std::string target) {
    HttpRequest request = presigned("GET", std::move(target));
    return strict.answer(request);
  }
};

}  // namespace

TEST_SUITE("s3: presigned URLs") {
  // A page of another origin may copy within the bucket that lets it in, and from no other.
  TEST_CASE("a parameter is read in one way, however it is spelled") {
    HttpRequest request{.method = "PUT",
                        .host = "localhost",
                        .target =
                            "/bkt/stolen?X-Amz-Signature=x&%78-amz-copy-source=/other/secret"
                            "&x-amz-copy-source=/bkt/q"};
    const RequestParts parts(request);
    CHECK(header_or_parameter(parts, "x-amz-copy-source") == "/other/secret");
  }

  TEST_CASE_FIXTURE(PresignedFixture, "their parameters stand for headers") {
    CHECK(put("x-amz-meta-q=a%20b&x-amz-checksum-crc32=y%2FQ5Jg%3D%3D&x-amz-tagging=k%3Dv"
              "&x-amz-storage-class=STANDARD_IA&x-amz-server-side-encryption=AES256"
              "&Content-Type=text%2Fplain")
              .status == 200);
    const auto head =
        aws.send(HeadObject{.bucket = "photos", .key = "a", .checksum_mode = "ENABLED"}).value();
    CHECK(head.metadata.at("q") == "a b");
    CHECK(head.checksum_crc32 == "y/Q5Jg==");
    CHECK(head.tag_count == 1);
    CHECK(head.storage_class == "STANDARD_IA");
    CHECK(head.content_type == "text/plain");
  }

  TEST_CASE_FIXTURE(PresignedFixture, "what a header would refuse, they refuse") {
    const HttpResponse wrong = put("x-amz-checksum-crc32=BBBBBA%3D%3D");
    CHECK(wrong.status == 400);
    CHECK(contains(wrong, "<Code>BadDigest</Code>"));
    CHECK(contains(put("x-amz-acl=none"), "<Code>InvalidArgument</Code>"));
    CHECK(put("If-None-Match=%2A").status == 200);
    CHECK(put("If-None-Match=%2A").status == 412);
    CHECK(get("/photos/a?x-amz-expected-bucket-owner=123456789012").status == 403);
    const HttpResponse got = get("/photos/a");
    CHECK(got.status == 200);
    CHECK(get("/photos/a?If-None-Match=" + percent_encode(header(got, "ETag"))).status == 304);
  }

  // As the AWS SDK for JavaScript presigns an upload whose body it does not know.
  TEST_CASE_FIXTURE(PresignedFixture, "a checksum of nothing says nothing of the body") {
    for (const char* checksum : {"x-amz-checksum-crc32=AAAAAA%3D%3D",
                                 "x-amz-checksum-sha1=2jmj7l5rSw0yVb%2FvlWAYkK%2FYBwk%3D"}) {
      const HttpResponse sent =
          put(std::string(checksum) + "&x-amz-sdk-checksum-algorithm=CRC32&x-amz-meta-by=me");
      CHECK(sent.status == 200);
      CHECK_FALSE(header(sent, "x-amz-checksum-crc64nvme").empty());
    }
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a"}).value().metadata.at("by") == "me");
  }

  TEST_CASE_FIXTURE(PresignedFixture, "a copy may name its source there") {
    put("x-id=PutObject");
    HttpRequest copy = presigned("PUT", "/photos/b?x-amz-copy-source=photos%2Fa&x-id=CopyObject");
    const HttpResponse copied = strict.answer(copy);
    CHECK(copied.status == 200);
    CHECK(contains(copied, "<CopyObjectResult"));
    CHECK(aws.send(GetObject{.bucket = "photos", .key = "b"}).value().body.view() == "123456789");
  }

  TEST_CASE_FIXTURE(PresignedFixture, "other requests have no headers in their query") {
    CHECK(send("PUT", "/photos/a?x-amz-meta-q=1&If-None-Match=%2A", {}).status == 200);
    CHECK(send("PUT", "/photos/a?If-None-Match=%2A", {}).status == 200);
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a"}).value().metadata.empty());
  }

  TEST_CASE_FIXTURE(PresignedFixture, "they expire, whether signatures are verified or not") {
    put("x-id=PutObject");
    HttpRequest request = presigned("GET", "/photos/a");
    CHECK(api.answer(request).status == 200);
    cloud.advance(61s);
    for (server::Api* each : {&api, &strict}) {
      const HttpResponse late = each->answer(request);
      CHECK(late.status == 403);
      CHECK(contains(late,
                     "<Code>AccessDenied</Code><Message>Request has expired</Message>"
                     "<X-Amz-Expires>60</X-Amz-Expires>"
                     "<Expires>2026-01-01T00:01:00Z</Expires>"
                     "<ServerTime>2026-01-01T00:01:01Z</ServerTime>"));
    }
  }

  TEST_CASE_FIXTURE(PresignedFixture, "one of signature version 2 expires, too") {
    put("x-id=PutObject");
    const auto ask = [&](std::string_view expires) {
      HttpRequest request{.host = std::string(kHost),
                          .target = std::string("/photos/a?AWSAccessKeyId=000000000000&Signature=x"
                                                "&Expires=")
                                        .append(expires)};
      return api.answer(request);
    };
    CHECK(ask("1767225601").status == 200);
    const HttpResponse late = ask("1767225599");
    CHECK(late.status == 403);
    CHECK(contains(late,
                   "<Message>Request has expired</Message>"
                   "<Expires>2025-12-31T23:59:59Z</Expires>"));
  }

  TEST_CASE_FIXTURE(PresignedFixture, "one of the future is not yet valid") {
    HttpRequest request = presigned("GET", "/photos/a");
    server::Api past(cloud.world(), {.now = [this] { return cloud.now() - 1h; }});
    const HttpResponse early = past.answer(request);
    CHECK(early.status == 403);
    CHECK(contains(early,
                   "<Message>Request is not yet valid</Message>"
                   "<X-Amz-Date>1767225600000</X-Amz-Date>"));
  }

  TEST_CASE_FIXTURE(PresignedFixture, "what is wrong with the signature's parameters is told") {
    const auto refusal = [&](std::string_view from, std::string_view to) {
      HttpRequest request = presigned("GET", "/photos/a");
      const auto at = request.target.find(from);
      REQUIRE(at != std::string::npos);
      request.target.replace(at, from.size(), to);
      const HttpResponse response = api.answer(request);
      CHECK(response.status == 400);
      CHECK(contains(response, "<Code>AuthorizationQueryParametersError</Code>"));
      return std::string(response.body.view());
    };
    const auto has = [](const std::string& text, std::string_view part) {
      return text.find(part) != std::string::npos;
    };
    CHECK(has(refusal("X-Amz-Expires=60", "X-Amz-Expires=604801"),
              "X-Amz-Expires must be less than a week (in seconds); that is, the given "
              "X-Amz-Expires must be less than 604800 seconds"));
    CHECK(
        has(refusal("X-Amz-Expires=60", "X-Amz-Expires=-1"), "X-Amz-Expires must be non-negative"));
    CHECK(has(refusal("X-Amz-Expires=60", "X-Amz-Expires=a"), "X-Amz-Expires should be a number"));
    CHECK(has(refusal("X-Amz-Date=20260101T000000Z", "X-Amz-Date=2026"),
              "X-Amz-Date must be in the ISO8601 Long Format"));
    CHECK(has(refusal("X-Amz-Signature=", "x="), "Query-string authentication version 4 requires"));
    CHECK(has(refusal("AWS4-HMAC-SHA256", "none"), "X-Amz-Algorithm only supports"));
  }
}

}  // namespace emu::s3
