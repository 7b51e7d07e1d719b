// What browsers get from S3's hosts.
// Sources: Amazon S3 User Guide, "Hosting a static website using Amazon S3", "Virtual hosting of
// general purpose buckets".
#include "s3/http/web.h"

#include <doctest/doctest.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

std::string header(const HttpResponse& response, std::string_view name) {
  const std::string* value = response.headers.find(name);
  return value == nullptr ? "" : *value;
}

struct HttpFixture : S3Fixture {
  HttpResponse get(const std::string& target, HttpHeaders headers = {}) {
    return cloud.http({.host = "photos.s3.us-east-1.amazonaws.com",
                       .target = target,
                       .headers = std::move(headers)});
  }
  HttpResponse visit(const std::string& target, const std::string& method = "GET") {
    return cloud.http(
        {.method = method, .host = "photos.s3-website-us-east-1.amazonaws.com", .target = target});
  }
  void make_site(WebsiteConfiguration website = {
                     .index_document = IndexDocument{.suffix = "index.html"},
                     .error_document = ErrorDocument{.key = "error.html"}}) {
    aws.send(PutBucketWebsite{.bucket = "photos", .website_configuration = std::move(website)})
        .value();
  }
};

TEST_SUITE("s3: requests of browsers") {
  TEST_CASE_FIXTURE(HttpFixture, "a page polls a public object from another origin") {
    publish();
    aws.send(PutBucketCors{.bucket = "photos",
                           .cors_configuration = {.cors_rules = {{.allowed_headers = {"*"},
                                                                  .allowed_methods = {"GET"},
                                                                  .allowed_origins = {"*"},
                                                                  .expose_headers = {"ETag"}}}}})
        .value();
    aws.send(PutObject{.bucket = "photos",
                       .key = "stats.json",
                       .body = R"({"requests":0})",
                       .content_type = "application/json",
                       .metadata = {{"by", "test"}}})
        .value();
    const auto response = get("/stats.json?t=1", {{"Origin", "http://localhost:3000"}});
    CHECK(response.status == 200);
    CHECK(response.body.view() == R"({"requests":0})");
    CHECK(header(response, "Content-Type") == "application/json");
    CHECK(header(response, "Content-Length") == "14");
    CHECK(header(response, "Last-Modified") == "Thu, 01 Jan 2026 00:00:00 GMT");
    CHECK(header(response, "x-amz-meta-by") == "test");
    CHECK(header(response, "Access-Control-Allow-Origin") == "*");
    CHECK(header(response, "Access-Control-Expose-Headers") == "ETag");

    CHECK(get("/stats.json", {{"If-None-Match", header(response, "ETag")}}).status == 304);
    CHECK(get("/stats.json", {{"If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT"}}).status ==
          304);
    CHECK(get("/stats.json", {{"Range", "bytes=0-0"}}).body.view() == "{");
  }

  // Amazon S3 User Guide, "Setting permissions for website access" (Object access control lists).
  TEST_CASE_FIXTURE(HttpFixture, "an object that its list makes public is shown, and no other") {
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    aws.send(PutBucketOwnershipControls{
                 .bucket = "photos",
                 .ownership_controls = {.rules = {{.object_ownership = "ObjectWriter"}}}})
        .value();
    make_site();
    aws.send(PutObject{.bucket = "photos", .key = "a", .body = "hello", .acl = "public-read"})
        .value();
    put("b");
    CHECK(get("/a").body.view() == "hello");
    CHECK(visit("/a").body.view() == "hello");
    CHECK(get("/b").status == 403);
    CHECK(visit("/b").status == 403);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(HttpFixture, "a website's errors are in its headers, too") {
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    aws.send(PutBucketPolicy{.bucket = "photos", .policy = R"({"Version":"2012-10-17",
            "Statement":[{"Effect":"Allow","Principal":"*",
            "Action":["s3:GetObject","s3:ListBucket"],
            "Resource":["arn:aws:s3:::photos","arn:aws:s3:::photos/*"]}]})"})
        .value();
    make_site();
    const auto told = [&] {
      const HttpResponse missing = visit("/none");
      CHECK(missing.status == 404);
      CHECK(header(missing, "x-amz-error-code") == "NoSuchKey");
      CHECK(header(missing, "x-amz-error-message") == "The specified key does not exist.");
      CHECK(header(missing, "x-amz-error-detail-Key") == "none");
      return missing.body.str();
    };
    CHECK(told().find("<li>Key: none</li>") != std::string::npos);
    put("error.html", "sorry");
    CHECK(told() == "sorry");
  }

  TEST_CASE_FIXTURE(HttpFixture, "a bucket's rules hold for its website") {
    publish();
    make_site();
    put("font.woff");
    aws.send(PutBucketCors{.bucket = "photos",
                           .cors_configuration = {.cors_rules = {{.allowed_methods = {"GET"},
                                                                  .allowed_origins = {"*"}}}}})
        .value();
    const HttpResponse font = cloud.http({.host = "photos.s3-website-us-east-1.amazonaws.com",
                                          .target = "/font.woff",
                                          .headers = {{"Origin", "http://a.example"}}});
    CHECK(header(font, "Access-Control-Allow-Origin") == "*");
  }

  TEST_CASE_FIXTURE(HttpFixture, "errors are documents in XML") {
    put("a");
    const auto refused = get("/a");
    CHECK(refused.status == 403);
    CHECK(header(refused, "Content-Type") == "application/xml");
    CHECK(refused.body.view().find("<Code>AccessDenied</Code><Message>Access Denied</Message>") !=
          std::string::npos);
    const auto missing = cloud.http({.host = "none.s3.amazonaws.com", .target = "/a"});
    CHECK(missing.status == 404);
    CHECK(missing.body.view().find("<BucketName>none</BucketName>") != std::string::npos);
    CHECK(get("/%zz").status == 400);
    CHECK(cloud.http({.method = "PUT", .host = "photos.s3.amazonaws.com", .target = "/a"}).status ==
          405);
  }

  TEST_CASE_FIXTURE(HttpFixture, "the path may name the bucket") {
    publish();
    put("a/b", "hello");
    const auto response =
        cloud.http({.host = "s3.us-east-1.amazonaws.com", .target = "/photos/a/b"});
    CHECK(response.body.view() == "hello");
  }

  TEST_CASE_FIXTURE(HttpFixture, "a preflight is answered without permission") {
    const HttpRequest request{
        .method = "OPTIONS",
        .host = "photos.s3.us-east-1.amazonaws.com",
        .target = "/a",
        .headers = {{"Origin", "http://a"}, {"Access-Control-Request-Method", "GET"}}};
    CHECK(cloud.http(request).status == 403);
    aws.send(PutBucketCors{.bucket = "photos",
                           .cors_configuration = {.cors_rules = {{.allowed_methods = {"GET"},
                                                                  .allowed_origins = {"*"}}}}})
        .value();
    CHECK(cloud.http(request).status == 200);
  }
}

TEST_SUITE("s3: websites") {
  TEST_CASE_FIXTURE(HttpFixture, "a website shows its index documents") {
    publish();
    make_site();
    aws.send(PutObject{.bucket = "photos",
                       .key = "index.html",
                       .body = "<h1>home</h1>",
                       .content_type = "text/html"})
        .value();
    put("sub/index.html", "sub");
    CHECK(visit("/").body.view() == "<h1>home</h1>");
    CHECK(header(visit("/"), "Content-Type") == "text/html");
    CHECK(visit("/sub/").body.view() == "sub");
    const auto folder = visit("/sub");
    CHECK(folder.status == 302);
    CHECK(header(folder, "Location") == "/sub/");
    CHECK(visit("/", "HEAD").body.empty());
    CHECK(header(visit("/", "HEAD"), "Content-Length") == "13");
    CHECK(visit("/", "POST").status == 405);
  }

  TEST_CASE_FIXTURE(HttpFixture, "errors show the error document, or S3's page") {
    publish();
    make_site();
    const auto bare = visit("/nothing");
    CHECK(bare.status == 403);
    CHECK(bare.body.view().find("<li>Code: AccessDenied</li>") != std::string::npos);
    CHECK(bare.body.view().find("Custom Error Document") != std::string::npos);
    put("error.html", "oops");
    const auto shown = visit("/nothing");
    CHECK(shown.status == 403);
    CHECK(shown.body.view() == "oops");
    CHECK(cloud.http({.host = "none.s3-website-us-east-1.amazonaws.com"})
              .body.view()
              .find("<title>404 Not Found</title>") != std::string::npos);
    aws.send(DeleteBucketWebsite{.bucket = "photos"}).value();
    CHECK(visit("/").body.view().find("NoSuchWebsiteConfiguration") != std::string::npos);
  }

  TEST_CASE_FIXTURE(HttpFixture, "redirects of all, by rule and by object") {
    publish();
    make_site({.redirect_all_requests_to =
                   RedirectAllRequestsTo{.host_name = "example.com", .protocol = "https"}});
    CHECK(header(visit("/a/b"), "Location") == "https://example.com/a/b");

    make_site(
        {.index_document = IndexDocument{.suffix = "index.html"},
         .routing_rules = {
             {.condition = Condition{.key_prefix_equals = "docs/"},
              .redirect = {.http_redirect_code = "302", .replace_key_prefix_with = "documents/"}},
             {.condition = Condition{.http_error_code_returned_equals = "403"},
              .redirect = {.host_name = "errors.example.com", .replace_key_with = "e"}}}});
    const auto moved = visit("/docs/x");
    CHECK(moved.status == 302);
    CHECK(header(moved, "Location") ==
          "http://photos.s3-website-us-east-1.amazonaws.com/documents/x");
    CHECK(header(visit("/nothing"), "Location") == "http://errors.example.com/e");

    aws.send(PutObject{.bucket = "photos", .key = "old", .website_redirect_location = "/new"})
        .value();
    CHECK(visit("/old").status == 301);
    CHECK(header(visit("/old"), "Location") == "/new");
  }

  TEST_CASE_FIXTURE(HttpFixture, "configurations that S3 does not take are refused") {
    const auto refusal = [&](WebsiteConfiguration website) {
      return message(aws.send(
          PutBucketWebsite{.bucket = "photos", .website_configuration = std::move(website)}));
    };
    const auto index = IndexDocument{.suffix = "index.html"};
    const auto rule = [&](Redirect redirect) {
      return WebsiteConfiguration{.index_document = index,
                                  .routing_rules = {{.redirect = std::move(redirect)}}};
    };
    CHECK(refusal({}) ==
          "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty");
    CHECK(refusal({.index_document = IndexDocument{.suffix = "a/b"}}) ==
          "The IndexDocument Suffix is not well formed");
    CHECK(refusal({.index_document = index,
                   .redirect_all_requests_to = RedirectAllRequestsTo{.host_name = "a"}}) != "");
    CHECK(refusal(rule({.protocol = "ftp"})).starts_with("Invalid protocol"));
    CHECK(refusal(rule({.http_redirect_code = "300"})) ==
          "The provided HTTP redirect code (300) is not valid. Valid codes are 3XX except 300.");
    CHECK(refusal(rule({.replace_key_prefix_with = "a", .replace_key_with = "b"})) ==
          "You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
    CHECK(code(aws.send(GetBucketWebsite{.bucket = "photos"})) == "NoSuchWebsiteConfiguration");
  }
}

}  // namespace
}  // namespace emu::s3
