// From the bytes of a request to an operation.
// Sources: Amazon SQS Developer Guide, "Making Query API requests"; Amazon S3 User Guide, "Virtual
// hosting of general purpose buckets"; the services' API models.
#include "server/router.h"

#include <doctest/doctest.h>
#include <emu/cloud.h>

#include <string>
#include <string_view>

#include "core/gate/world.h"
#include "server/api_fixture.h"

namespace emu::server {

namespace {

using test::ApiFixture;

struct RouterFixture : ApiFixture {
  Router router{cloud.world()};

  // "sqs:SendMessage", or the code of the error.
  std::string routed(const HttpRequest& request) const {
    const HttpRoute asked = router.route(RequestParts(request)).asked;
    if (asked.entry == nullptr) return asked.error.code;
    const OperationName& name = asked.entry->operation->name;
    return std::string(name.service) + ":" + std::string(name.name);
  }
  std::string routed(std::string method, std::string target, std::string_view service = {},
                     std::string host = std::string(kHost), const HttpHeaders& headers = {}) const {
    HttpRequest request =
        service.empty() ? HttpRequest{.method = std::move(method), .target = std::move(target)}
                        : signed_request(service, std::move(method), std::move(target));
    request.host = std::move(host);
    for (const auto& [name, value] : headers) request.headers.add(name, value);
    return routed(request);
  }
  std::string routed_form(std::string body, std::string_view service = {},
                          std::string host = std::string(kHost),
                          const std::string& target = "/") const {
    HttpRequest request = service.empty() ? HttpRequest{.method = "POST", .target = target}
                                          : signed_request(service, "POST", target);
    request.host = std::move(host);
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.body = Blob(std::move(body));
    return routed(request);
  }
};

}  // namespace

TEST_SUITE("server: routing") {
  TEST_CASE_FIXTURE(RouterFixture, "the header X-Amz-Target names an operation") {
    CHECK(routed("POST", "/", "sqs", "localhost", {{"X-Amz-Target", "AmazonSQS.SendMessage"}}) ==
          "sqs:SendMessage");
    CHECK(routed("POST", "/", "dynamodb", "localhost",
                 {{"X-Amz-Target", "DynamoDB_20120810.UpdateItem"}}) == "dynamodb:UpdateItem");
    CHECK(routed("POST", "/", "logs", "localhost",
                 {{"X-Amz-Target", "Logs_20140328.GetLogEvents"}}) == "logs:GetLogEvents");
    CHECK(routed("POST", "/", {}, "localhost", {{"X-Amz-Target", "AmazonSQS.ListQueues"}}) ==
          "sqs:ListQueues");
    for (const char* target : {"AmazonSQS.Nonsense", "Nobody_2020.SendMessage", "", ".", "a"}) {
      CHECK(routed("POST", "/", "sqs", "localhost", {{"X-Amz-Target", target}}) ==
            "UnknownOperationException");
    }
  }

  TEST_CASE_FIXTURE(RouterFixture, "the parameter Action names an operation of the service") {
    CHECK(routed_form("Action=ListUsers&Version=2010-05-08", "iam") == "iam:ListUsers");
    CHECK(routed_form("Version=2011-06-15&Action=GetCallerIdentity", "sts") ==
          "sts:GetCallerIdentity");
    CHECK(routed_form("Action=ListQueues", "sqs") == "sqs:ListQueues");
    CHECK(routed_form("Action=AddPermission", "sns") == "sns:AddPermission");
    CHECK(routed("GET", "/?Action=ListQueues", "sqs") == "sqs:ListQueues");
    CHECK(routed_form("Action=ListUsers", {}, "iam.amazonaws.com") == "iam:ListUsers");
    CHECK(routed_form("Action=ListQueues") == "sqs:ListQueues");
    CHECK(routed_form("Action=GetCallerIdentity") == "sts:GetCallerIdentity");

    CHECK(routed_form("Action=ListUsers", "sqs") == "InvalidAction");
    CHECK(routed_form("Action=RunInstances", "ec2") == "InvalidAction");
    CHECK(routed_form("Action=", "sts") == "InvalidAction");
    CHECK(routed_form("Version=2011-06-15", "sts") == "MissingAction");
    CHECK(routed_form("Action=ListUsers&a..b=1", "iam") == "MalformedQueryString");
  }

  TEST_CASE_FIXTURE(RouterFixture, "the path of a queue stands for its URL") {
    HttpRequest request = signed_request("sqs", "POST", "/123456789012/orders");
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.body = "Action=SendMessage&MessageBody=hi";
    const Route route = router.route(RequestParts(request));
    REQUIRE(route.form.has_value());
    REQUIRE(route.form->text("QueueUrl") != nullptr);
    CHECK(*route.form->text("QueueUrl") == "http://localhost:4566/123456789012/orders");

    request.body = "Action=SendMessage&MessageBody=hi&QueueUrl=http%3A%2F%2Fa%2F1%2Fb";
    CHECK(*router.route(RequestParts(request)).form->text("QueueUrl") == "http://a/1/b");
  }

  TEST_CASE_FIXTURE(RouterFixture, "method and path name operations of Lambda and API Gateway") {
    CHECK(routed("GET", "/2015-03-31/functions", "lambda") == "lambda:ListFunctions");
    CHECK(routed("GET", "/2015-03-31/functions/?MaxItems=1", "lambda") == "lambda:ListFunctions");
    CHECK(routed("POST", "/2015-03-31/functions/f/invocations", "lambda") == "lambda:Invoke");
    CHECK(routed("GET", "/2015-03-31/functions/f", "lambda") == "lambda:GetFunction");
    CHECK(routed("POST", "/2015-03-31/functions/f/invocations") == "lambda:Invoke");
    CHECK(routed("POST", "/v2/apis", "apigateway") == "apigatewayv2:CreateApi");
    CHECK(routed("GET", "/v2/apis/a/routes/b", "apigateway") == "apigatewayv2:GetRoute");
    CHECK(routed("GET", "/2015-03-31/nothing", "lambda") == "UnknownOperationException");
    CHECK(routed("GET", "/v1/apps", "mobiletargeting") == "UnknownOperationException");
    CHECK(routed("GET", "/2015-03-31/functions", "s3") == "s3:GetObject");
  }

  TEST_CASE_FIXTURE(RouterFixture, "two APIs that are signed alike are told apart") {
    CHECK(routed("GET", "/v2/email/identities", "ses") == "sesv2:ListEmailIdentities");
    CHECK(routed("POST", "/v2/email/list-identities", "ses") == "sesv2:ListEmailIdentities");
    CHECK(routed_form("Action=ListIdentities", "ses") == "ses:ListIdentities");
    CHECK(routed("GET", "/v2/email/nothing", "ses") == "UnknownOperationException");
    CHECK(routed_form("Version=2010-12-01", "ses") == "MissingAction");
  }

  TEST_CASE_FIXTURE(RouterFixture, "method, depth and sub-resource name operations of S3") {
    struct Case {
      const char* method;
      const char* target;
      const char* expected;
    };
    for (const Case& c : {Case{"GET", "/", "s3:ListBuckets"},
                          Case{"PUT", "/photos", "s3:CreateBucket"},
                          Case{"PUT", "/photos/", "s3:CreateBucket"},
                          Case{"HEAD", "/photos", "s3:HeadBucket"},
                          Case{"GET", "/photos", "s3:ListObjects"},
                          Case{"GET", "/photos?prefix=a%2F", "s3:ListObjects"},
                          Case{"GET", "/photos?list-type=2&prefix=a", "s3:ListObjectsV2"},
                          Case{"GET", "/photos?location", "s3:GetBucketLocation"},
                          Case{"GET", "/photos?cors=", "s3:GetBucketCors"},
                          Case{"POST", "/photos?delete", "s3:DeleteObjects"},
                          Case{"DELETE", "/photos", "s3:DeleteBucket"},
                          Case{"PUT", "/photos/a", "s3:PutObject"},
                          Case{"PUT", "/photos/a/b/?x-id=PutObject", "s3:PutObject"},
                          Case{"GET", "/photos/a%2Fb", "s3:GetObject"},
                          Case{"GET", "/photos/a?tagging", "s3:GetObjectTagging"},
                          Case{"HEAD", "/photos/a?partNumber=1", "s3:HeadObject"},
                          Case{"DELETE", "/photos/a", "s3:DeleteObject"},
                          Case{"GET", "/photos/a?torrent", "NotImplemented"},
                          Case{"POST", "/photos/a?uploads", "s3:CreateMultipartUpload"},
                          Case{"PUT", "/photos/a?uploadId=1&partNumber=1", "s3:UploadPart"},
                          Case{"POST", "/photos?cors", "MethodNotAllowed"},
                          Case{"PATCH", "/photos/a", "MethodNotAllowed"},
                          Case{"DELETE", "/", "MethodNotAllowed"},
                          Case{"GET", "/photos?prefix=%zz", "InvalidURI"}}) {
      INFO(c.method, " ", c.target);
      CHECK(routed(c.method, c.target, "s3") == c.expected);
      CHECK(routed(c.method, c.target) == c.expected);
    }
    CHECK(routed("PUT", "/photos/a", "s3", "localhost", {{"x-amz-copy-source", "/b/c"}}) ==
          "s3:CopyObject");
  }

  TEST_CASE_FIXTURE(RouterFixture, "a bucket may stand in the host") {
    CHECK(routed("GET", "/", "s3", "photos.s3.localhost.localstack.cloud") == "s3:ListObjects");
    CHECK(routed("GET", "/a", "s3", "photos.localhost") == "s3:GetObject");
  }
}

}  // namespace emu::server
