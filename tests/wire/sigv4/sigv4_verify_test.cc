#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "wire/sigv4/sigv4.h"
#include "wire/sigv4/sigv4_examples.h"
#include "wire/sigv4/sigv4_time.h"

using namespace emu;
using namespace emu::wire;
using namespace std::chrono_literals;
using emu::test::example_options;
using emu::test::kExampleCredentials;
using emu::test::kExampleTime;

namespace {

struct Fixture {
  SigningKeys keys;
  HttpRequest request{.method = "PUT",
                      .target = "/photos/a%20b.jpg?x-id=PutObject",
                      .headers = {{"Host", "bucket.s3.amazonaws.com"}},
                      .body = "bytes"};

  SignatureDialect dialect = SignatureDialect::kS3;

  void sign() { sign_request(request, kExampleCredentials, options()); }
  void presign(std::chrono::seconds expires) {
    presign_request(request, kExampleCredentials, options(), expires);
  }
  void be_sqs() {
    dialect = SignatureDialect::kQuery;
    request = {.method = "POST",
               .target = "/",
               .headers = {{"Host", "sqs.us-east-1.amazonaws.com"}},
               .body = "Action=ListQueues"};
  }
  SignOptions options() const {
    SignOptions options = example_options();
    if (dialect == SignatureDialect::kS3) return options;
    options.service = "sqs";
    options.path_as_sent = options.sends_payload_hash = false;
    return options;
  }

  Status verify(Time now = kExampleTime,
                const std::string& secret = kExampleCredentials.secret_access_key) {
    const auto authorization = parse_authorization(RequestParts(request), dialect);
    if (!authorization) return authorization.error();
    REQUIRE(authorization->has_value());
    return verify_signature(RequestParts(request), **authorization,
                            {.secret_access_key = secret, .now = now, .dialect = dialect}, keys);
  }

  std::string code(Time now = kExampleTime) {
    const Status status = verify(now);
    return status ? "" : status.error().code;
  }
  std::string message(Time now = kExampleTime) {
    const Status status = verify(now);
    return status ? "" : status.error().message;
  }
};

void replace(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

}  // namespace

TEST_SUITE("wire: verifying signatures") {
  TEST_CASE_FIXTURE(Fixture, "what was signed is accepted, and says who signed it") {
    sign();
    CHECK(verify().ok());
    const auto authorization = parse_authorization(RequestParts(request), dialect);
    CHECK((*authorization)->access_key_id == "AKIAIOSFODNN7EXAMPLE");
    CHECK((*authorization)->scope.region == "us-east-1");
    CHECK((*authorization)->scope.service == "s3");
    CHECK((*authorization)->signed_at == kExampleTime);
    CHECK_FALSE((*authorization)->presigned);
  }

  TEST_CASE_FIXTURE(Fixture, "other services are signed without a header for the body's hash") {
    be_sqs();
    sign();
    CHECK(request.headers.find("x-amz-content-sha256") == nullptr);
    CHECK(verify().ok());
    request.body = "Action=DeleteQueue";
    CHECK(code() == "SignatureDoesNotMatch");
    dialect = SignatureDialect::kJson;
    CHECK(code() == "InvalidSignatureException");
  }

  TEST_CASE_FIXTURE(Fixture, "S3 shows what it has computed when a signature is wrong") {
    sign();
    const Status wrong = verify(kExampleTime, "another secret");
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().code == "SignatureDoesNotMatch");
    CHECK(wrong.error().status == 403);
    CHECK(wrong.error().message ==
          "The request signature we calculated does not match the signature you provided. Check "
          "your key and signing method.");
    CHECK(wrong.error().fields[0].second == "AKIAIOSFODNN7EXAMPLE");
    CHECK(wrong.error().fields[4].first == "CanonicalRequest");
    CHECK(wrong.error().fields[4].second.starts_with("PUT\n/photos/a%20b.jpg\nx-id=PutObject\n"));
  }

  TEST_CASE_FIXTURE(Fixture, "nothing that was signed may be changed") {
    sign();
    const HttpRequest good = request;
    request.method = "GET";
    CHECK(code() == "SignatureDoesNotMatch");
    request = good;
    request.target = "/photos/a%20c.jpg?x-id=PutObject";
    CHECK(code() == "SignatureDoesNotMatch");
    request = good;
    request.headers.set("Host", "other.s3.amazonaws.com");
    CHECK(code() == "SignatureDoesNotMatch");
    request = good;
    request.body = "other";
    CHECK(code() == "XAmzContentSHA256Mismatch");
    request = good;
    request.headers.add("x-amz-acl", "public-read");
    CHECK(code() == "AccessDenied");
    request = good;
    CHECK(verify().ok());
  }

  // "Troubleshoot Signature Version 4 signing for AWS API requests"; "Error responses" of S3.
  TEST_CASE_FIXTURE(Fixture, "a signature is good for fifteen minutes around its time") {
    sign();
    CHECK(verify(kExampleTime + 15min).ok());
    CHECK(verify(kExampleTime - 15min).ok());
    CHECK(code(kExampleTime + 15min + 1s) == "RequestTimeTooSkewed");
    CHECK(code(kExampleTime - 15min - 1s) == "RequestTimeTooSkewed");
    const Status late = verify(kExampleTime + 1h);
    CHECK(late.error().fields[0] ==
          std::pair<std::string, std::string>("RequestTime", "20130524T000000Z"));
    CHECK(late.error().fields[2].second == "900000");

    be_sqs();
    sign();
    CHECK(code(kExampleTime + 1h) == "SignatureDoesNotMatch");
    CHECK(message(kExampleTime + 1h) ==
          "Signature expired: 20130524T000000Z is now earlier than 20130524T004500Z "
          "(20130524T010000Z - 15 min.)");
    CHECK(message(kExampleTime - 1h) ==
          "Signature not yet current: 20130524T000000Z is still later than 20130523T231500Z "
          "(20130523T230000Z + 15 min.)");
  }

  // "Authenticating Requests: Using Query Parameters"
  TEST_CASE_FIXTURE(Fixture, "a presigned URL works until it expires") {
    request.method = "GET";
    presign(1h);
    CHECK(verify().ok());
    CHECK(verify(kExampleTime + 1h).ok());
    const Status late = verify(kExampleTime + 1h + 1s);
    CHECK(late.error().code == "AccessDenied");
    CHECK(late.error().status == 403);
    CHECK(late.error().message == "Request has expired");
    CHECK(late.error().fields[0].second == "3600");
    CHECK(late.error().fields[1].second == "2013-05-24T01:00:00Z");
    CHECK(message(kExampleTime - 1h) == "Request is not yet valid");
    request.target += "&extra=1";
    CHECK(code() == "SignatureDoesNotMatch");
  }

  TEST_CASE_FIXTURE(Fixture, "S3 wants to know what the body's hash is") {
    sign();
    request.headers.remove("x-amz-content-sha256");
    CHECK(message() == "Missing required header for this request: x-amz-content-sha256");
    request.headers.add("x-amz-content-sha256", "nonsense");
    CHECK(code() == "InvalidArgument");
  }

  TEST_CASE_FIXTURE(Fixture, "an unsigned payload may be anything") {
    SignOptions options = example_options();
    options.payload = kUnsignedPayload;
    sign_request(request, kExampleCredentials, options);
    request.body = "other";
    CHECK(verify().ok());
  }

  TEST_CASE_FIXTURE(Fixture, "credentials are for one service and one region") {
    sign();
    const auto authorization = **parse_authorization(RequestParts(request), dialect);
    CHECK(check_scope(authorization, dialect, "s3", "us-east-1").ok());
    CHECK(check_scope(authorization, dialect, "s3").ok());
    const Status region = check_scope(authorization, dialect, "s3", "eu-west-1");
    CHECK(region.error().code == "AuthorizationHeaderMalformed");
    CHECK(region.error().message ==
          "The authorization header is malformed; the region 'us-east-1' is wrong; expecting "
          "'eu-west-1'");
    CHECK(region.error().fields[0].second == "eu-west-1");
    CHECK(check_scope(authorization, SignatureDialect::kQuery, "sqs").error().message ==
          "Credential should be scoped to correct service: 'sqs'. ");
    CHECK(check_scope(authorization, SignatureDialect::kJson, "s3", "eu-west-1").error().message ==
          "Credential should be scoped to a valid region, not 'us-east-1'. ");
  }
}

TEST_SUITE("wire: reading signatures") {
  TEST_CASE_FIXTURE(Fixture, "a request without one is nobody's") {
    CHECK_FALSE(parse_authorization(RequestParts(request), dialect)->has_value());
    request.target = "/a?X-Amz-Other=1";
    CHECK_FALSE(parse_authorization(RequestParts(request), dialect)->has_value());
    CHECK(missing_authentication_token(SignatureDialect::kQuery).code ==
          "MissingAuthenticationToken");
    CHECK(missing_authentication_token(SignatureDialect::kJson).code ==
          "MissingAuthenticationTokenException");
    CHECK(missing_authentication_token(SignatureDialect::kS3).code == "AccessDenied");
  }

  TEST_CASE_FIXTURE(Fixture, "an access key may hold slashes, and its session token is kept") {
    Credentials odd = kExampleCredentials;
    odd.access_key_id = "a/b";
    odd.session_token = "t=/+";
    sign_request(request, odd, example_options());
    CHECK((*parse_authorization(RequestParts(request), dialect))->access_key_id == "a/b");
    CHECK((*parse_authorization(RequestParts(request), dialect))->session_token == "t=/+");
    request.headers = {{"Host", "a"}};
    presign_request(request, odd, example_options(), 60s);
    CHECK((*parse_authorization(RequestParts(request), dialect))->session_token == "t=/+");
  }

  TEST_CASE_FIXTURE(Fixture, "the Date header stands in for X-Amz-Date") {
    be_sqs();
    request.headers.add("Date", "Fri, 24 May 2013 00:00:00 GMT");
    sign();
    request.headers.remove("x-amz-date");
    CHECK((*parse_authorization(RequestParts(request), dialect))->time == "20130524T000000Z");
  }

  TEST_CASE_FIXTURE(Fixture, "what is missing from a header is listed") {
    dialect = SignatureDialect::kQuery;
    request.headers.add("Authorization", "Bearer x");
    CHECK(code() == "IncompleteSignature");
    CHECK(message() ==
          "Authorization header requires 'Credential' parameter. Authorization header requires "
          "'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. "
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
          "Authorization=Bearer x");
    request.headers.set("Authorization", "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, x");
    CHECK(message().find("missing equal-sign") != std::string::npos);
    request.headers.set("X-Amz-Date", "yesterday");
    request.headers.set("Authorization",
                        "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=x");
    CHECK(message().starts_with("Date must be in ISO-8601 'basic format'. Got 'yesterday'."));
    request.headers.set("X-Amz-Date", "20130524T000000Z");
    CHECK(message() ==
          "Credential must have exactly 5 slash-delimited elements, e.g. "
          "keyid/date/region/service/term, got 'a'");
    dialect = SignatureDialect::kJson;
    CHECK(code() == "IncompleteSignatureException");
  }

  TEST_CASE_FIXTURE(Fixture, "S3 has words of its own") {
    struct Case {
      const char* header;
      const char* code;
      const char* message;
    };
    const std::string rest = ", SignedHeaders=host, Signature=x";
    request.headers.add("X-Amz-Date", "20130524T000000Z");
    for (const Case& each : {
             Case{"Basic abc", "InvalidArgument", "Unsupported Authorization Type"},
             Case{"AWS a:b", "InvalidRequest",
                  "The authorization mechanism you have provided is not supported. Please use "
                  "AWS4-HMAC-SHA256."},
             Case{"AWS4-HMAC-SHA256 Credential=a/20130524/r/s3/aws4_request",
                  "AuthorizationHeaderMalformed",
                  "The authorization header is malformed; the authorization header requires three "
                  "components: Credential, SignedHeaders, and Signature."},
             Case{"AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=x",
                  "AuthorizationHeaderMalformed",
                  "The authorization header is malformed; the Credential is mal-formed; expecting "
                  "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."},
             Case{"AWS4-HMAC-SHA256 Credential=a/20130525/r/s3/aws4_request, SignedHeaders=host, "
                  "Signature=x",
                  "AuthorizationHeaderMalformed",
                  "The authorization header is malformed; Invalid credential date \"20130525\". "
                  "This date is not the same as X-Amz-Date: \"20130524\"."},
             Case{"AWS4-HMAC-SHA256 Credential=a/20130524/r/s3/aws3, SignedHeaders=host, "
                  "Signature=x",
                  "AuthorizationHeaderMalformed",
                  "The authorization header is malformed; incorrect terminal \"aws3\". This "
                  "endpoint uses \"aws4_request\"."},
         }) {
      CAPTURE(each.header);
      request.headers.set("Authorization", each.header);
      CHECK(code() == each.code);
      CHECK(message() == each.message);
    }
    request.headers.remove("x-amz-date");
    request.headers.set("Authorization",
                        "AWS4-HMAC-SHA256 Credential=a/20130524/r/s3/aws4_request, "
                        "SignedHeaders=host, Signature=x");
    CHECK(message() == "AWS authentication requires a valid Date or x-amz-date header");
  }

  TEST_CASE_FIXTURE(Fixture, "the day of the credentials must be that of the request") {
    be_sqs();
    sign();
    std::string header = *request.headers.find("authorization");
    replace(header, "20130524", "20130523");
    request.headers.set("Authorization", header);
    CHECK(code() == "SignatureDoesNotMatch");
    CHECK(message() ==
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from "
          "HTTP: '20130523' != '20130524', from '20130524T000000Z'.");
  }

  TEST_CASE_FIXTURE(Fixture, "the parameters of a presigned URL are checked one by one") {
    struct Case {
      const char* from;
      const char* to;
      const char* message;
    };
    presign(600s);
    const std::string good = request.target;
    for (const Case& each : {
             Case{"X-Amz-Expires=600", "X-Amz-Expires=604801",
                  "X-Amz-Expires must be less than a week (in seconds); that is, the given "
                  "X-Amz-Expires must be less than 604800 seconds"},
             Case{"X-Amz-Expires=600", "X-Amz-Expires=99999999999999999999",
                  "X-Amz-Expires must be less than a week (in seconds); that is, the given "
                  "X-Amz-Expires must be less than 604800 seconds"},
             Case{"X-Amz-Expires=600", "X-Amz-Expires=-1", "X-Amz-Expires must be non-negative"},
             Case{"X-Amz-Expires=600", "X-Amz-Expires=1h", "X-Amz-Expires should be a number"},
             Case{"X-Amz-Expires=600", "X-Amz-Expires=", "X-Amz-Expires should be a number"},
             Case{"X-Amz-Expires=600", "a=b",
                  "Query-string authentication version 4 requires the X-Amz-Algorithm, "
                  "X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and "
                  "X-Amz-Expires parameters."},
             Case{"X-Amz-Date=20130524T000000Z", "X-Amz-Date=20130524",
                  "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""},
             Case{"AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1",
                  "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and "
                  "AWS4-ECDSA-P256-SHA256\""},
             Case{"%2Faws4_request", "",
                  "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; "
                  "expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."},
         }) {
      CAPTURE(each.to);
      request.target = good;
      replace(request.target, each.from, each.to);
      CHECK(code() == "AuthorizationQueryParametersError");
      CHECK(message() == each.message);
    }
    request.target = good;
    CHECK(verify().ok());
  }
}
