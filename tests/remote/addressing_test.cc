// Source: Amazon S3 User Guide, "Virtual hosting of general purpose buckets"; AWS General
// Reference, "AWS service endpoints".
#include "remote/addressing.h"

#include <doctest/doctest.h>

#include <string>

using namespace emu;
using namespace emu::remote;

namespace {

struct Located {
  std::string host;
  std::string target;
  std::string region;
};

Located locate(const RemoteOptions& options, std::string_view service, std::string target = "/") {
  HttpRequest request{.target = std::move(target)};
  const Address address = Addressing::make(options).value().locate(*find_profile(service), request);
  return {.host = (address.endpoint.tls ? "https://" : "http://") + address.endpoint.authority(),
          .target = request.target,
          .region = address.signing_region};
}

}  // namespace

TEST_SUITE("remote: addressing") {
  TEST_CASE("AWS has an endpoint for each service and region") {
    CHECK(locate({.region = "eu-west-1"}, "sqs").host == "https://sqs.eu-west-1.amazonaws.com");
    CHECK(locate({.region = "eu-west-1"}, "sts").host == "https://sts.eu-west-1.amazonaws.com");
    CHECK(locate({.region = "cn-north-1"}, "sqs").host ==
          "https://sqs.cn-north-1.amazonaws.com.cn");
  }

  TEST_CASE("IAM is one for all regions") {
    const Located iam = locate({.region = "eu-west-1"}, "iam");
    CHECK(iam.host == "https://iam.amazonaws.com");
    CHECK(iam.region == "us-east-1");
  }

  TEST_CASE("on AWS a bucket is part of the host's name, unless it has a dot") {
    const RemoteOptions options{.region = "eu-west-1"};
    const Located object = locate(options, "s3", "/photos/a%20b?versionId=1");
    CHECK(object.host == "https://photos.s3.eu-west-1.amazonaws.com");
    CHECK(object.target == "/a%20b?versionId=1");
    CHECK(locate(options, "s3", "/photos").target == "/");
    CHECK(locate(options, "s3", "/photos?cors").target == "/?cors");
    const Located dotted = locate(options, "s3", "/my.photos/a");
    CHECK(dotted.host == "https://s3.eu-west-1.amazonaws.com");
    CHECK(dotted.target == "/my.photos/a");
    CHECK(locate(options, "s3", "/?x").host == "https://s3.eu-west-1.amazonaws.com");
  }

  TEST_CASE("a given endpoint takes everything, and knows buckets by the path") {
    const RemoteOptions options{.endpoint = "http://localhost:4566",
                                .service_endpoints = {{"sqs", "https://queues.example"}},
                                .region = "eu-west-1"};
    const Located object = locate(options, "s3", "/photos/a");
    CHECK(object.host == "http://localhost:4566");
    CHECK(object.target == "/photos/a");
    CHECK(locate(options, "iam").region == "eu-west-1");
    CHECK(locate(options, "sqs").host == "https://queues.example");
  }
}
