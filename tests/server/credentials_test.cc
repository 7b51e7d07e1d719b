// Who calls, and whether the signature is right.
// Sources: IAM User Guide, "AWS Signature Version 4 for API requests", "Troubleshoot Signature
// Version 4 signing"; Amazon S3 API Reference, "Authenticating Requests (AWS Signature Version 4)".
#include "server/credentials.h"

#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/s3.h>
#include <emu/sqs.h>
#include <emu/sts.h>

#include <string>

#include "core/gate/world.h"
#include "server/api_fixture.h"
#include "wire/http/aws_chunked.h"
#include "wire/sigv4/sigv4_sign.h"

namespace emu::server {

namespace {

using namespace std::chrono_literals;
using test::ApiFixture;

struct VerifyingFixture : ApiFixture {
  Api strict{cloud.world(), {.verify_signatures = true, .now = [this] { return cloud.now(); }}};
  wire::Credentials keys{.access_key_id = "000000000000",
                         .secret_access_key = std::string(kAccountSecret)};

  HttpRequest sign(HttpRequest request, std::string_view service, Duration late = {}) const {
    request.host = kHost;
    request.headers.add("Host", std::string(kHost));
    wire::sign_request(request, keys,
                       {.region = "us-east-1",
                        .service = service,
                        .now = cloud.now() - late,
                        .path_as_sent = service == "s3",
                        .sends_payload_hash = service == "s3"});
    return request;
  }
  HttpResponse answer(HttpRequest request) { return strict.answer(request); }

  static HttpRequest list_queues() {
    return {.method = "POST",
            .headers = {{"X-Amz-Target", "AmazonSQS.ListQueues"},
                        {"Content-Type", "application/x-amz-json-1.0"}},
            .body = "{}"};
  }
  static HttpRequest caller_identity() {
    return {.method = "POST",
            .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
            .body = "Action=GetCallerIdentity&Version=2011-06-15"};
  }
  static HttpRequest put_object(std::string body) {
    return {.method = "PUT", .target = "/photos/a", .body = Blob(std::move(body))};
  }
  // Of a user who may do what the policy says.
  wire::Credentials user(std::string policy) {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    aws.send(iam::PutUserPolicy{
                 .user_name = "ann", .policy_name = "p", .policy_document = std::move(policy)})
        .value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    return {.access_key_id = key.access_key_id, .secret_access_key = key.secret_access_key};
  }
};

constexpr const char* kMayListQueues =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:ListQueues",)"
    R"("Resource":"*"}]})";

}  // namespace

TEST_SUITE("server: credentials") {
  TEST_CASE_FIXTURE(VerifyingFixture,
                    "twelve digits are an account, and the scope has the region") {
    json("sqs", "AmazonSQS.CreateQueue", R"({"QueueName":"a"})", "123456789012", "eu-west-1");
    CHECK(cloud.aws({.account = "123456789012", .region = "eu-west-1"})
              .send(sqs::GetQueueUrl{.queue_name = "a"})
              .ok());
    CHECK(code(aws.send(sqs::GetQueueUrl{.queue_name = "a"})) == "QueueDoesNotExist");
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "keys that nobody knows, or none, are the Cloud's account") {
    for (const char* key : {"test", "AKIAIOSFODNN7EXAMPLE", "12345"}) {
      CHECK(json("sqs", "AmazonSQS.ListQueues", "{}", key).status == 200);
    }
    HttpRequest unsigned_request = list_queues();
    CHECK(api.answer(unsigned_request).status == 200);
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "an IAM key is its user, who may do what is granted") {
    keys = user(kMayListQueues);
    CHECK(json("sqs", "AmazonSQS.ListQueues", "{}", keys.access_key_id).status == 200);
    const HttpResponse refused =
        json("sqs", "AmazonSQS.CreateQueue", R"({"QueueName":"a"})", keys.access_key_id);
    CHECK(contains(refused, "AccessDenied"));
    CHECK(contains(refused, "user/ann"));
    CHECK(answer(sign(list_queues(), "sqs")).status == 200);

    // A key that is taken away stops working at once.
    aws.send(iam::DeleteAccessKey{.user_name = "ann", .access_key_id = keys.access_key_id}).value();
    CHECK(contains(answer(sign(list_queues(), "sqs")), "UnrecognizedClientException"));
  }

  // AWS IAM API Reference, "UpdateAccessKey"; the codes are of each service's "Common errors".
  TEST_CASE_FIXTURE(VerifyingFixture, "a key that was given back or away is no longer anybody's") {
    const std::string key = user(kMayListQueues).access_key_id;
    const auto is_refused = [&] {
      HttpRequest objects = signed_request("s3", "GET", "/photos", key);
      return contains(api.answer(objects), "InvalidAccessKeyId") &&
             contains(json("sqs", "AmazonSQS.ListQueues", "{}", key),
                      "UnrecognizedClientException") &&
             contains(form("sts", "Action=GetCallerIdentity&Version=2011-06-15", "/", key),
                      "InvalidClientTokenId");
    };
    CHECK_FALSE(is_refused());
    iam::UpdateAccessKey update{.user_name = "ann", .access_key_id = key, .status = "Inactive"};
    aws.send(update).value();
    CHECK(is_refused());
    update.status = "Active";
    aws.send(update).value();
    CHECK_FALSE(is_refused());
    aws.send(iam::DeleteAccessKey{.user_name = "ann", .access_key_id = key}).value();
    CHECK(is_refused());
    CHECK(json("sqs", "AmazonSQS.ListQueues", "{}", "AKIAIOSFODNN7EXAMPLE").status == 200);
    cloud.reset();
    CHECK_FALSE(is_refused());
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "a session stays expired, however long ago it ended") {
    const auto session = aws.send(sts::GetSessionToken{}).value().credentials;
    cloud.advance(std::chrono::hours(24 * 30));
    // Sessions are cleared away when another begins.
    aws.send(sts::GetSessionToken{}).value();
    CHECK(
        contains(json("sqs", "AmazonSQS.ListQueues", "{}", session.access_key_id), "ExpiredToken"));
  }

  // AWS IAM User Guide, "AWS global condition context keys": aws:SourceIp.
  TEST_CASE_FIXTURE(VerifyingFixture, "a policy may ask where a request comes from") {
    const std::string key =
        user(R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:ListQueues",)"
             R"("Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}]})")
            .access_key_id;
    CHECK(contains(json("sqs", "AmazonSQS.ListQueues", "{}", key), "AccessDenied"));
    source_ip = "203.0.113.9";
    CHECK(json("sqs", "AmazonSQS.ListQueues", "{}", key).status == 200);
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "a malformed signature is refused by everyone") {
    HttpRequest request = list_queues();
    request.headers.add("Authorization", "AWS4-HMAC-SHA256 Credential=a");
    CHECK(contains(api.answer(request), "IncompleteSignature"));
    HttpRequest get{.method = "GET", .target = "/photos/a"};
    get.headers.add("Authorization", "Basic abc");
    CHECK(contains(api.answer(get), "Unsupported Authorization Type"));
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "a right signature passes, in every protocol") {
    CHECK(answer(sign(list_queues(), "sqs")).status == 200);
    const HttpResponse identity = answer(sign(caller_identity(), "sts"));
    CHECK(contains(identity, "<Arn>arn:aws:iam::000000000000:root</Arn>"));
    CHECK(answer(sign({.method = "GET", .target = "/2015-03-31/functions/"}, "lambda")).status ==
          200);
    CHECK(answer(sign({.method = "PUT", .target = "/photos"}, "s3")).status == 200);
    CHECK(answer(sign(put_object("hi"), "s3")).status == 200);
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "a wrong one is refused in the words of each protocol") {
    keys.secret_access_key = "wrong";
    CHECK(contains(answer(sign(list_queues(), "sqs")), "InvalidSignatureException"));
    const HttpResponse form_answer = answer(sign(caller_identity(), "sts"));
    CHECK(form_answer.status == 403);
    CHECK(contains(form_answer, "<Code>SignatureDoesNotMatch</Code>"));
    CHECK(contains(answer(sign({.method = "PUT", .target = "/photos"}, "s3")),
                   "<Code>SignatureDoesNotMatch</Code>"));
    CHECK(code(aws.send(s3::HeadBucket{.bucket = "photos"})) != "");
  }

  TEST_CASE_FIXTURE(VerifyingFixture,
                    "a stale one, an unknown key, another service, no signature") {
    CHECK(contains(answer(sign(list_queues(), "sqs", 16min)), "Signature expired"));
    CHECK(contains(answer(sign({.method = "GET"}, "s3", 16min)), "RequestTimeTooSkewed"));
    CHECK(contains(answer(sign(list_queues(), "sns")), "correct service"));

    keys.access_key_id = "AKIAIOSFODNN7EXAMPLE";
    CHECK(contains(answer(sign(list_queues(), "sqs")), "UnrecognizedClientException"));
    CHECK(contains(answer(sign(caller_identity(), "sts")), "InvalidClientTokenId"));
    CHECK(contains(answer(sign({.method = "GET"}, "s3")), "InvalidAccessKeyId"));

    CHECK(contains(answer(list_queues()), "MissingAuthenticationToken"));
    CHECK(contains(answer({.method = "GET", .target = "/2015-03-31/functions/"}),
                   "Missing Authentication Token"));
    aws.send(s3::CreateBucket{.bucket = "photos"}).value();
    CHECK(contains(answer({.method = "GET", .target = "/photos/a"}), "<Code>AccessDenied</Code>"));
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "the keys that are printed for people sign") {
    keys = {.access_key_id = "test", .secret_access_key = "test"};
    CHECK(contains(answer(sign(caller_identity(), "sts")), "<Account>000000000000</Account>"));
    keys.secret_access_key = "another";
    CHECK(contains(answer(sign(caller_identity(), "sts")), "SignatureDoesNotMatch"));
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "temporary credentials need their token, and expire") {
    aws.send(iam::CreateRole{
                 .role_name = "r",
                 .assume_role_policy_document =
                     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":)"
                     R"({"AWS":"*"},"Action":"sts:AssumeRole"}]})"})
        .value();
    const auto session = aws.send(sts::AssumeRole{.role_arn = "arn:aws:iam::000000000000:role/r",
                                                  .role_session_name = "me"})
                             .value()
                             .credentials;
    keys = {.access_key_id = session.access_key_id,
            .secret_access_key = session.secret_access_key,
            .session_token = session.session_token};
    const HttpResponse identity = answer(sign(caller_identity(), "sts"));
    CHECK(contains(identity, "assumed-role/r/me"));
    keys.session_token = "another";
    CHECK(contains(answer(sign(caller_identity(), "sts")), "InvalidClientTokenId"));
    CHECK(contains(answer(sign({.method = "GET"}, "s3")), "InvalidToken"));
    keys.session_token = {};
    CHECK(contains(answer(sign(caller_identity(), "sts")), "InvalidClientTokenId"));

    cloud.advance(2h);
    keys.session_token = session.session_token;
    CHECK(contains(answer(sign(caller_identity(), "sts")), "ExpiredToken"));
    HttpRequest unverified = sign(list_queues(), "sqs");
    CHECK(contains(api.answer(unverified), "ExpiredTokenException"));
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "a body that is not the one that was signed is refused") {
    answer(sign({.method = "PUT", .target = "/photos"}, "s3"));
    HttpRequest changed = sign(put_object("hi"), "s3");
    changed.body = "ho";
    CHECK(contains(strict.answer(changed), "XAmzContentSHA256Mismatch"));
    // Without verification the hash is not looked at.
    CHECK(api.answer(changed).status == 200);
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "the chunks of a body are verified one by one") {
    answer(sign({.method = "PUT", .target = "/photos"}, "s3"));
    HttpRequest request = put_object("");
    request.host = kHost;
    request.headers = {{"Host", std::string(kHost)}, {"x-amz-decoded-content-length", "5"}};
    const wire::SignOptions options{.region = "us-east-1",
                                    .service = "s3",
                                    .now = cloud.now(),
                                    .payload = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                                    .path_as_sent = true,
                                    .sends_payload_hash = true};
    const std::string seed = wire::sign_request(request, keys, options);
    const wire::CredentialScope scope = wire::scope_of(options);
    const std::string body = wire::encode_aws_chunked(
        "hello",
        {.signer = wire::ChunkSigner(wire::derive_signing_key(keys.secret_access_key, scope),
                                     "20260101T000000Z", scope.text(), seed)});
    HttpRequest right = request;
    right.body = Blob(body);
    CHECK(strict.answer(right).status == 200);
    CHECK(aws.send(s3::GetObject{.bucket = "photos", .key = "a"}).value().body.view() == "hello");

    std::string other = body;
    other.replace(other.find("hello"), 5, "jello");
    HttpRequest wrong = request;
    wrong.body = Blob(other);
    CHECK(contains(strict.answer(wrong), "SignatureDoesNotMatch"));
    CHECK(aws.send(s3::GetObject{.bucket = "photos", .key = "a"}).value().body.view() == "hello");
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "a presigned URL works until it expires") {
    answer(sign({.method = "PUT", .target = "/photos"}, "s3"));
    answer(sign(put_object("hi"), "s3"));
    HttpRequest get{.method = "GET",
                    .host = std::string(kHost),
                    .target = "/photos/a",
                    .headers = {{"Host", std::string(kHost)}}};
    wire::presign_request(get, keys,
                          {.region = "us-east-1",
                           .service = "s3",
                           .now = cloud.now(),
                           .path_as_sent = true,
                           .sends_payload_hash = true},
                          60s);
    CHECK(strict.answer(get).body.view() == "hi");
    HttpRequest renamed = get;
    renamed.target.replace(renamed.target.find("/photos/a"), 9, "/photos/b");
    CHECK(contains(strict.answer(renamed), "SignatureDoesNotMatch"));
    cloud.advance(61s);
    CHECK(contains(strict.answer(get), "Request has expired"));
    CHECK(contains(api.answer(get), "Request has expired"));  // where nobody verifies, too
  }

  TEST_CASE_FIXTURE(VerifyingFixture, "callers that are alike are one") {
    Credentials credentials(cloud.world(), {.now = [this] { return cloud.now(); }});
    const ServiceProfile& service = *find_profile("sqs");
    const auto who = [&](std::string_view key, std::string_view host) {
      HttpRequest request = signed_request("sqs", "POST", "/", key);
      request.host = host;
      return credentials.identify(RequestParts(request), service, ProtocolKind::kJson, {})
          .value()
          .caller;
    };
    CHECK(who("test", "a") == who("test", "a"));
    CHECK(who("test", "a") == who("other", "a"));
    CHECK(who("test", "a") != who("test", "b"));
    CHECK(who("test", "a")->endpoint == "http://a");
    CHECK(who("123456789012", "a")->account == "123456789012");
    CHECK(who("test", "a b")->endpoint.empty());
  }
}

}  // namespace emu::server
