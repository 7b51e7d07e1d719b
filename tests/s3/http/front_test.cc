// S3 over the wire.
// Sources: Amazon S3 API Reference, "PutObject", "Error responses"; User Guide, "Checking object
// integrity", "Using cross-origin resource sharing (CORS)"; "Signature Calculations for the
// Authorization Header: Transferring Payload in Multiple Chunks".
#include <doctest/doctest.h>
#include <emu/s3.h>

#include <string>

#include "server/api_fixture.h"
#include "wire/http/aws_chunked.h"

namespace emu::s3 {

namespace {

using test::ApiFixture;

struct FrontFixture : ApiFixture {
  FrontFixture() { rest("s3", "PUT", "/photos"); }

  HttpResponse send(std::string method, std::string target, const HttpHeaders& headers,
                    std::string body = {}) {
    HttpRequest request = signed_request("s3", std::move(method), std::move(target));
    for (const auto& [name, value] : headers) request.headers.add(name, value);
    request.body = Blob(std::move(body));
    return api.answer(request);
  }
  HttpResponse visit(std::string method, std::string target, HttpHeaders headers = {}) {
    HttpRequest request{.method = std::move(method),
                        .host = std::string(kHost),
                        .target = std::move(target),
                        .headers = std::move(headers)};
    return api.answer(request);
  }
  void make_public() {
    aws.send(s3::DeletePublicAccessBlock{.bucket = "photos"}).value();
    aws
        .send(s3::PutBucketPolicy{
            .bucket = "photos",
            .policy = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",)"
                      R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]})"})
        .value();
  }
};

}  // namespace

TEST_SUITE("s3: calls over HTTP") {
  TEST_CASE_FIXTURE(FrontFixture, "an object goes in and comes out, byte for byte") {
    const HttpResponse put =
        send("PUT", "/photos/2026/a%2Bb.txt",
             {{"Content-Type", "text/plain"}, {"x-amz-meta-Seat", "12A"}}, "hi");
    CHECK(put.status == 200);
    CHECK(header(put, "ETag") == "\"49f68a5c8493ec2c0bf489821c21fc3b\"");
    CHECK(header(put, "x-amz-request-id").size() == 16);
    CHECK_FALSE(header(put, "x-amz-id-2").empty());

    const HttpResponse got = rest("s3", "GET", "/photos/2026/a%2Bb.txt");
    CHECK(got.status == 200);
    CHECK(got.body.view() == "hi");
    CHECK(header(got, "Content-Type") == "text/plain");
    CHECK(header(got, "x-amz-meta-seat") == "12A");
    CHECK(aws.send(s3::GetObject{.bucket = "photos", .key = "2026/a+b.txt"}).value().body.view() ==
          "hi");

    const HttpResponse head = rest("s3", "HEAD", "/photos/2026/a%2Bb.txt");
    CHECK(head.status == 200);
    CHECK(head.body.empty());
    CHECK(header(head, "Content-Length") == "2");
    CHECK(rest("s3", "HEAD", "/photos/none").body.empty());
    CHECK(rest("s3", "HEAD", "/photos/none").status == 404);

    const HttpResponse listed = rest("s3", "GET", "/photos?list-type=2&prefix=2026%2Fa%2Bb");
    CHECK(contains(listed, "<Key>2026/a+b.txt</Key>"));
    CHECK(rest("s3", "DELETE", "/photos/2026/a%2Bb.txt").status == 204);
  }

  TEST_CASE_FIXTURE(FrontFixture, "a large body is shared, not copied") {
    HttpRequest request = signed_request("s3", "PUT", "/photos/large");
    request.body = Blob(std::string(1 << 20, 'x'));
    const char* bytes = request.body.data();
    CHECK(api.answer(request).status == 200);
    CHECK(rest("s3", "GET", "/photos/large").body.data() == bytes);
  }

  TEST_CASE_FIXTURE(FrontFixture, "errors are documents that carry their elements") {
    const HttpResponse none = rest("s3", "GET", "/photos/none");
    CHECK(none.status == 404);
    CHECK(header(none, "Content-Type") == "application/xml");
    CHECK(contains(none, "<Code>NoSuchKey</Code>"));
    CHECK(contains(none, "<Key>none</Key>"));
    CHECK(rest("s3", "GET", "/photos?acl").status == 501);
    CHECK(rest("s3", "PATCH", "/photos").status == 405);

    HttpRequest elsewhere = signed_request("s3", "GET", "/photos", "test", "eu-west-1");
    const HttpResponse redirected = api.answer(elsewhere);
    CHECK(redirected.status == 301);
    CHECK(header(redirected, "x-amz-bucket-region") == "us-east-1");
  }

  TEST_CASE_FIXTURE(FrontFixture,
                    "a chunked body is stored without its form, its checksum with it") {
    std::string body = wire::encode_aws_chunked(
        "123456789", {.trailer = wire::checksum_algorithm("x-amz-checksum-crc32")});
    const HttpHeaders headers = {{"x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"},
                                 {"x-amz-decoded-content-length", "9"},
                                 {"x-amz-trailer", "x-amz-checksum-crc32"},
                                 {"Content-Encoding", "aws-chunked,gzip"}};
    const HttpResponse put = send("PUT", "/photos/a", headers, body);
    CHECK(put.status == 200);
    CHECK(header(put, "x-amz-checksum-crc32") == "y/Q5Jg==");
    const auto got = aws.send(s3::GetObject{.bucket = "photos", .key = "a"}).value();
    CHECK(got.body.view() == "123456789");
    CHECK(got.content_encoding == "gzip");

    body.replace(body.find("y/Q5Jg=="), 8, "AAAAAA==");
    const HttpResponse refused = send("PUT", "/photos/b", headers, body);
    CHECK(refused.status == 400);
    CHECK(contains(refused, "<Code>BadDigest</Code>"));
    CHECK(rest("s3", "HEAD", "/photos/b").status == 404);
    CHECK(send("PUT", "/photos/b", headers, "9\r\n1234").status == 400);
  }

  TEST_CASE_FIXTURE(FrontFixture, "a visitor without credentials is held to the bucket's policy") {
    send("PUT", "/photos/a", {}, "hi");
    CHECK(visit("GET", "/photos/a").status == 403);
    make_public();
    CHECK(visit("GET", "/photos/a").body.view() == "hi");
    CHECK(visit("PUT", "/photos/b").status == 403);
    CHECK(visit("GET", "/").status == 403);
    CHECK(visit("GET", "/photos/a?response-content-type=text%2Fhtml").status == 400);
  }

  TEST_CASE_FIXTURE(FrontFixture, "a visitor reaches a bucket wherever it lies") {
    Aws there = cloud.aws({.region = "eu-west-1"});
    there
        .send(
            s3::CreateBucket{.bucket = "far",
                             .create_bucket_configuration =
                                 s3::CreateBucketConfiguration{.location_constraint = "eu-west-1"}})
        .value();
    there.send(s3::PutObject{.bucket = "far", .key = "a", .body = "hi"}).value();
    there.send(s3::DeletePublicAccessBlock{.bucket = "far"}).value();
    there
        .send(s3::PutBucketPolicy{
            .bucket = "far",
            .policy = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",)"
                      R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::far/*"}]})"})
        .value();
    CHECK(visit("GET", "/far/a").body.view() == "hi");
  }

  TEST_CASE_FIXTURE(FrontFixture,
                    "browsers of other origins are told what the bucket's rules say") {
    aws.send(s3::PutBucketCors{
                 .bucket = "photos",
                 .cors_configuration = {.cors_rules = {{.allowed_methods = {"GET"},
                                                        .allowed_origins = {"http://a.example"}}}}})
        .value();
    const HttpResponse preflight =
        visit("OPTIONS", "/photos/a",
              {{"Origin", "http://a.example"}, {"Access-Control-Request-Method", "GET"}});
    CHECK(preflight.status == 200);
    CHECK(header(preflight, "Access-Control-Allow-Origin") == "http://a.example");

    const HttpResponse got = send("GET", "/photos/none", {{"Origin", "http://a.example"}});
    CHECK(got.status == 404);
    CHECK(header(got, "Access-Control-Allow-Origin") == "http://a.example");
    CHECK(header(got, "Vary").starts_with("Origin"));
    CHECK(header(send("PUT", "/photos/a", {{"Origin", "http://a.example"}}),
                 "Access-Control-Allow-Origin")
              .empty());
    CHECK(header(send("GET", "/photos/a", {{"Origin", "http://b.example"}}),
                 "Access-Control-Allow-Origin")
              .empty());
  }

  TEST_CASE_FIXTURE(FrontFixture, "a bucket may stand in the host") {
    HttpRequest put = signed_request("s3", "PUT", "/a/b");
    put.host = "photos.s3.localhost.localstack.cloud:4566";
    put.body = "hi";
    CHECK(api.answer(put).status == 200);
    CHECK(rest("s3", "GET", "/photos/a/b").body.view() == "hi");
  }

  TEST_CASE_FIXTURE(FrontFixture, "a body that is too large is refused before it comes") {
    HttpRequest put = signed_request("s3", "PUT", "/photos/a");
    CHECK(api.look(put).body_bytes_max > server::kObjectBytesMax);
    CHECK_FALSE(api.look(put).answer.has_value());
    put.headers.add("Content-Length", "6000000000");
    const auto decision = api.look(put);
    REQUIRE(decision.answer.has_value());
    CHECK(contains(*decision.answer, "<Code>EntityTooLarge</Code>"));
  }
}

}  // namespace emu::s3
