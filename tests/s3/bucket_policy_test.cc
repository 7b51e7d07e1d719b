// Sources: Amazon S3 User Guide, "Bucket policies for Amazon S3", "Blocking public access to your
// Amazon S3 storage".
#include "s3/bucket_policy.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "s3/s3_fixture.h"

namespace emu::s3 {
namespace {

// A policy of one statement, whose elements are given.
std::string policy(const std::string& elements) {
  return R"({"Version":"2012-10-17","Statement":[{)" + elements + "}]}";
}

std::string refusal(const std::string& text) {
  const auto checked = check_policy(text, "photos");
  return checked ? "" : checked.error().message;
}

bool is_public(const std::string& principal, const std::string& condition) {
  return check_policy(
             policy(R"("Effect":"Allow","Principal":)" + principal +
                    R"(,"Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*","Condition":)" +
                    condition),
             "photos")
      .value()
      .is_public;
}

TEST_SUITE("s3: bucket policies") {
  TEST_CASE_FIXTURE(S3Fixture, "a policy is put, told and deleted") {
    const std::string own =
        policy(R"("Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:root"},)"
               R"("Action":"s3:*",)"
               R"("Resource":["arn:aws:s3:::photos","arn:aws:s3:::photos/*"])");
    CHECK(code(aws.send(GetBucketPolicy{.bucket = "photos"})) == "NoSuchBucketPolicy");
    aws.send(PutBucketPolicy{.bucket = "photos", .policy = own}).value();
    CHECK(aws.send(GetBucketPolicy{.bucket = "photos"}).value().policy == own);
    CHECK_FALSE(
        aws.send(GetBucketPolicyStatus{.bucket = "photos"}).value().policy_status.is_public);
    aws.send(DeleteBucketPolicy{.bucket = "photos"}).value();
    CHECK(code(aws.send(GetBucketPolicyStatus{.bucket = "photos"})) == "NoSuchBucketPolicy");
  }

  TEST_CASE("a condition must be about all actions of its statement") {
    const auto of = [](const std::string& actions, const std::string& key) {
      return refusal(policy(R"("Effect":"Deny","Principal":"*","Action":[)" + actions +
                            R"(],"Resource":["arn:aws:s3:::photos","arn:aws:s3:::photos/*"],)"
                            R"("Condition":{"StringNotEquals":{")" +
                            key + R"(":"x"}})"));
    };
    constexpr const char* kUnknown = "Policy has an invalid condition key";
    CHECK(of(R"("s3:GetObject")", "s3:x-amz-colour") == kUnknown);
    CHECK(of(R"("s3:*")", "colour") == kUnknown);
    CHECK(of(R"("s3:GetObject")", "s3:ExistingObjectTag/") == kUnknown);
    CHECK(of(R"("s3:GetObject")", "aws:SourceVpce") == "");
    CHECK(of(R"("s3:GetObject")", "s3:TLSVERSION") == "");

    constexpr const char* kApart =
        "Conditions do not apply to combination of actions and resources in statement";
    CHECK(of(R"("s3:ListBucket","s3:ListBucketVersions")", "s3:prefix") == "");
    CHECK(of(R"("s3:ListBucket","s3:GetObject")", "s3:prefix") == kApart);
    CHECK(of(R"("s3:ListBucketMultipartUploads")", "s3:prefix") == kApart);
    CHECK(of(R"("s3:PutObject","s3:PutObjectAcl")", "s3:x-amz-acl") == "");
    CHECK(of(R"("s3:GetObject","s3:PutObject")", "s3:x-amz-acl") == kApart);
    CHECK(of(R"("s3:GetObject*","s3:PutObject")", "s3:x-amz-acl") == "");
    CHECK(of(R"("s3:GetObject")", "s3:x-amz-copy-source") == kApart);
    CHECK(of(R"("s3:GetObject","s3:DeleteObjectTagging")", "s3:ExistingObjectTag/a") == "");
    CHECK(of(R"("s3:PutObject")", "s3:ExistingObjectTag/a") == kApart);
    CHECK(of(R"("s3:GetObjectRetention")", "s3:ExistingObjectTag/a") == kApart);
    CHECK(of(R"("s3:PutObjectTagging")", "s3:RequestObjectTag/a") == "");
    CHECK(of(R"("s3:PutObjectAcl","s3:PutObjectTagging")", "s3:RequestObjectTag/a") == kApart);
    CHECK(of(R"("s3:DeleteObject")", "s3:if-match") == "");
  }

  // As in the thread "Bucket Policy Should Convert Account ID to ARN" of noobaa/noobaa-core.
  TEST_CASE_FIXTURE(S3Fixture, "accounts that are given by their ids are told as their roots") {
    const auto told = [&](const std::string& principal, const std::string& rest) {
      const std::string own = policy(R"("Principal" : )" + principal +
                                     R"(,"Effect":"Deny","Action":"s3:*",)"
                                     R"("Resource":"arn:aws:s3:::photos/*")" +
                                     rest);
      aws.send(PutBucketPolicy{.bucket = "photos", .policy = own}).value();
      const std::string kept = aws.send(GetBucketPolicy{.bucket = "photos"}).value().policy;
      return kept == own ? "" : kept;
    };
    const std::string condition =
        R"(,"Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}})";
    CHECK(told(R"("*")", condition) == "");
    CHECK(told(R"({"AWS":"*"})", condition) == "");
    CHECK(told(R"({"AWS":"arn:aws:iam::111122223333:root"})", condition) == "");
    CHECK(told(R"({"AWS":["111122223333","arn:aws:iam::444455556666:root"]})", condition)
              .find(R"({"AWS":["arn:aws:iam::111122223333:root",)"
                    R"("arn:aws:iam::444455556666:root"]})") != std::string::npos);
    CHECK(told(R"({ "AWS" : "111122223333" })", condition).find(R"("aws:SourceAccount":"1111)") !=
          std::string::npos);
  }

  TEST_CASE_FIXTURE(S3Fixture, "a public policy is refused until the block is taken away") {
    const PutBucketPolicy put_policy{.bucket = "photos", .policy = kPublicRead};
    const auto refused = aws.send(put_policy);
    CHECK(code(refused) == "AccessDenied");
    CHECK(refused.error().status == 403);
    CHECK(message(refused).find("BlockPublicPolicy") != std::string::npos);
    CHECK(code(aws.send(GetBucketPolicy{.bucket = "photos"})) == "NoSuchBucketPolicy");

    aws.send(PutPublicAccessBlock{.bucket = "photos"}).value();
    CHECK(aws.send(put_policy).ok());
    CHECK(aws.send(GetBucketPolicyStatus{.bucket = "photos"}).value().policy_status.is_public);
  }

  TEST_CASE_FIXTURE(S3Fixture, "everybody may read what policy and block let them, and no more") {
    put("a", "hello");
    Aws nobody = cloud.aws({.anonymous = true});
    const GetObject read{.bucket = "photos", .key = "a"};
    CHECK(message(nobody.send(read)) == "Access Denied");
    publish();
    CHECK(nobody.send(read).value().body.view() == "hello");
    CHECK(code(nobody.send(PutObject{.bucket = "photos", .key = "a"})) == "AccessDenied");
    CHECK(code(nobody.send(ListObjectsV2{.bucket = "photos"})) == "AccessDenied");
    // Who may not list is not told what is missing.
    CHECK(code(nobody.send(GetObject{.bucket = "photos", .key = "b"})) == "AccessDenied");

    aws.send(PutPublicAccessBlock{
                 .bucket = "photos",
                 .public_access_block_configuration = {.restrict_public_buckets = true}})
        .value();
    CHECK(code(nobody.send(read)) == "AccessDenied");
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    CHECK(nobody.send(read).ok());
    aws.send(DeleteBucketPolicy{.bucket = "photos"}).value();
    CHECK(code(nobody.send(read)) == "AccessDenied");
  }

  // Amazon S3 API Reference, "Error responses". Browsers without credentials report it.
  TEST_CASE_FIXTURE(S3Fixture, "everybody is told that a bucket does not exist") {
    Aws nobody = cloud.aws({.anonymous = true});
    CHECK(code(nobody.send(GetObject{.bucket = "none", .key = "a"})) == "NoSuchBucket");
    CHECK(code(nobody.send(ListObjectsV2{.bucket = "none"})) == "NoSuchBucket");
    CHECK(code(nobody.send(DeleteBucket{.bucket = "none"})) == "NoSuchBucket");
    CHECK(code(nobody.send(CreateBucket{.bucket = "none"})) == "AccessDenied");
    CHECK(code(nobody.send(ListBuckets{})) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(S3Fixture, "with the right to list, what is missing is told") {
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    aws
        .send(PutBucketPolicy{
            .bucket = "photos",
            .policy = policy(
                R"("Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],)"
                R"("Resource":["arn:aws:s3:::photos","arn:aws:s3:::photos/*"])")})
        .value();
    CHECK(code(cloud.aws({.anonymous = true}).send(GetObject{.bucket = "photos", .key = "b"})) ==
          "NoSuchKey");
  }

  TEST_CASE_FIXTURE(S3Fixture, "all four settings are on in a new bucket") {
    const auto block = aws.send(GetPublicAccessBlock{.bucket = "photos"})
                           .value()
                           .public_access_block_configuration;
    CHECK(block.block_public_acls);
    CHECK(block.ignore_public_acls);
    CHECK(block.block_public_policy);
    CHECK(block.restrict_public_buckets);
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    CHECK(code(aws.send(GetPublicAccessBlock{.bucket = "photos"})) ==
          "NoSuchPublicAccessBlockConfiguration");
  }

  TEST_CASE("policies that are not well formed are refused") {
    const std::string allow = R"("Effect":"Allow","Principal":"*",)";
    const std::string object = R"(,"Resource":"arn:aws:s3:::photos/*")";
    CHECK(refusal("[]") == "Policies must be valid JSON and the first byte must be '{'");
    CHECK(refusal("{}") == "Missing required field Statement");
    CHECK(refusal(R"({"Version":"2020-01-01","Statement":[]})") ==
          "The policy must contain a valid version string");
    CHECK(refusal(R"({"Statement":[]})") == "Could not parse the policy: Statement is empty!");
    CHECK(refusal(policy(R"("Principal":"*")")) == "Missing required field Effect");
    CHECK(refusal(policy(R"("Effect":"Maybe")")) == "Invalid effect: Maybe");
    CHECK(refusal(policy(R"("Effect":"Allow")")) == "Missing required field Principal");
    CHECK(refusal(policy(R"("Effect":"Allow","Principal":"me")")) == "Invalid principal in policy");
    CHECK(refusal(policy(R"("Effect":"Allow","Principal":{"AWS":"me"})")) ==
          "Invalid principal in policy");
    CHECK(refusal(policy(allow + R"("Resource":"x")")) == "Missing required field Action");
    CHECK(refusal(policy(allow + R"("Action":"sqs:SendMessage")" + object)) ==
          "Policy has invalid action");
    CHECK(refusal(policy(allow + R"("Action":"s3:GetObject")")) ==
          "Missing required field Resource");
    CHECK(refusal(policy(allow + R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::other/*")")) ==
          "Policy has invalid resource");
    CHECK(refusal(policy(allow + R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::photos")")) ==
          "Action does not apply to any resource(s) in statement");
    CHECK(refusal(policy(allow + R"("Action":"s3:ListBucket")" + object)) ==
          "Action does not apply to any resource(s) in statement");
    CHECK(refusal(policy(allow + R"("Colour":"red")")) == "Unknown field Colour");
    CHECK(refusal(" {}") == "Policies must be valid JSON and the first byte must be '{'");
    CHECK(refusal(std::string(20UL * 1024, ' ') + "{}") ==
          "Policy exceeds the maximum allowed document size.");
    CHECK(refusal(policy(allow + R"("Action":"s3:GetObject")" + object)) == "");
  }

  // What S3 takes is what IAM evaluates, a Deny above all.
  TEST_CASE_FIXTURE(S3Fixture, "a policy that IAM could not read is refused when it is put") {
    const std::string deny =
        R"("Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::photos/*")";
    const std::vector<std::string> statements = {
        deny + R"(,"Condition":{"StringEqual":{"aws:username":"ann"}})",
        deny + R"(,"Condition":[])",
        deny + R"(,"Condition":{"DateLessThan":{"aws:CurrentTime":"soon"}})",
        deny + R"(,"NotAction":"s3:GetObject")",
        deny + R"(,"Sid":7)",
        R"("Sid":"a",)" + deny + R"(},{"Sid":"a",)" + deny,
        R"("Effect":"Allow","Principal":{"AWS":"111122223333"},"Principal":"*",)"
        R"("Action":"s3:*","Resource":"arn:aws:s3:::photos/*")",
        R"("Principal":{"AWS":"arn:aws:iam::111122223333:user/*"},"Effect":"Deny",)"
        R"("Action":"s3:*","Resource":"arn:aws:s3:::photos/*")"};
    for (const std::string& statement : statements) {
      CAPTURE(statement);
      CHECK(code(aws.send(PutBucketPolicy{.bucket = "photos", .policy = policy(statement)})) ==
            "MalformedPolicy");
    }
    CHECK(refusal(policy(statements[0])) == "Invalid Condition type : StringEqual");
    CHECK(code(aws.send(GetBucketPolicy{.bucket = "photos"})) == "NoSuchBucketPolicy");
  }

  TEST_CASE("a policy is public unless it holds to fixed callers") {
    const std::string everyone = R"("*")";
    CHECK(is_public(everyone, "{}"));
    CHECK(is_public(R"({"AWS":"*"})", "{}"));
    CHECK_FALSE(is_public(R"({"AWS":"111122223333"})", "{}"));
    CHECK_FALSE(is_public(R"({"Service":"cloudfront.amazonaws.com"})", "{}"));
    const auto conditioned = [&](const char* comparison, const char* key, const char* value) {
      return is_public(everyone, fmt::format(R"({{"{}":{{"{}":"{}"}}}})", comparison, key, value));
    };
    CHECK_FALSE(conditioned("StringEquals", "aws:SourceVpc", "vpc-1"));
    CHECK(conditioned("StringLike", "aws:SourceVpc", "vpc-*"));
    CHECK(conditioned("StringNotEquals", "aws:SourceVpc", "vpc-1"));
    CHECK_FALSE(conditioned("IpAddress", "aws:SourceIp", "203.0.113.0/24"));
    CHECK(conditioned("IpAddress", "aws:SourceIp", "0.0.0.0/0"));
    CHECK(conditioned("StringEquals", "aws:Referer", "https://example.com"));
    CHECK_FALSE(conditioned("StringEquals", "aws:PrincipalOrgID", "o-1"));
  }
}

}  // namespace
}  // namespace emu::s3
