// Uploads from a browser's form.
// Source: Amazon S3 API Reference, "POST Object", "Creating a POST policy", "Calculating a
// signature (AWS Signature Version 4)" of browser-based uploads.
#include <doctest/doctest.h>
#include <emu/s3.h>
#include <emu/sqs.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "core/text/base64.h"
#include "server/api_fixture.h"
#include "server/credentials.h"
#include "wire/sigv4/sigv2.h"
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
  // The fields of boto3's generate_presigned_post where it still signs by version 2.
  static Fields fields_of_version_2(std::string_view conditions, Fields fields = {},
                                    std::string_view secret = server::kAccountSecret) {
    const std::string policy = base64_encode(
        std::string(R"({"expiration":"2026-01-01T01:00:00Z","conditions":[)").append(conditions) +
        "]}");
    fields.insert(fields.begin(), {{"AWSAccessKeyId", "000000000000"},
                                   {"policy", policy},
                                   {"signature", wire::sign_sigv2_text(secret, policy)}});
    return fields;
  }
  HttpResponse send(const Fields& fields, std::string_view file = "hi") {
    HttpRequest request = post(form(fields, file));
    return strict.answer(request);
  }
};

constexpr const char* kConditions =
    R"({"bucket":"photos"},["starts-with","$key","user/"],["content-length-range","1",10])";

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

  // Amazon S3 User Guide (signature version 2), "Browser-based uploads using POST".
  TEST_CASE_FIXTURE(PostFixture, "a form may be signed by signature version 2") {
    const Fields key = {{"key", "user/a"}};
    CHECK(send(fields_of_version_2(kConditions, key)).status == 204);
    CHECK(aws.send(s3::GetObject{.bucket = "photos", .key = "user/a"}).value().body.view() == "hi");
    const HttpResponse wrong = send(fields_of_version_2(kConditions, key, "wrong"));
    CHECK(wrong.status == 403);
    CHECK(contains(wrong, "<Code>SignatureDoesNotMatch</Code>"));
    CHECK(contains(wrong, "<AWSAccessKeyId>000000000000</AWSAccessKeyId><StringToSign>"));
    Fields other = fields_of_version_2(kConditions, {{"key", "other"}});
    CHECK(contains(send(other), "Policy Condition failed"));
    other[0].second = "AKIAIOSFODNN7EXAMPLE";
    CHECK(contains(send(other), "<Code>InvalidAccessKeyId</Code>"));
    other.erase(other.begin());
    CHECK(contains(send(other),
                   "Bucket POST must contain a field named 'AWSAccessKeyId'.  If it "
                   "is specified, please check the order of the fields."));

    // Also where signatures are not verified, and in whichever region the bucket lies.
    Aws there = cloud.aws({.region = "eu-west-1"});
    there
        .send(
            s3::CreateBucket{.bucket = "far",
                             .create_bucket_configuration =
                                 s3::CreateBucketConfiguration{.location_constraint = "eu-west-1"}})
        .value();
    HttpRequest far = post(form(fields_of_version_2(R"(["starts-with","$key",""])", key), "hi"));
    far.target = "/far";
    CHECK(api.answer(far).status == 204);
    cloud.advance(std::chrono::hours(2));
    CHECK(contains(api.answer(far), "Policy expired."));
  }

  TEST_CASE_FIXTURE(PostFixture, "every field may be sent as a file is") {
    std::string body;
    for (const auto& [name, value] : signed_fields(kConditions, {{"key", "user/${filename}"}})) {
      body.append("--xyz\r\nContent-Disposition: form-data; name=\"")
          .append(name)
          .append("\"; filename=\"blob\"\r\nContent-Type: application/octet-stream\r\n\r\n")
          .append(value)
          .append("\r\n");
    }
    HttpRequest request = post(body + form({}, "hi"));
    CHECK(strict.answer(request).status == 204);
    CHECK(rest("s3", "HEAD", "/photos/user/me.txt").status == 200);
  }

  TEST_CASE_FIXTURE(PostFixture, "the name of the file stands for ${filename} in every field") {
    const std::string conditions = std::string(kConditions) +
                                   R"(,["starts-with","$x-amz-meta-name","my "],)"
                                   R"(["starts-with","$success_action_redirect",""])";
    const HttpResponse posted =
        send(signed_fields(conditions, {{"key", "user/${filename}/${filename}"},
                                        {"x-amz-meta-name", "my ${filename}"},
                                        {"success_action_redirect", "http://a/${filename}"}}));
    CHECK(posted.status == 303);
    CHECK(
        header(posted, "Location").starts_with("http://a/me.txt?bucket=photos&key=user%2Fme.txt"));
    const auto got =
        aws.send(s3::HeadObject{.bucket = "photos", .key = "user/me.txt/me.txt"}).value();
    CHECK(got.metadata.at("name") == "my me.txt");
  }

  // Amazon S3 API Reference, "POST Object" (Form fields).
  TEST_CASE_FIXTURE(PostFixture, "tags are a document, and text is UTF-8") {
    const std::string conditions =
        std::string(kConditions) + R"(,["starts-with","$tagging",""],["eq","$x-amz-meta-a","ö"])";
    const auto upload = [&](std::string tagging) {
      return send(signed_fields(
          conditions, {{"key", "user/a"}, {"tagging", std::move(tagging)}, {"x-amz-meta-a", "ö"}}));
    };
    CHECK(upload("<Tagging><TagSet><Tag><Key>a b</Key><Value>c=d</Value></Tag></TagSet>"
                 "</Tagging>")
              .status == 204);
    const auto tags =
        aws.send(s3::GetObjectTagging{.bucket = "photos", .key = "user/a"}).value().tag_set;
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].key == "a b");
    CHECK(tags[0].value == "c=d");
    CHECK(header(rest("s3", "HEAD", "/photos/user/a"), "x-amz-meta-a") == "=?UTF-8?B?w7Y=?=");
    CHECK(contains(upload("a=b"), "<Code>MalformedXML</Code>"));
    CHECK(contains(send({{"key", "\xff"}}), "Malformed Unicode code sequence in the field."));
  }

  // Amazon S3 User Guide, "Event notification types and destinations".
  TEST_CASE_FIXTURE(PostFixture, "notifications tell of a form") {
    const std::string url =
        aws
            .send(sqs::CreateQueue{
                .queue_name = "inbox",
                .attributes = {{"Policy", R"({"Statement":[{"Effect":"Allow","Action":"sqs:*",)"
                                          R"("Principal":"*","Resource":"*"}]})"}}})
            .value()
            .queue_url;
    const s3::QueueConfiguration inbox{.queue_arn = "arn:aws:sqs:us-east-1:000000000000:inbox",
                                       .events = {"s3:ObjectCreated:Post"}};
    aws.send(s3::PutBucketNotificationConfiguration{
                 .bucket = "photos",
                 .notification_configuration = {.queue_configurations = {inbox}},
                 .skip_destination_validation = true})
        .value();
    send(signed_fields(kConditions, {{"key", "user/a"}}));
    cloud.advance(std::chrono::seconds(1));
    const auto got = aws.send(sqs::ReceiveMessage{.queue_url = url}).value();
    REQUIRE(got.messages.size() == 1);
    CHECK(got.messages[0].body.find(R"("eventName":"ObjectCreated:Post")") != std::string::npos);

    // Nobody else can say so.
    HttpRequest by_header = signed_request("s3", "PUT", "/photos/b");
    by_header.headers.add("x-emu-is-form", "true");
    CHECK(api.answer(by_header).status == 200);
    HttpRequest by_url = signed_request(
        "s3", "PUT",
        "/photos/c?AWSAccessKeyId=test&Signature=x&Expires=4000000000&x-emu-is-form=true");
    by_url.headers.remove("Authorization");
    CHECK(api.answer(by_url).status == 200);
    cloud.advance(std::chrono::seconds(1));
    aws.send(sqs::DeleteMessage{url, got.messages[0].receipt_handle}).value();
    CHECK(aws.send(sqs::ReceiveMessage{.queue_url = url}).value().messages.empty());
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
    const HttpResponse plain =
        send(signed_fields(conditions, {{"key", "user/a"}, {"success_action_status", "204"}}));
    CHECK(plain.status == 204);
    CHECK(plain.body.empty());
    HttpRequest to_host = post(form(signed_fields(kConditions, {{"key", "user/a"}}), "hi"));
    to_host.host = "photos.s3.localhost.localstack.cloud:4566";
    to_host.target = "/";
    CHECK(header(strict.answer(to_host), "Location") ==
          "http://photos.s3.localhost.localstack.cloud:4566/user%2Fa");
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
    CHECK(has(refusal(signed_fields(R"({"success_action_status":201})", key)),
              "Invalid Policy: Invalid Simple-Condition: value must be a string."));
    CHECK(has(refusal(signed_fields(R"({"KEY":"USER/a"})", key)),
              "Policy Condition failed: [&quot;eq&quot;, &quot;$KEY&quot;, &quot;USER/a&quot;]"));
    CHECK(has(refusal(signed_fields(kConditions, key, "wrong")), "SignatureDoesNotMatch"));
    CHECK(has(refusal(key), "AccessDenied"));
    cloud.advance(std::chrono::hours(2));
    CHECK(has(refusal(signed_fields(kConditions, key)), "Policy expired."));
    CHECK(rest("s3", "HEAD", "/photos/user/a").status == 404);
  }

  // Amazon S3 API Reference, "Creating a POST policy"; texts as recorded from AWS.
  TEST_CASE_FIXTURE(PostFixture, "a policy that is none is refused") {
    const auto refusal = [&](std::string_view policy) {
      HttpRequest request = post(form({{"key", "a"},
                                       {"AWSAccessKeyId", "000000000000"},
                                       {"policy", base64_encode(policy)},
                                       {"signature", "x"}},
                                      "hi"));
      const HttpResponse response = api.answer(request);
      CHECK(response.status == 400);
      CHECK(contains(response, "<Code>InvalidPolicyDocument</Code>"));
      return std::string(response.body.view());
    };
    const auto has = [](const std::string& text, const char* part) {
      return text.find(part) != std::string::npos;
    };
    CHECK(has(refusal("{"), "Invalid Policy: Invalid JSON."));
    CHECK(has(refusal(R"({"conditions":[]})"), "Invalid Policy: Policy missing expiration."));
    CHECK(has(refusal(R"({"expiration":"tomorrow","conditions":[]})"),
              "Invalid Policy: Invalid 'expiration' value: 'tomorrow'"));
    CHECK(has(refusal(R"({"expiration":"2027-01-01T00:00:00Z","conditions":[1]})"),
              "Invalid Policy: "));
  }

  TEST_CASE_FIXTURE(PostFixture, "a list of types keeps to the policy with each") {
    const std::string conditions =
        std::string(kConditions) + R"(,["starts-with","$Content-Type","image/"])";
    const auto status = [&](std::string type) {
      return send(signed_fields(conditions, {{"key", "user/a"}, {"Content-Type", std::move(type)}}))
          .status;
    };
    CHECK(status("image/jpg, image/png") == 204);
    CHECK(status("image/jpg, text/html") == 403);
    CHECK(status("") == 403);
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
    // What a field becomes with the name of the file in it counts, too.
    std::string repeated;
    for (int i = 0; i < 1'000; ++i) repeated += "${filename}";
    const auto named = [&](std::size_t bytes) {
      return "--xyz\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na\r\n"
             "--xyz\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n" +
             repeated + "\r\n--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
             std::string(bytes, 'n') + "\"\r\n\r\nhi\r\n--xyz--";
    };
    CHECK(has(refusal(named(100)), "MaxPostPreDataLengthExceeded"));
    CHECK(has(refusal(named(2'000)), "MaxPostPreDataLengthExceeded"));
    std::string many;
    for (int i = 0; i < 10'000; ++i) {
      many += "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
    }
    CHECK(has(refusal(many + "--xyz--"), "exactly one file"));
  }
}

}  // namespace emu::s3
