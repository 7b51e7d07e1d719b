// No web page may do what its visitor has not asked for: what pages of other origins try at every
// route of a server, and what pages that were stored try at their own.
#include <doctest/doctest.h>
#include <emu/s3.h>
#include <emu/sqs.h>

#include <string>
#include <utility>
#include <vector>

#include "server/site_fixture.h"

namespace emu::server {

namespace {

const HttpHeaders kEvil = {{"Origin", "https://evil.example"}};
// An image, a script, a frame.
const HttpHeaders kEmbedded = {{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Mode", "no-cors"}};
const HttpHeaders kLink = {{"Sec-Fetch-Site", "cross-site"},
                           {"Sec-Fetch-Mode", "navigate"},
                           {"Sec-Fetch-Dest", "document"}};
constexpr const char* kPresigned =
    "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test%2F20260101%2Fus-east-1%2Fs3%2F"
    "aws4_request&X-Amz-Date=20260101T000000Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host&"
    "X-Amz-Signature=0000000000000000000000000000000000000000000000000000000000000000";

struct PagesFixture : test::SiteFixture {
  HttpResponse send(HttpRequest request) {
    if (request.host.empty()) request.host = "127.0.0.1:4566";
    return site.answer(request);
  }

  HttpResponse send(std::string method, std::string target, HttpHeaders headers,
                    std::string body = {}) {
    return send({.method = std::move(method),
                 .target = std::move(target),
                 .headers = std::move(headers),
                 .body = Blob(std::move(body))});
  }

  static HttpHeaders with(HttpHeaders headers, std::string name, std::string value) {
    headers.add(std::move(name), std::move(value));
    return headers;
  }

  static std::string header(const HttpResponse& response, std::string_view name) {
    const std::string* value = response.headers.find(name);
    return value == nullptr ? std::string() : *value;
  }

  std::string queue() {
    return aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
  }
  std::size_t queues() { return aws.send(sqs::ListQueues{}).value().queue_urls.size(); }

  // A bucket whose objects everybody may read, as its policy says.
  void make_bucket(const std::string& name, bool is_public = false) {
    aws.send(s3::CreateBucket{.bucket = name}).value();
    aws.send(s3::PutObject{.bucket = name,
                           .key = "page.html",
                           .body = Blob("<script>fetch('/_emu/reset')</script>"),
                           .content_type = "text/html"})
        .value();
    if (!is_public) return;
    aws.send(s3::DeletePublicAccessBlock{.bucket = name}).value();
    aws.send(s3::PutBucketPolicy{
                 .bucket = name,
                 .policy = R"({"Version":"2012-10-17","Statement":{"Effect":"Allow",)"
                           R"("Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::)" +
                           name + R"(/*"}})"})
        .value();
  }

  void let_in(const std::string& bucket, const std::string& origin) {
    aws.send(s3::PutBucketCors{
                 .bucket = bucket,
                 .cors_configuration = {.cors_rules = {{.allowed_methods = {"GET", "PUT", "POST"},
                                                        .allowed_origins = {origin}}}}})
        .value();
  }
};

}  // namespace

TEST_SUITE("server: pages of other origins") {
  TEST_CASE_FIXTURE(PagesFixture, "they call no service, and are told so as the service would") {
    const HttpHeaders form =
        with(kEvil, "Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    const HttpResponse query = send("POST", "/", form, "Action=CreateQueue&QueueName=pwned");
    CHECK(query.status == 403);
    CHECK(header(query, "Content-Type") == "text/xml");
    CHECK(test::has(query, "<Code>AccessDenied</Code>"));
    CHECK(test::has(query, "--allow-origin https://evil.example"));

    const HttpResponse json =
        send("POST", "/", with(kEvil, "X-Amz-Target", "AmazonSQS.CreateQueue"),
             R"({"QueueName":"pwned"})");
    CHECK(json.status == 403);
    CHECK(test::has(json, "AccessDeniedException"));

    // A form whose type is text/plain needs no preflight.
    const HttpResponse rest =
        send("POST", "/2015-03-31/functions", with(kEvil, "Content-Type", "text/plain"), "{}");
    CHECK(rest.status == 403);
    CHECK(header(rest, "x-amzn-ErrorType") == "AccessDeniedException");
    CHECK(queues() == 0);
  }

  TEST_CASE_FIXTURE(PagesFixture, "an image deletes no queue, nor does a link or an address") {
    const std::string target = "/?Action=DeleteQueue&QueueUrl=" + queue();
    // Who types the address of a page may be led here by it.
    for (const HttpHeaders& headers : {kEmbedded, kLink, HttpHeaders{{"Sec-Fetch-Site", "none"}},
                                       HttpHeaders{{"Referer", "https://evil.example/"}},
                                       HttpHeaders{{"User-Agent", "Mozilla/5.0"}}}) {
      CHECK(send("GET", target, headers).status == 403);
    }
    CHECK(queues() == 1);
    CHECK(send("GET", target, {}).status == 200);
    CHECK(queues() == 0);
    CHECK(send("GET", "/2015-03-31/functions", {{"Sec-Fetch-Site", "none"}}).status == 200);
  }

  TEST_CASE_FIXTURE(PagesFixture, "a name that was made to point here reaches nothing") {
    HttpRequest request{.method = "POST", .host = "evil.example:4566", .target = "/"};
    request.headers.add("X-Amz-Target", "AmazonSQS.CreateQueue");
    request.body = Blob(R"({"QueueName":"pwned"})");
    const HttpResponse refused = send(request);
    CHECK(refused.status == 403);
    CHECK(test::has(refused, "--allow-host evil.example"));
    CHECK(queues() == 0);
    for (const char* host : {"evil.example", "photos.s3.evil.example"}) {
      CAPTURE(host);
      CHECK(send({.method = "PUT", .host = host, .target = "/photos"}).status == 403);
      CHECK(send({.host = host, .target = "/_emu/clock"}).status == 403);
    }
  }

  TEST_CASE_FIXTURE(PagesFixture, "they write nothing into buckets, whatever they sign with") {
    make_bucket("photos");
    const std::string signed_target = std::string("/photos/a") + kPresigned;
    CHECK(send("PUT", signed_target, kEvil, "x").status == 403);
    CHECK(send("DELETE", std::string("/photos/page.html") + kPresigned, kEvil).status == 403);
    CHECK(send("POST", std::string("/photos?delete&") + (kPresigned + 1), kEvil, "<Delete/>")
              .status == 403);
    const HttpResponse form =
        send("POST", "/photos", with(kEvil, "Content-Type", "multipart/form-data; boundary=x"),
             "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na\r\n--x--\r\n");
    CHECK(form.status == 403);
    CHECK(test::has(form, "<Code>AccessDenied</Code>"));
    CHECK(aws.send(s3::ListObjectsV2{.bucket = "photos"}).value().contents.size() == 1);
  }

  TEST_CASE_FIXTURE(PagesFixture, "a bucket's own rules let the pages in that they name") {
    make_bucket("photos");
    make_bucket("secrets");
    let_in("photos", "http://localhost:3000");
    const HttpHeaders page = {{"Origin", "http://localhost:3000"}};
    CHECK(send("PUT", std::string("/photos/a") + kPresigned, page, "x").status == 200);
    CHECK(send("PUT", std::string("/secrets/a") + kPresigned, page, "x").status == 403);
    CHECK(send("DELETE", std::string("/photos/a") + kPresigned, page).status == 403);
    CHECK(send("PUT", std::string("/photos/a") + kPresigned, kEvil, "x").status == 403);
    // What they may write they may not fill from elsewhere.
    const std::string copied = std::string("/photos/b") + kPresigned;
    CHECK(send("PUT", copied, with(page, "x-amz-copy-source", "/secrets/page.html")).status == 403);
    CHECK(send("PUT", copied, with(page, "x-amz-copy-source", "/photos/page.html")).status == 200);
  }

  TEST_CASE_FIXTURE(PagesFixture, "they may show what everybody reads, and link to the rest") {
    make_bucket("open", true);
    make_bucket("photos");
    CHECK(send("GET", "/open/page.html", kEmbedded).status == 200);
    CHECK(send("GET", "/photos/page.html", kEmbedded).status == 403);
    const std::string presigned = std::string("/photos/page.html") + kPresigned;
    CHECK(send("GET", presigned, kLink).status == 200);
    CHECK(send("GET", presigned, {{"Sec-Fetch-Site", "none"}}).status == 200);
    CHECK(send("GET", presigned, kEmbedded).status == 403);
    CHECK(send("GET", presigned, kEvil).status == 403);
  }

  TEST_CASE_FIXTURE(PagesFixture,
                    "they steer nothing under /_emu/, but anybody may ask for health") {
    CHECK(send("POST", "/_emu/reset", kEvil).status == 403);
    CHECK(send("GET", "/_emu/trace", kEmbedded).status == 403);
    CHECK(send("GET", "/_emu/clock", kEvil).status == 403);
    CHECK(send("GET", "/_emu/clock", kLink).status == 200);
    for (const char* path : {"/_emu/health", "/_localstack/health"}) {
      CAPTURE(path);
      CHECK(send("GET", path, kEvil).status == 200);
      CHECK(send({.host = "evil.example", .target = path}).status == 200);
    }
  }
}

TEST_SUITE("server: pages of an origin that it was started with") {
  TEST_CASE("they do all that a program does, and read the answers") {
    Cloud cloud;
    Site site(cloud, {.guard = {.origins = {"http://localhost:3000"}},
                      .now = [&cloud] { return cloud.now(); }});
    const auto send = [&](std::string method, std::string target, HttpHeaders headers,
                          std::string body = {}) {
      headers.add("Origin", "http://localhost:3000");
      HttpRequest request{.method = std::move(method),
                          .host = "127.0.0.1:4566",
                          .target = std::move(target),
                          .headers = std::move(headers),
                          .body = Blob(std::move(body))};
      return site.answer(request);
    };
    HttpResponse response = send("POST", "/", {{"X-Amz-Target", "AmazonSQS.ListQueues"}}, "{}");
    CHECK(response.status == 200);
    CHECK(*response.headers.find("Access-Control-Allow-Origin") == "http://localhost:3000");
    response = send("POST", "/_emu/reset", {});
    CHECK(response.status == 200);
    CHECK(*response.headers.find("Access-Control-Allow-Origin") == "http://localhost:3000");
    response = send("OPTIONS", "/_emu/reset", {{"Access-Control-Request-Method", "POST"}});
    CHECK(response.status == 200);
    CHECK(*response.headers.find("Access-Control-Allow-Methods") == "POST");
    CHECK(send("PUT", "/photos", {}).status == 403);  // for nobody signed it, as in AWS
    CHECK(send("PUT", std::string("/photos") + kPresigned, {}).status == 200);
  }
}

TEST_SUITE("server: pages that were stored") {
  TEST_CASE_FIXTURE(PagesFixture, "they get no origin of their own where other things are") {
    constexpr const char* kSandbox = "sandbox allow-scripts allow-forms";
    make_bucket("open", true);
    aws
        .send(s3::PutBucketWebsite{
            .bucket = "open",
            .website_configuration = {.index_document = s3::IndexDocument{.suffix = "page.html"}}})
        .value();
    const auto policy = [&](std::string host, std::string target) {
      return header(send({.host = std::move(host), .target = std::move(target)}),
                    "Content-Security-Policy");
    };
    CHECK(policy("127.0.0.1:4566", "/_website/open/") == kSandbox);
    CHECK(policy("127.0.0.1:4566", "/_website/open/missing") == kSandbox);
    CHECK(policy("127.0.0.1:4566", "/open/page.html") == kSandbox);
    CHECK(policy("open.localhost:4566", "/page.html") == kSandbox);
    CHECK(policy("open.s3.localhost:4566", "/page.html") == kSandbox);
    // A website's own host is an origin of its own.
    CHECK(policy("open.s3-website.localhost:4566", "/").empty());
    CHECK(policy("127.0.0.1:4566", "/_emu/clock").empty());

    aws.send(s3::PutObject{.bucket = "open", .key = "a", .content_type = "image/png"}).value();
    CHECK(policy("127.0.0.1:4566", "/open/a").empty());
    aws.send(s3::PutObject{.bucket = "open", .key = "a", .content_type = "image/svg+xml"}).value();
    CHECK(policy("127.0.0.1:4566", "/open/a") == kSandbox);
    CHECK(policy("127.0.0.1:4566", std::string("/open/a") + kPresigned +
                                       "&response-content-type=text%2Fhtml") == kSandbox);
  }

  TEST_CASE_FIXTURE(PagesFixture, "their scripts and fonts are read as from another origin") {
    make_bucket("open", true);
    aws
        .send(s3::PutBucketWebsite{
            .bucket = "open",
            .website_configuration = {.index_document = s3::IndexDocument{.suffix = "page.html"}}})
        .value();
    const HttpHeaders sandboxed = {{"Origin", "null"}};
    const HttpResponse module = send("GET", "/_website/open/page.html", sandboxed);
    CHECK(header(module, "Access-Control-Allow-Origin") == "*");
    CHECK(send("POST", "/_emu/reset", sandboxed).status == 403);
  }
}

}  // namespace emu::server
