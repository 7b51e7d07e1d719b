// What IAM stores can be written and read, record by record.
#include "iam/state.h"

#include <doctest/doctest.h>
#include <emu/describe.h>
#include <emu/json.h>

namespace emu::test {

namespace {

using namespace std::chrono_literals;

constexpr Time kNoon = Time(std::chrono::hours(12));

template <class T>
T written_and_read(const T& record) {
  return from_json<T>(to_json(record)).value();
}

}  // namespace

TEST_SUITE("iam: what is stored") {
  TEST_CASE("a role comes back with its policies, its boundary and its last use") {
    iam::RoleEntity role;
    role.name = "worker";
    role.id = "AROA1";
    role.arn = "arn:aws:iam::000000000000:role/jobs/worker";
    role.path = "/jobs/";
    role.created = kNoon;
    role.tags = {{"team", "blue"}};
    role.inline_policies = {{.name = "own", .document = "{}"}};
    role.attached_policies = {"arn:aws:iam::aws:policy/ReadOnlyAccess"};
    role.boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
    role.trust = R"({"Version":"2012-10-17"})";
    role.description = "works";
    role.max_session = 2h;
    role.last_used = kNoon + 1h;
    role.last_used_region = "eu-west-1";

    const iam::RoleEntity read = written_and_read(role);
    CHECK(read.name == role.name);
    CHECK(read.id == role.id);
    CHECK(read.arn == role.arn);
    CHECK(read.path == role.path);
    CHECK(read.created == role.created);
    CHECK(read.tags == role.tags);
    REQUIRE(read.inline_policies.size() == 1);
    CHECK(read.inline_policies[0].name == "own");
    CHECK(read.inline_policies[0].document == "{}");
    CHECK(read.attached_policies == role.attached_policies);
    CHECK(read.boundary == role.boundary);
    CHECK(read.trust == role.trust);
    CHECK(read.description == role.description);
    CHECK(read.max_session == role.max_session);
    CHECK(read.last_used == role.last_used);
    CHECK(read.last_used_region == role.last_used_region);
  }

  TEST_CASE("a user comes back with its keys") {
    iam::UserEntity user;
    user.name = "ann";
    user.access_keys = {"AKIA1", "AKIA2"};
    const iam::UserEntity read = written_and_read(user);
    CHECK(read.name == "ann");
    CHECK(read.access_keys == user.access_keys);

    const iam::AccessKeyEntity key = written_and_read(iam::AccessKeyEntity{.id = "AKIA1",
                                                                           .secret = "s",
                                                                           .account = "1",
                                                                           .user_name = "ann",
                                                                           .created = kNoon,
                                                                           .is_active = false});
    CHECK(key.id == "AKIA1");
    CHECK(key.secret == "s");
    CHECK(key.account == "1");
    CHECK(key.user_name == "ann");
    CHECK(key.created == kNoon);
    CHECK_FALSE(key.is_active);
  }

  TEST_CASE("a managed policy comes back with its versions, the newest first") {
    iam::ManagedPolicy policy;
    policy.name = "reads";
    policy.versions = {{.number = 3, .document = "new", .created = kNoon},
                       {.number = 1, .document = "old", .created = kNoon}};
    policy.default_version = 1;
    policy.next_version = 4;
    const iam::ManagedPolicy read = written_and_read(policy);
    CHECK(read.name == "reads");
    CHECK(read.document() == "old");
    CHECK(read.version(3).document == "new");
    CHECK(read.updated() == kNoon);
    CHECK(read.next_version == 4);
  }

  TEST_CASE("a session comes back as whose it is") {
    const iam::Session read = written_and_read(iam::Session{.secret = "s",
                                                            .token = "t",
                                                            .expiration = kNoon,
                                                            .account = "1",
                                                            .arn = "arn",
                                                            .principal_id = "AROA1:s",
                                                            .role_arn = "role",
                                                            .user_name = "user",
                                                            .policy = "{}",
                                                            .tags = {{"a", "b"}}});
    CHECK(read.secret == "s");
    CHECK(read.token == "t");
    CHECK(read.expiration == kNoon);
    CHECK(read.account == "1");
    CHECK(read.arn == "arn");
    CHECK(read.principal_id == "AROA1:s");
    CHECK(read.role_arn == "role");
    CHECK(read.user_name == "user");
    CHECK(read.policy == "{}");
    CHECK(read.tags == std::map<std::string, std::string>{{"a", "b"}});
  }
}

}  // namespace emu::test
