// Source: AWS Secrets Manager API Reference, "PutSecretValue", "UpdateSecretVersionStage",
// "GetSecretValue", "ListSecretVersionIds", "BatchGetSecretValue"; User Guide, "AWS Secrets Manager
// quotas".
#include <doctest/doctest.h>
#include <emu/pages.h>
#include <emu/secretsmanager.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace secretsmanager;

namespace {

struct VersionsFixture : Fixture {
  VersionsFixture() { put_new("one"); }

  // An id for each value, as long as ids must be.
  static std::string id_of(const std::string& value) {
    return std::string(32 - value.size(), '0') + value;
  }
  void put_new(const std::string& value) {
    aws.send(
           CreateSecret{.name = "a", .client_request_token = id_of(value), .secret_string = value})
        .value();
  }
  Result<PutSecretValueResult> put(const std::string& value, std::vector<std::string> stages = {}) {
    return aws.send(PutSecretValue{.secret_id = "a",
                                   .client_request_token = id_of(value),
                                   .secret_string = value,
                                   .version_stages = std::move(stages)});
  }
  Result<GetSecretValueResult> get(const std::string& stage) {
    return aws.send(GetSecretValue{.secret_id = "a", .version_stage = stage});
  }
  Result<UpdateSecretVersionStageResult> move(const std::string& stage,
                                              std::optional<std::string> from,
                                              std::optional<std::string> to) {
    if (from) from = id_of(*from);
    if (to) to = id_of(*to);
    return aws.send(UpdateSecretVersionStage{.secret_id = "a",
                                             .version_stage = stage,
                                             .remove_from_version_id = from,
                                             .move_to_version_id = to});
  }
  // The values by stage: "AWSCURRENT two, AWSPREVIOUS one".
  std::string value(const std::string& stage) {
    const auto read = get(stage);
    return read ? read->secret_string : read.error().code;
  }
};

}  // namespace

TEST_SUITE("secretsmanager: versions") {
  TEST_CASE_FIXTURE(VersionsFixture, "a new value is current, the one before it previous") {
    CHECK(put("two").value().version_stages == std::vector<std::string>{"AWSCURRENT"});
    CHECK(value("AWSCURRENT") == "two");
    CHECK(value("AWSPREVIOUS") == "one");
    put("three").value();
    CHECK(value("AWSPREVIOUS") == "two");
    const auto by_id = aws.send(GetSecretValue{.secret_id = "a", .version_id = id_of("one")});
    CHECK(by_id.value().secret_string == "one");
    CHECK(by_id.value().version_stages.empty());
  }

  TEST_CASE_FIXTURE(VersionsFixture, "a value with other stages does not become current") {
    put("two", {"AWSPENDING", "test"}).value();
    CHECK(value("AWSCURRENT") == "one");
    CHECK(value("AWSPENDING") == "two");
    CHECK(value("AWSPREVIOUS") == "ResourceNotFoundException");
    put("three", {"test"}).value();
    CHECK(value("test") == "three");
    CHECK(value("AWSPENDING") == "two");
  }

  TEST_CASE_FIXTURE(VersionsFixture, "a token stands for one value") {
    put("two").value();
    CHECK(put("two").value().version_id == id_of("two"));
    const auto other = aws.send(PutSecretValue{
        .secret_id = "a", .client_request_token = id_of("one"), .secret_string = "other"});
    CHECK(code(other) == "ResourceExistsException");
    CHECK(message(other).starts_with("You can't use ClientRequestToken " + id_of("one")));
    CHECK(value("AWSCURRENT") == "two");
    CHECK(code(aws.send(PutSecretValue{.secret_id = "a"})) == "InvalidRequestException");
    CHECK(code(aws.send(PutSecretValue{.secret_id = "b", .secret_string = "x"})) ==
          "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(VersionsFixture, "version and stage must go together") {
    put("two").value();
    const auto both = [&](const std::string& id, const std::string& stage) {
      return aws.send(
          GetSecretValue{.secret_id = "a", .version_id = id_of(id), .version_stage = stage});
    };
    CHECK(both("one", "AWSPREVIOUS").ok());
    CHECK(code(both("one", "AWSCURRENT")) == "InvalidRequestException");
    CHECK(message(both("none", "AWSCURRENT")) ==
          "Secrets Manager can't find the specified secret value for VersionId: " + id_of("none"));
  }

  TEST_CASE_FIXTURE(VersionsFixture, "a stage is moved from where it is said to be") {
    put("two").value();
    put("three", {"test"}).value();
    const auto unnamed = move("AWSCURRENT", {}, "one");
    CHECK(code(unnamed) == "InvalidParameterException");
    CHECK(message(unnamed) == "Staging label AWSCURRENT is attached to version " + id_of("two") +
                                  ": RemoveFromVersionId has to name it.");
    CHECK(code(move("AWSCURRENT", "one", "three")) == "InvalidParameterException");
    CHECK(code(move("AWSCURRENT", "two", {})) == "InvalidParameterException");
    CHECK(code(move("AWSCURRENT", "two", "none")) == "ResourceNotFoundException");
    CHECK(code(move("AWSCURRENT", {}, {})) == "InvalidParameterException");
    CHECK(value("AWSCURRENT") == "two");
    move("AWSCURRENT", "two", "one").value();
    CHECK(value("AWSCURRENT") == "one");
    CHECK(value("AWSPREVIOUS") == "two");
    move("new", {}, "one").value();
    CHECK(value("new") == "one");
    move("test", "three", {}).value();
    CHECK(value("test") == "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(VersionsFixture, "versions are listed, deprecated ones when asked for") {
    put("two").value();
    put("three").value();
    const auto staged = aws.send(ListSecretVersionIds{.secret_id = "a"}).value();
    REQUIRE(staged.versions.size() == 2);
    CHECK(staged.versions[0].version_id == id_of("two"));
    CHECK(staged.versions[0].version_stages == std::vector<std::string>{"AWSPREVIOUS"});
    CHECK(staged.versions[0].kms_key_ids == std::vector<std::string>{"DefaultEncryptionKey"});
    std::string all;
    for_each_page(
        aws, ListSecretVersionIds{.secret_id = "a", .max_results = 1, .include_deprecated = true},
        [&](const ListSecretVersionIdsResult& page) {
          CHECK(page.versions.size() == 1);
          all += page.versions[0].version_id.substr(27);
        })
        .value();
    CHECK(all == "00one00twothree");
    CHECK(code(aws.send(ListSecretVersionIds{.secret_id = "a", .next_token = "x"})) ==
          "InvalidNextTokenException");
  }

  TEST_CASE_FIXTURE(VersionsFixture, "a hundred versions are kept, those of today in any case") {
    for (int i = 1; i < 100; ++i) put(std::to_string(i)).value();
    const auto refused = put("x");
    CHECK(code(refused) == "LimitExceededException");
    CHECK(value("AWSCURRENT") == "99");
    cloud.advance(24h);
    put("x").value();
    const auto versions =
        aws.send(ListSecretVersionIds{.secret_id = "a", .include_deprecated = true}).value();
    REQUIRE(versions.versions.size() == 100);
    CHECK(versions.versions[0].version_id == id_of("1"));
  }

  TEST_CASE_FIXTURE(VersionsFixture, "the versions of a secret have twenty stages") {
    std::vector<std::string> stages;
    for (int i = 0; i < 18; ++i) stages.push_back("s" + std::to_string(i));
    put("two", stages).value();
    CHECK(code(put("three", {"more"})) == "LimitExceededException");
    CHECK(code(move("more", {}, "one")) == "LimitExceededException");
    CHECK(put("three", {"s1"}).ok());
  }

  TEST_CASE_FIXTURE(VersionsFixture, "several are read at once, each with its own error") {
    aws.send(CreateSecret{.name = "b", .secret_binary = "bytes"}).value();
    aws.send(CreateSecret{.name = "gone", .secret_string = "x"}).value();
    aws.send(DeleteSecret{.secret_id = "gone"}).value();
    const auto read =
        aws.send(BatchGetSecretValue{.secret_id_list = {"a", "missing", "b", "gone"}}).value();
    REQUIRE(read.secret_values.size() == 2);
    CHECK(read.secret_values[0].secret_string == "one");
    CHECK(read.secret_values[1].secret_binary.view() == "bytes");
    REQUIRE(read.errors.size() == 2);
    CHECK(read.errors[0].secret_id == "missing");
    CHECK(read.errors[0].error_code == "ResourceNotFoundException");
    CHECK(read.errors[1].error_code == "InvalidRequestException");

    std::string names;
    for_each_page(
        aws,
        BatchGetSecretValue{.filters = {{.key = "name", .values = {"a", "b"}}}, .max_results = 1},
        [&](const BatchGetSecretValueResult& page) {
          for (const auto& secret : page.secret_values) names += secret.name;
        })
        .value();
    CHECK(names == "ab");
    CHECK(code(aws.send(BatchGetSecretValue{})) == "InvalidParameterException");
    CHECK(code(aws.send(BatchGetSecretValue{.secret_id_list = {"a"}, .max_results = 1})) ==
          "InvalidParameterException");
  }
}

}  // namespace emu::test
