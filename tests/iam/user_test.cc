// Source: AWS IAM API Reference, "CreateUser", "GetUser", "DeleteUser", "CreateAccessKey",
// "UpdateAccessKey".
#include <doctest/doctest.h>

#include "iam/iam_fixture.h"

namespace emu::test {

TEST_SUITE("iam: users") {
  TEST_CASE_FIXTURE(IamFixture, "a user calls with a key and may do what policies allow") {
    create_user("ann");
    Aws ann = as_user("ann");
    CHECK(ann.send(sts::GetCallerIdentity{}).value().arn == "arn:aws:iam::000000000000:user/ann");
    CHECK(code(ann.send(iam::GetUser{})) == "AccessDenied");

    allow_user("ann", allow("iam:GetUser", "arn:aws:iam::*:user/${aws:username}"));
    const auto user = ann.send(iam::GetUser{}).value().user;
    CHECK(user.user_name == "ann");
    CHECK(user.user_id.starts_with("AIDA"));
    create_user("bob");
    const auto refused = ann.send(iam::GetUser{.user_name = "bob"});
    CHECK(message(refused) ==
          "User: arn:aws:iam::000000000000:user/ann is not authorized to perform: iam:GetUser on "
          "resource: arn:aws:iam::000000000000:user/bob because no identity-based policy allows "
          "the iam:GetUser action");
    CHECK(refused.error().status == 403);
  }

  TEST_CASE_FIXTURE(IamFixture, "a name is taken once, whatever its case") {
    create_user("ann");
    const auto again = aws.send(iam::CreateUser{.user_name = "Ann"});
    CHECK(message(again) == "User with name Ann already exists.");
    CHECK(message(aws.send(iam::DeleteUser{.user_name = "bob"})) ==
          "The user with name bob cannot be found.");
    CHECK(aws.send(iam::ListUsers{}).value().users.size() == 1);
  }

  TEST_CASE_FIXTURE(IamFixture, "a user has two keys at most, which can be switched off") {
    create_user("ann");
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    CHECK(key.access_key_id.size() == 20);
    CHECK(key.access_key_id.starts_with("AKIA"));
    CHECK(key.secret_access_key.size() == 40);
    aws.send(iam::CreateAccessKey{.user_name = "ann"}).value();
    CHECK(message(aws.send(iam::CreateAccessKey{.user_name = "ann"})) ==
          "Cannot exceed quota for AccessKeysPerUser: 2");

    aws.send(iam::UpdateAccessKey{
                 .user_name = "ann", .access_key_id = key.access_key_id, .status = "Inactive"})
        .value();
    CHECK_THROWS_AS(cloud.aws({.access_key_id = key.access_key_id}), AwsError);
    const auto keys = aws.send(iam::ListAccessKeys{.user_name = "ann"}).value().access_key_metadata;
    REQUIRE(keys.size() == 2);
    CHECK((keys[0].access_key_id == key.access_key_id ? keys[0] : keys[1]).status == "Inactive");

    aws.send(iam::DeleteAccessKey{.user_name = "ann", .access_key_id = key.access_key_id}).value();
    CHECK(message(aws.send(
              iam::DeleteAccessKey{.user_name = "ann", .access_key_id = key.access_key_id})) ==
          "The Access Key with id " + key.access_key_id + " cannot be found.");
  }

  TEST_CASE_FIXTURE(IamFixture, "a user with keys or policies is not deleted") {
    create_user("ann");
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    const std::string arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    aws.send(iam::AttachUserPolicy{.user_name = "ann", .policy_arn = arn}).value();
    allow_user("ann", allow("sqs:*"));
    const auto attached =
        aws.send(iam::ListAttachedUserPolicies{.user_name = "ann"}).value().attached_policies;
    REQUIRE(attached.size() == 1);
    CHECK(attached[0].policy_arn == arn);
    const auto own = aws.send(iam::GetUserPolicy{.user_name = "ann", .policy_name = "own"}).value();
    CHECK(own.policy_document.find("sqs") != std::string::npos);
    const auto refusal = [&] { return message(aws.send(iam::DeleteUser{.user_name = "ann"})); };
    CHECK(refusal() == "Cannot delete entity, must delete access keys first.");
    aws.send(iam::DeleteAccessKey{.user_name = "ann", .access_key_id = key.access_key_id}).value();
    CHECK(refusal() == "Cannot delete entity, must detach all policies first.");
    aws.send(iam::DetachUserPolicy{.user_name = "ann", .policy_arn = arn}).value();
    CHECK(refusal() == "Cannot delete entity, must delete policies first.");
    aws.send(iam::DeleteUserPolicy{.user_name = "ann", .policy_name = "own"}).value();
    CHECK(refusal().empty());
  }

  TEST_CASE_FIXTURE(IamFixture, "a user's inline policies have 2,048 characters together") {
    create_user("ann");
    const auto refused = aws.send(iam::PutUserPolicy{
        .user_name = "ann",
        .policy_name = "long",
        .policy_document = allow("sqs:*", "arn:aws:sqs:::" + std::string(2048, 'q'))});
    CHECK(message(refused) == "Maximum policy size of 2048 bytes exceeded for user ann");
    CHECK(aws.send(iam::ListUserPolicies{.user_name = "ann"}).value().policy_names.empty());
  }

  TEST_CASE_FIXTURE(IamFixture, "the account itself has keys too, and no name") {
    const auto key = aws.send(iam::CreateAccessKey{}).value().access_key;
    CHECK(key.user_name.empty());
    Aws root = cloud.aws({.access_key_id = key.access_key_id});
    CHECK(root.send(iam::GetUser{}).value().user.arn == "arn:aws:iam::000000000000:root");
  }

  TEST_CASE_FIXTURE(IamFixture, "an unknown key is refused") {
    try {
      cloud.aws({.access_key_id = "AKIAIOSFODNN7EXAMPLE"});
      FAIL("the key was taken");
    } catch (const AwsError& error) {
      CHECK(error.error().code == "InvalidClientTokenId");
      CHECK(error.error().status == 403);
    }
  }
}

}  // namespace emu::test
