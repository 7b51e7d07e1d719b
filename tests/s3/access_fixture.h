// What tests of access start from: a bucket of one account, and callers of that and another one.
#pragma once

#include <emu/iam.h>
#include <fmt/format.h>

#include <string>

#include "s3/s3_fixture.h"

namespace emu::s3 {

struct AccessFixture : S3Fixture {
  static constexpr const char* kOwn = "000000000000";
  static constexpr const char* kOther = "111122223333";

  Aws other = cloud.aws({.account = kOther});  // the root of another account
  Aws nobody = cloud.aws({.anonymous = true});

  // A user with a policy of one statement, whose elements are given; empty: without a policy.
  Aws user(const std::string& account, const std::string& statement, const std::string& name) {
    Aws admin = cloud.aws({.account = account});
    admin.send(iam::CreateUser{.user_name = name}).value();
    if (!statement.empty()) {
      admin
          .send(iam::PutUserPolicy{
              .user_name = name, .policy_name = "p", .policy_document = document(statement)})
          .value();
    }
    const auto key = admin.send(iam::CreateAccessKey{.user_name = name}).value().access_key;
    return cloud.aws({.access_key_id = key.access_key_id});
  }

  static std::string document(const std::string& statement) {
    return R"({"Version":"2012-10-17","Statement":[{)" + statement + "}]}";
  }
  static std::string allow(const std::string& action) {
    return fmt::format(R"("Effect":"Allow","Action":"{}","Resource":"*")", action);
  }
  // A statement of the bucket's policy about the bucket and all in it. The principal is JSON.
  static std::string statement(const std::string& effect, const std::string& principal,
                               const std::string& action) {
    return fmt::format(R"("Effect":"{}","Principal":{},"Action":"{}",)"
                       R"("Resource":["arn:aws:s3:::photos","arn:aws:s3:::photos/*"])",
                       effect, principal, action);
  }
  void put_policy(const std::string& statement) {
    aws.send(PutBucketPolicy{.bucket = "photos", .policy = document(statement)}).value();
  }

  // Lists grant, and nothing is blocked.
  void enable_acls(const std::string& ownership = "ObjectWriter") {
    aws
        .send(PutBucketOwnershipControls{
            .bucket = "photos", .ownership_controls = {.rules = {{.object_ownership = ownership}}}})
        .value();
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
  }

  static std::string id_of(Aws& account) { return account.send(ListBuckets{}).value().owner.id; }
  std::string read(Aws& by, const std::string& key = "a") {
    return code(by.send(GetObject{.bucket = "photos", .key = key}));
  }
};

}  // namespace emu::s3
