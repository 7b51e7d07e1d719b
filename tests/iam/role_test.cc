// Source: AWS IAM API Reference, "GetRole", "ListRoles", "UpdateRole", "UpdateAssumeRolePolicy",
// "DeleteRole", "TagRole", "UntagRole", "PutRolePermissionsBoundary".
#include <doctest/doctest.h>

#include "iam/iam_fixture.h"

namespace emu::test {

TEST_SUITE("iam: roles") {
  TEST_CASE_FIXTURE(IamFixture, "a role that is not there cannot be got, changed or deleted") {
    const auto got = aws.send(iam::GetRole{.role_name = "nobody"});
    CHECK(code(got) == "NoSuchEntity");
    CHECK(got.error().status == 404);
    CHECK(message(got) == "The role with name nobody cannot be found.");
    CHECK(code(aws.send(iam::UpdateRole{.role_name = "nobody"})) == "NoSuchEntity");
    CHECK(code(aws.send(iam::DeleteRole{.role_name = "nobody"})) == "NoSuchEntity");
    CHECK(code(aws.send(iam::TagRole{.role_name = "nobody", .tags = {{.key = "a"}}})) ==
          "NoSuchEntity");
  }

  TEST_CASE_FIXTURE(IamFixture, "roles are listed in pages, by path, without their tags") {
    for (const char* name : {"b", "A", "c", "d"}) create_role(name);
    aws.send(iam::CreateRole{.path = "/app/",
                             .role_name = "e",
                             .assume_role_policy_document = trust("Service", "ec2.amazonaws.com"),
                             .tags = {{.key = "k", .value = "v"}}})
        .value();

    const auto first = aws.send(iam::ListRoles{.max_items = 2}).value();
    REQUIRE(first.roles.size() == 2);
    CHECK(first.roles[0].role_name == "A");
    CHECK(first.is_truncated);
    const auto second = aws.send(iam::ListRoles{.marker = first.marker, .max_items = 3}).value();
    REQUIRE(second.roles.size() == 3);
    CHECK(second.roles[0].role_name == "c");
    CHECK(second.roles[2].tags.empty());
    CHECK_FALSE(second.is_truncated);
    CHECK(second.marker.empty());

    const auto app = aws.send(iam::ListRoles{.path_prefix = "/app"}).value();
    REQUIRE(app.roles.size() == 1);
    CHECK(app.roles[0].role_name == "e");

    const auto refused = aws.send(iam::ListRoles{.marker = "#"});
    CHECK(code(refused) == "ValidationError");
    CHECK(message(refused) == "Invalid Marker.");
  }

  TEST_CASE_FIXTURE(IamFixture, "accounts do not see each other's roles") {
    create_role("worker");
    Aws other = cloud.aws({.account = "222222222222"});
    CHECK(other.send(iam::ListRoles{}).value().roles.empty());
    CHECK(cloud.aws({.region = "eu-west-1"}).send(iam::ListRoles{}).value().roles.size() == 1);
  }

  TEST_CASE_FIXTURE(IamFixture, "an update that leaves something out sets it back") {
    create_role("worker");
    aws.send(iam::UpdateRole{.role_name = "worker", .description = "d", .max_session_duration = 2h})
        .value();
    CHECK(aws.send(iam::GetRole{.role_name = "worker"}).value().role.max_session_duration == 2h);
    aws.send(iam::UpdateRole{.role_name = "worker"}).value();
    const auto role = aws.send(iam::GetRole{.role_name = "worker"}).value().role;
    CHECK(role.max_session_duration == 1h);
    CHECK(role.description.empty());
  }

  TEST_CASE_FIXTURE(IamFixture, "a role with policies is not deleted") {
    create_role("worker");
    const std::string arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess";
    allow_role("worker", allow("sqs:*"));
    aws.send(iam::AttachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();

    auto refused = aws.send(iam::DeleteRole{.role_name = "worker"});
    CHECK(code(refused) == "DeleteConflict");
    CHECK(refused.error().status == 409);
    CHECK(message(refused) == "Cannot delete entity, must detach all policies first.");
    aws.send(iam::DetachRolePolicy{.role_name = "worker", .policy_arn = arn}).value();
    refused = aws.send(iam::DeleteRole{.role_name = "worker"});
    CHECK(message(refused) == "Cannot delete entity, must delete policies first.");
    aws.send(iam::DeleteRolePolicy{.role_name = "worker", .policy_name = "own"}).value();
    aws.send(iam::DeleteRole{.role_name = "worker"}).value();
    CHECK(code(aws.send(iam::GetRole{.role_name = "worker"})) == "NoSuchEntity");
  }

  TEST_CASE_FIXTURE(IamFixture, "tags are added, replaced and taken away, 50 at most") {
    create_role("worker");
    aws.send(iam::TagRole{.role_name = "worker",
                          .tags = {{.key = "Team", .value = "bus"}, {.key = "empty"}}})
        .value();
    aws.send(iam::TagRole{.role_name = "worker", .tags = {{.key = "team", .value = "tickets"}}})
        .value();
    auto tags = aws.send(iam::GetRole{.role_name = "worker"}).value().role.tags;
    REQUIRE(tags.size() == 2);
    CHECK(tags[1].key == "team");
    CHECK(tags[1].value == "tickets");

    std::vector<iam::Tag> many;
    many.reserve(50);
    for (int i = 0; i < 49; ++i) many.push_back({.key = "k" + std::to_string(i)});
    const auto refused = aws.send(iam::TagRole{.role_name = "worker", .tags = many});
    CHECK(message(refused) == "Cannot exceed quota for TagsPerRole: 50");
    CHECK(aws.send(iam::GetRole{.role_name = "worker"}).value().role.tags.size() == 2);

    aws.send(iam::UntagRole{.role_name = "worker", .tag_keys = {"TEAM", "absent"}}).value();
    CHECK(aws.send(iam::GetRole{.role_name = "worker"}).value().role.tags.size() == 1);
  }

  TEST_CASE_FIXTURE(IamFixture, "a boundary is set, seen and taken away") {
    create_role("worker");
    const std::string arn = "arn:aws:iam::aws:policy/PowerUserAccess";
    aws.send(iam::PutRolePermissionsBoundary{.role_name = "worker", .permissions_boundary = arn})
        .value();
    const auto role = aws.send(iam::GetRole{.role_name = "worker"}).value().role;
    REQUIRE(role.permissions_boundary);
    CHECK(role.permissions_boundary->permissions_boundary_arn == arn);
    CHECK(role.permissions_boundary->permissions_boundary_type == "Policy");
    CHECK(aws.send(iam::GetPolicy{.policy_arn = arn})
              .value()
              .policy->permissions_boundary_usage_count == 1);
    aws.send(iam::DeleteRolePermissionsBoundary{.role_name = "worker"}).value();
    CHECK(code(aws.send(iam::DeleteRolePermissionsBoundary{.role_name = "worker"})) ==
          "NoSuchEntity");
  }
}

}  // namespace emu::test
