// Source: AWS Secrets Manager API Reference, "CreateSecret", "UpdateSecret", "DescribeSecret",
// "DeleteSecret", "RestoreSecret", "TagResource"; User Guide, "Troubleshoot" (Finding a secret from
// a partial ARN).
#include <doctest/doctest.h>
#include <emu/secretsmanager.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace secretsmanager;

namespace {

struct SecretFixture : Fixture {
  Result<CreateSecretResult> create(const std::string& name, const std::string& value = "hunter2") {
    return aws.send(CreateSecret{.name = name, .secret_string = value});
  }
  Result<GetSecretValueResult> get(const std::string& id) {
    return aws.send(GetSecretValue{.secret_id = id});
  }
  DescribeSecretResult describe(const std::string& id) {
    return aws.send(DescribeSecret{.secret_id = id}).value();
  }
};

const std::string kToken = "11111111-2222-3333-4444-555555555555";

}  // namespace

TEST_SUITE("secretsmanager: secrets") {
  TEST_CASE_FIXTURE(SecretFixture, "a secret is created, read, described and deleted by force") {
    const auto made = aws.send(CreateSecret{.name = "bus/db",
                                            .description = "of the bus",
                                            .secret_string = "hunter2",
                                            .tags = {{.key = "team", .value = "bus"}}})
                          .value();
    const std::string prefix = "arn:aws:secretsmanager:us-east-1:000000000000:secret:bus/db-";
    CHECK(made.arn.starts_with(prefix));
    CHECK(made.arn.size() == prefix.size() + 6);
    const auto read = get("bus/db").value();
    CHECK(read.secret_string == "hunter2");
    CHECK(read.version_id == made.version_id);
    CHECK(read.version_stages == std::vector<std::string>{"AWSCURRENT"});
    const auto described = describe(made.arn);
    CHECK(described.name == "bus/db");
    CHECK(described.description == "of the bus");
    CHECK(described.created_date == cloud.now());
    CHECK(described.last_accessed_date == std::chrono::floor<std::chrono::days>(cloud.now()));
    CHECK(described.tags.at(0).key == "team");
    CHECK(described.version_ids_to_stages.at(made.version_id).at(0) == "AWSCURRENT");

    aws.send(DeleteSecret{.secret_id = "bus/db", .force_delete_without_recovery = true}).value();
    const auto gone = get("bus/db");
    CHECK(code(gone) == "ResourceNotFoundException");
    CHECK(message(gone) == "Secrets Manager can't find the specified secret.");
  }

  TEST_CASE_FIXTURE(SecretFixture, "it is found by its name, its ARN and its ARN without the end") {
    const std::string arn = create("a-secret").value().arn;
    create("a").value();
    for (const std::string& id : {std::string("a-secret"), arn, arn.substr(0, arn.size() - 7)}) {
      CHECK_MESSAGE(get(id).value().arn == arn, id);
    }
    for (const std::string& id : {arn + "x", arn.substr(0, arn.size() - 1) + "_", "b" + arn,
                                  std::string("a-secre"), std::string("arn:aws:sqs:x:y:z")}) {
      CHECK_MESSAGE(code(get(id)) == "ResourceNotFoundException", id);
    }
    Aws elsewhere = cloud.aws({.region = "eu-west-1"});
    CHECK_FALSE(elsewhere.send(GetSecretValue{.secret_id = arn}).ok());
    Aws another = cloud.aws({.account = "111111111111"});
    CHECK(another.send(GetSecretValue{.secret_id = arn}).ok());
  }

  TEST_CASE_FIXTURE(SecretFixture, "a name is taken once, but a repetition is answered") {
    const CreateSecret first{
        .name = "a", .client_request_token = kToken, .secret_string = "hunter2"};
    const auto made = aws.send(first).value();
    CHECK(made.version_id == kToken);
    CHECK(aws.send(first).value().arn == made.arn);
    const auto second = create("a", "other");
    CHECK(code(second) == "ResourceExistsException");
    CHECK(message(second) == "The operation failed because the secret a already exists.");
    CHECK(get("a").value().secret_string == "hunter2");
  }

  TEST_CASE_FIXTURE(SecretFixture, "names and values have limits") {
    const auto refused = create("a b");
    CHECK(code(refused) == "ValidationException");
    CHECK(message(refused) ==
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the "
          "following: -/_+=.@!");
    CHECK(create("/a_+=.@-1").ok());
    CHECK(code(create(std::string(513, 'a'))) == "ValidationException");
    CHECK(create(std::string(512, 'a'), std::string(65536, 'x')).ok());
    CHECK(code(create("b", std::string(65537, 'x'))) == "ValidationException");
    CHECK(code(create("b", "")) == "ValidationException");
    CHECK(code(aws.send(CreateSecret{.name = "b", .client_request_token = "short"})) ==
          "ValidationException");
    CHECK(code(aws.send(
              CreateSecret{.name = "b", .secret_binary = "bytes", .secret_string = "text"})) ==
          "InvalidParameterException");
    CHECK(aws.send(CreateSecret{.name = "bytes", .secret_binary = "\x01\x02"}).ok());
    CHECK(get("bytes").value().secret_binary.view() == "\x01\x02");
    const auto without_value = aws.send(CreateSecret{.name = "b"}).value();
    CHECK(without_value.version_id.empty());
    CHECK(message(get("b")) ==
          "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT");
  }

  TEST_CASE_FIXTURE(SecretFixture, "an update changes what is given") {
    create("a").value();
    cloud.advance(1h);
    const auto updated =
        aws.send(UpdateSecret{.secret_id = "a", .description = "new", .kms_key_id = "alias/mine"})
            .value();
    CHECK(updated.version_id.empty());
    CHECK(describe("a").description == "new");
    CHECK(describe("a").kms_key_id == "alias/mine");
    CHECK(describe("a").last_changed_date == cloud.now());
    CHECK(get("a").value().secret_string == "hunter2");
    const auto with_value =
        aws.send(UpdateSecret{
                     .secret_id = "a", .client_request_token = kToken, .secret_string = "second"})
            .value();
    CHECK(with_value.version_id == kToken);
    CHECK(get("a").value().secret_string == "second");
    CHECK(code(aws.send(UpdateSecret{
              .secret_id = "a", .client_request_token = kToken, .secret_string = "third"})) ==
          "ResourceExistsException");
  }

  TEST_CASE_FIXTURE(SecretFixture, "a deleted secret may be restored until its window has passed") {
    const std::string arn = create("a").value().arn;
    const Time begin = cloud.now();
    const auto deleted =
        aws.send(DeleteSecret{.secret_id = "a", .recovery_window_in_days = 7}).value();
    CHECK(deleted.deletion_date == begin + std::chrono::days(7));
    const auto read = get("a");
    CHECK(code(read) == "InvalidRequestException");
    CHECK(message(read) ==
          "You can't perform this operation on the secret because it was marked for deletion.");
    CHECK(message(create("a")) ==
          "You can't create this secret because a secret with this name is already scheduled for "
          "deletion.");
    CHECK(code(aws.send(DeleteSecret{.secret_id = "a"})) == "InvalidRequestException");
    CHECK(describe("a").deleted_date == deleted.deletion_date);
    cloud.run_until(begin + std::chrono::days(7) - 1us);
    aws.send(RestoreSecret{.secret_id = "a"}).value();
    cloud.advance(std::chrono::days(30));
    CHECK(get("a").value().arn == arn);

    aws.send(DeleteSecret{.secret_id = "a"}).value();
    cloud.advance(std::chrono::days(30) - 1us);
    CHECK(code(get("a")) == "InvalidRequestException");
    cloud.advance(1us);
    CHECK(code(get("a")) == "ResourceNotFoundException");
    CHECK(create("a").value().arn != arn);
  }

  TEST_CASE_FIXTURE(SecretFixture, "a deletion has a window or is by force") {
    create("a").value();
    const auto remove = [&](std::optional<std::int64_t> days, std::optional<bool> force) {
      return code(aws.send(DeleteSecret{.secret_id = "a",
                                        .recovery_window_in_days = days,
                                        .force_delete_without_recovery = force}));
    };
    CHECK(remove(6, {}) == "InvalidParameterException");
    CHECK(remove(31, {}) == "InvalidParameterException");
    CHECK(remove(7, true) == "InvalidParameterException");
    CHECK(get("a").ok());
    CHECK(remove(7, false).empty());
    CHECK(remove({}, true).empty());
    CHECK(remove({}, true).empty());  // not there any more
    CHECK(remove({}, {}) == "ResourceNotFoundException");
    CHECK(create("a").ok());
  }

  TEST_CASE_FIXTURE(SecretFixture, "tags are added, replaced and removed, but not while deleted") {
    create("a").value();
    aws.send(TagResource{.secret_id = "a",
                         .tags = {{.key = "x", .value = "1"}, {.key = "X", .value = "2"}}})
        .value();
    aws.send(TagResource{.secret_id = "a", .tags = {{.key = "x", .value = "3"}}}).value();
    CHECK(describe("a").tags.size() == 2);
    aws.send(UntagResource{.secret_id = "a", .tag_keys = {"X", "y"}}).value();
    REQUIRE(describe("a").tags.size() == 1);
    CHECK(describe("a").tags[0].value == "3");
    std::vector<Tag> many;
    for (int i = 0; i < 50; ++i) many.push_back({.key = std::to_string(i)});
    CHECK(code(aws.send(TagResource{.secret_id = "a", .tags = many})) ==
          "InvalidParameterException");
    CHECK(code(aws.send(TagResource{.secret_id = "a", .tags = {{.key = "aws:x"}}})) ==
          "InvalidParameterException");
    aws.send(DeleteSecret{.secret_id = "a"}).value();
    CHECK(code(aws.send(TagResource{.secret_id = "a", .tags = {{.key = "y"}}})) ==
          "InvalidRequestException");
    CHECK(code(aws.send(UntagResource{.secret_id = "a", .tag_keys = {"x"}})) ==
          "InvalidRequestException");
  }

  TEST_CASE("equal seeds give equal ARNs, and a reset begins again") {
    Fixture one;
    Fixture two;
    const CreateSecret request{.name = "a", .secret_string = "x"};
    const std::string arn = one.aws.send(request).value().arn;
    CHECK(two.aws.send(request).value().arn == arn);
    one.cloud.reset();
    CHECK(one.aws.send(request).value().arn == arn);
  }
}

}  // namespace emu::test
