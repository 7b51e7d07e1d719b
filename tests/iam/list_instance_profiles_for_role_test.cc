// Source: AWS IAM API Reference, "ListInstanceProfilesForRole".
#include <doctest/doctest.h>

#include "iam/iam_fixture.h"

namespace emu::test {

TEST_SUITE("iam: ListInstanceProfilesForRole") {
  TEST_CASE_FIXTURE(IamFixture, "a role has none, and must be there") {
    create_role("worker");
    const auto none = aws.send(iam::ListInstanceProfilesForRole{.role_name = "worker"}).value();
    CHECK(none.instance_profiles.empty());
    CHECK_FALSE(none.is_truncated);
    CHECK(code(aws.send(iam::ListInstanceProfilesForRole{.role_name = "nobody"})) ==
          "NoSuchEntity");
  }
}

}  // namespace emu::test
