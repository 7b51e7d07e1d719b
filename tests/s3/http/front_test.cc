// S3 over the wire.
// Sources: Amazon S3 API Reference, "PutObject", "Error responses"; User Guide, "Checking object
// integrity", "Using cross-origin resource sharing (CORS)"; "Signature Calculations for the
// Authorization Header: Transferring Payload in Multiple Chunks".
#include <doctest/doctest.h>
#include <emu/s3.h>

#include <string>

#include "s3/http/front_fixture.h"
#include "wire/http/aws_chunked.h"

namespace emu::s3 {

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

    HttpRequest elsewhere = signed_request("s3", "GET", "/photos", "test", "eu-west-1");
    const HttpResponse redirected = api.answer(elsewhere);
    CHECK(redirected.status == 301);
    CHECK(header(redirected, "x-amz-bucket-region") == "us-east-1");
  }

  TEST_CASE_FIXTURE(FrontFixture, "every answer has the headers of S3") {
    send("PUT", "/photos/a", {}, "hi");
    aws.send(s3::PutBucketCors{.bucket = "photos",
                               .cors_configuration = {.cors_rules = {{.allowed_methods = {"GET"},
                                                                      .allowed_origins = {"*"}}}}})
        .value();
    const HttpHeaders asked = {{"Origin", "http://a.example"},
                               {"Access-Control-Request-Method", "GET"}};
    make_public();
    for (const HttpResponse& answer :
         {send("GET", "/photos/a", {}), send("GET", "/photos/none", {}),
          send("PUT", "/photos/a", {}), send("GET", "/", {}), send("GET", "/photos/a?torrent", {}),
          visit("OPTIONS", "/photos/a", asked), visit("OPTIONS", "/none/a", asked),
          cloud.http({.host = "photos.s3.amazonaws.com", .target = "/a"}),
          cloud.http({.host = "photos.s3-website.amazonaws.com", .target = "/a"})}) {
      CAPTURE(answer.status);
      CHECK(header(answer, "Server") == "AmazonS3");
      CHECK(header(answer, "x-amz-request-id").size() == 16);
      CHECK_FALSE(header(answer, "x-amz-id-2").empty());
    }
  }

  // Amazon S3 API Reference, "HeadBucket", "ListObjectsV2"; as recorded from AWS.
  TEST_CASE_FIXTURE(FrontFixture, "a bucket's own answers tell its region") {
    for (const char* target : {"/photos", "/photos?list-type=2"}) {
      CHECK(header(rest("s3", "GET", target), "x-amz-bucket-region") == "us-east-1");
    }
    const HttpResponse head = rest("s3", "HEAD", "/photos");
    CHECK(header(head, "x-amz-bucket-region") == "us-east-1");
    CHECK(header(head, "Content-Type") == "application/xml");
    CHECK(header(visit("HEAD", "/photos"), "x-amz-bucket-region") == "us-east-1");
    CHECK(header(rest("s3", "GET", "/photos?location"), "x-amz-bucket-region").empty());
    CHECK(header(rest("s3", "HEAD", "/none"), "x-amz-bucket-region").empty());
  }

  // Amazon S3 API Reference, "ListObjectsV2", "CopyObject", "ListBuckets".
  TEST_CASE_FIXTURE(FrontFixture, "times in documents are whole seconds") {
    cloud.advance(std::chrono::milliseconds(1500));
    send("PUT", "/photos/a", {}, "hi");
    send("PUT", "/late", {});
    constexpr const char* kTime = "<LastModified>2026-01-01T00:00:01.000Z</LastModified>";
    CHECK(contains(rest("s3", "GET", "/photos?list-type=2"), kTime));
    CHECK(contains(rest("s3", "GET", "/photos"), kTime));
    CHECK(contains(send("PUT", "/photos/b", {{"x-amz-copy-source", "photos/a"}}), kTime));
    CHECK(
        contains(rest("s3", "GET", "/"), "<CreationDate>2026-01-01T00:00:01.000Z</CreationDate>"));
  }

  // RFC 9110, section 15.4.5; as recorded from AWS.
  TEST_CASE_FIXTURE(FrontFixture, "304 has what a cache keeps") {
    send("PUT", "/photos/a", {{"Cache-Control", "max-age=60"}}, "hi");
    const std::string etag = header(rest("s3", "GET", "/photos/a"), "ETag");
    for (const char* method : {"GET", "HEAD"}) {
      const HttpResponse same = send(method, "/photos/a", {{"If-None-Match", etag}});
      CHECK(same.status == 304);
      CHECK(same.body.empty());
      CHECK(header(same, "ETag") == etag);
      CHECK(header(same, "Last-Modified") == "Thu, 01 Jan 2026 00:00:00 GMT");
      CHECK(header(same, "Cache-Control") == "max-age=60");
      CHECK(header(same, "Content-Type").empty());
    }
  }

  TEST_CASE_FIXTURE(FrontFixture, "a date in the future is no condition") {
    send("PUT", "/photos/a", {}, "hi");
    const HttpHeaders future = {{"If-Modified-Since", "Fri, 01 Jan 2027 00:00:00 GMT"}};
    CHECK(send("GET", "/photos/a", future).status == 200);
    CHECK(send("PUT", "/photos/b",
               {{"x-amz-copy-source", "photos/a"},
                {"x-amz-copy-source-if-modified-since", "Fri, 01 Jan 2027 00:00:00 GMT"}})
              .status == 200);
    CHECK(
        send("GET", "/photos/a", {{"If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT"}}).status ==
        304);
  }

  TEST_CASE_FIXTURE(FrontFixture, "a key is UTF-8") {
    for (const char* method : {"GET", "HEAD", "PUT", "DELETE"}) {
      CHECK(rest("s3", method, "/photos/%ff").status == 400);
    }
    CHECK(contains(rest("s3", "GET", "/photos/%ff"), "<Code>InvalidURI</Code>"));
  }

  TEST_CASE_FIXTURE(FrontFixture, "the length of an object is told beforehand") {
    const auto refusal = [&](std::string method, std::string target, const HttpHeaders& headers) {
      HttpRequest head = signed_request("s3", std::move(method), std::move(target));
      for (const auto& [name, value] : headers) head.headers.add(name, value);
      const auto answer = api.look(head).answer;
      return answer ? std::to_string(answer->status) + std::string(answer->body.view())
                    : std::string();
    };
    const std::string missing = refusal("PUT", "/photos/a", {});
    CHECK(missing.starts_with("411"));
    CHECK(missing.find("<Code>MissingContentLength</Code><Message>You must provide the "
                       "Content-Length HTTP header.</Message>") != std::string::npos);
    const std::string chunked = refusal("PUT", "/photos/a", {{"Transfer-Encoding", "chunked"}});
    CHECK(chunked.starts_with("501"));
    CHECK(chunked.find("<Header>Transfer-Encoding</Header>") != std::string::npos);
    CHECK(refusal("PUT", "/photos/a",
                  {{"Transfer-Encoding", "chunked"},
                   {"x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"}})
              .empty());
    CHECK(refusal("PUT", "/photos/a", {{"x-amz-copy-source", "photos/b"}}).empty());
    CHECK(refusal("PUT", "/photos", {}).empty());
    CHECK(refusal("GET", "/photos/a", {}).empty());
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(FrontFixture, "who may not upload is told before the body is sent") {
    const auto refusal = [&](std::string target, HttpHeaders headers) {
      headers.add("Expect", "100-continue");
      headers.add("Content-Length", "2");
      const auto answer = api.look({.method = "PUT",
                                    .host = std::string(kHost),
                                    .target = std::move(target),
                                    .headers = std::move(headers)})
                              .answer;
      return answer ? answer->status : 0;
    };
    const HttpHeaders signer = {{"Authorization", authorization("s3")},
                                {"X-Amz-Date", "20260101T000000Z"}};
    CHECK(refusal("/photos/a", {}) == 403);
    CHECK(refusal("/none/a", {}) == 404);
    CHECK(refusal("/none/a", signer) == 404);
    CHECK(refusal("/photos/a", signer) == 0);
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    aws.send(PutBucketPolicy{.bucket = "photos", .policy = R"({"Version":"2012-10-17",
            "Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:PutObject",
            "Resource":"arn:aws:s3:::photos/in/*",
            "Condition":{"StringEquals":{"s3:x-amz-storage-class":"STANDARD_IA"}}}]})"})
        .value();
    CHECK(refusal("/photos/a", {}) == 403);
    CHECK(refusal("/photos/in/a", {}) == 403);
    CHECK(refusal("/photos/in/a", {{"x-amz-storage-class", "STANDARD_IA"}}) == 0);
  }

  // The last text as in the thread "versitygw REST DeleteObjects command doesn't require
  // Content-MD5 or checksum header" of versity/versitygw.
  TEST_CASE_FIXTURE(FrontFixture, "Content-MD5 is that of the body") {
    const HttpResponse empty = send("PUT", "/photos/a", {{"Content-MD5", ""}}, "hi");
    CHECK(empty.status == 400);
    CHECK(contains(empty, "<Code>InvalidDigest</Code>"));
    constexpr const char* kDelete = "<Delete><Object><Key>a</Key></Object></Delete>";
    for (const char* digest : {"", "x", "1B2M2Y8AsgTpgAmY7PhCfg=="}) {
      CHECK(send("POST", "/photos?delete", {{"Content-MD5", digest}}, kDelete).status == 400);
    }
    CHECK(contains(
        send("POST", "/photos?delete", {{"Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="}}, kDelete),
        "<Code>BadDigest</Code>"));
    CHECK(contains(send("POST", "/photos?delete", {{"x-amz-checksum-crc32", "AAAAAA=="}}, kDelete),
                   "The CRC32 you specified did not match the calculated checksum."));
    CHECK(contains(send("POST", "/photos?delete", {{"x-amz-checksum-crc32", "no"}}, kDelete),
                   "Value for x-amz-checksum-crc32 header is invalid."));
    CHECK(contains(send("POST", "/photos?delete", {}, kDelete),
                   "Missing required header for this request: Content-MD5 OR x-amz-checksum-*"));
  }

  TEST_CASE_FIXTURE(FrontFixture, "what is not there is refused by its name") {
    const HttpResponse select = rest("s3", "POST", "/photos/a?select&select-type=2");
    CHECK(select.status == 501);
    CHECK(contains(select,
                   "<Code>NotImplemented</Code><Message>The operation "
                   "SelectObjectContent is not implemented.</Message>"));
    CHECK(contains(rest("s3", "PUT", "/photos?torrent"), "PUT of the sub-resource torrent"));
  }

  // As AWS answers ?acl&versioning.
  TEST_CASE_FIXTURE(FrontFixture, "two sub-resources at once are refused") {
    const HttpResponse two = rest("s3", "GET", "/photos?versioning&acl");
    CHECK(two.status == 400);
    CHECK(contains(two,
                   "<Code>InvalidArgument</Code><Message>Conflicting query string parameters: "
                   "acl, versioning</Message><ArgumentName>ResourceType</ArgumentName>"
                   "<ArgumentValue>acl</ArgumentValue>"));
    CHECK(contains(rest("s3", "POST", "/photos/a?uploads&uploadId=x"), "uploadId, uploads"));
    CHECK(contains(rest("s3", "POST", "/photos/a?restore&tagging"), "restore, tagging"));
    CHECK(rest("s3", "GET", "/photos?acl&acl").status == 200);
    CHECK(rest("s3", "GET", "/photos?list-type=2&prefix=acl").status == 200);
  }

  TEST_CASE_FIXTURE(FrontFixture, "an empty continuation token is none that was given") {
    const HttpResponse refused = rest("s3", "GET", "/photos?list-type=2&continuation-token=");
    CHECK(refused.status == 400);
    CHECK(contains(refused,
                   "<Message>The continuation token provided is incorrect</Message>"
                   "<ArgumentName>continuation-token</ArgumentName>"));
    CHECK(rest("s3", "GET", "/photos?continuation-token=").status == 200);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(FrontFixture, "a method that a resource does not have is refused") {
    const HttpResponse posted = rest("s3", "POST", "/photos/a");
    CHECK(posted.status == 405);
    CHECK(header(posted, "Allow") == "GET, DELETE, HEAD, PUT");
    CHECK(contains(posted, "<Method>POST</Method><ResourceType>OBJECT</ResourceType>"));
    const HttpResponse service = rest("s3", "POST", "/");
    CHECK(header(service, "Allow") == "GET");
    CHECK(contains(service, "<ResourceType>SERVICE</ResourceType>"));
    const HttpResponse policy = rest("s3", "POST", "/photos?policy");
    CHECK(header(policy, "Allow") == "GET, DELETE, PUT");
    CHECK(contains(policy, "<ResourceType>BUCKETPOLICY</ResourceType>"));
    const HttpResponse form = rest("s3", "POST", "/photos");
    CHECK(form.status == 412);
    CHECK(contains(form,
                   "<Condition>Bucket POST must be of the enclosure-type "
                   "multipart/form-data</Condition>"));
  }

  TEST_CASE_FIXTURE(FrontFixture, "aws-chunked is no coding of an object") {
    send("PUT", "/photos/a", {{"Content-Encoding", "gzip, aws-chunked"}}, "hi");
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a"}).value().content_encoding == "gzip");
    send("PUT", "/photos/a", {{"Content-Encoding", "aws-chunked"}}, "hi");
    CHECK(aws.send(HeadObject{.bucket = "photos", .key = "a"}).value().content_encoding.empty());
    send("PUT", "/photos/a", {{"Content-Encoding", "gzip,  br"}}, "hi");
    CHECK(header(rest("s3", "GET", "/photos/a"), "Content-Encoding") == "gzip,  br");
  }

  TEST_CASE_FIXTURE(FrontFixture, "an owner who is expected is an account") {
    const HttpResponse refused =
        send("GET", "/photos?list-type=2", {{"x-amz-expected-bucket-owner", "0000"}});
    CHECK(refused.status == 400);
    CHECK(contains(refused,
                   "<Code>InvalidBucketOwnerAWSAccountID</Code><Message>The value of the expected "
                   "bucket owner parameter must be an AWS Account ID... [0000]</Message>"
                   "<RequestId>"));
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

  // As recorded from AWS.
  TEST_CASE_FIXTURE(FrontFixture, "credentials are for the region that the host names") {
    HttpRequest elsewhere = signed_request("s3", "GET", "/photos", "test", "us-west-2");
    elsewhere.host = "s3.us-east-1.localhost.localstack.cloud:4566";
    const HttpResponse refused = api.answer(elsewhere);
    CHECK(refused.status == 400);
    CHECK(contains(refused,
                   "<Code>AuthorizationHeaderMalformed</Code><Message>The authorization "
                   "header is malformed; the region 'us-west-2' is wrong; expecting "
                   "'us-east-1'</Message><Region>us-east-1</Region>"));
    HttpRequest there = signed_request("s3", "GET", "/");
    there.host = "photos.s3.dualstack.us-east-1.amazonaws.com";
    CHECK(api.answer(there).status == 200);
  }

  TEST_CASE_FIXTURE(FrontFixture, "what no bucket could be called is no name of one") {
    for (const char* name : {"/ab", "/a%20b", "/b%C3%BC"}) {
      const HttpResponse refused = rest("s3", "GET", name);
      CHECK(refused.status == 400);
      CHECK(contains(refused,
                     "<Code>InvalidBucketName</Code><Message>The specified bucket is not "
                     "valid.</Message><BucketName>"));
    }
    CHECK(contains(rest("s3", "GET", "/Old_Name"), "<Code>NoSuchBucket</Code>"));
  }

  TEST_CASE_FIXTURE(FrontFixture, "a body that is too large is refused before it comes") {
    HttpRequest put = signed_request("s3", "PUT", "/photos/a");
    put.headers.add("Content-Length", "5");
    CHECK(api.look(put).body_bytes_max > server::kObjectBytesMax);
    CHECK_FALSE(api.look(put).answer.has_value());
    put.headers.set("Content-Length", "6000000000");
    const auto decision = api.look(put);
    REQUIRE(decision.answer.has_value());
    CHECK(contains(*decision.answer, "<Code>EntityTooLarge</Code>"));
  }
}

}  // namespace emu::s3
