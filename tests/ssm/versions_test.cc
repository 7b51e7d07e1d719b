// Source: AWS Systems Manager API Reference, "GetParameterHistory", "LabelParameterVersion",
// "UnlabelParameterVersion", "PutParameter" (Policies); User Guide, "Working with parameter
// versions in Parameter Store" and "Assigning parameter policies in Parameter Store".
#include <doctest/doctest.h>
#include <emu/ssm.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace ssm;

namespace {

struct VersionFixture : Fixture {
  Result<PutParameterResult> put(const std::string& value) {
    return aws.send(PutParameter{.name = "a", .value = value, .type = "String", .overwrite = true});
  }
  void put_times(int count) {
    for (int i = 0; i < count; ++i) put(std::to_string(i)).value();
  }
  Result<LabelParameterVersionResult> label(std::vector<std::string> labels,
                                            std::optional<std::int64_t> version = {}) {
    return aws.send(LabelParameterVersion{
        .name = "a", .parameter_version = version, .labels = std::move(labels)});
  }
  Result<PutParameterResult> put_policies(const std::string& policies) {
    return aws.send(PutParameter{.name = "a",
                                 .value = "1",
                                 .type = "String",
                                 .overwrite = true,
                                 .tier = "Advanced",
                                 .policies = policies});
  }
};

const char kExpires[] =
    R"({"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2030-01-01T00:00:00Z"}})";

}  // namespace

TEST_SUITE("ssm: versions") {
  TEST_CASE_FIXTURE(VersionFixture, "the history shows every version, the oldest first") {
    put_times(3);
    label({"prod"}, 2).value();
    const auto history = aws.send(GetParameterHistory{.name = "a"}).value().parameters;
    REQUIRE(history.size() == 3);
    CHECK(history[0].value == "0");
    CHECK(history[1].labels == std::vector<std::string>{"prod"});
    CHECK(history[2].version == 3);
    CHECK(history[2].last_modified_user == "arn:aws:iam::000000000000:root");
    CHECK(code(aws.send(GetParameterHistory{.name = "b"})) == "ParameterNotFound");

    auto page = aws.send(GetParameterHistory{.name = "a", .max_results = 2}).value();
    CHECK(page.parameters.size() == 2);
    page = aws.send(GetParameterHistory{.name = "a", .next_token = page.next_token}).value();
    REQUIRE(page.parameters.size() == 1);
    CHECK(page.parameters[0].version == 3);
    CHECK(page.next_token.empty());
    CHECK(code(aws.send(GetParameterHistory{.name = "a", .next_token = "?"})) ==
          "InvalidNextToken");
  }

  TEST_CASE_FIXTURE(VersionFixture, "a hundred versions are kept, unless the oldest has a label") {
    put_times(101);
    CHECK(code(aws.send(GetParameter{.name = "a:1"})) == "ParameterVersionNotFound");
    CHECK(aws.send(GetParameter{.name = "a:2"}).value().parameter->value == "1");
    label({"keep"}, 2).value();
    const auto refused = put("x");
    CHECK(code(refused) == "ParameterMaxVersionLimitExceeded");
    CHECK(message(refused) ==
          "You attempted to create a new version of a by calling the PutParameter API with the "
          "overwrite flag. Version 2, the oldest version, can't be deleted because it has a label "
          "associated with it. Move the label to another version of the parameter, and try again.");
    CHECK(aws.send(GetParameter{.name = "a"}).value().parameter->version == 101);
    label({"keep"}, 3).value();
    CHECK(put("x").value().version == 102);
  }

  TEST_CASE_FIXTURE(VersionFixture, "a label names one version, and moves") {
    put_times(2);
    CHECK(label({"prod"}).value().parameter_version == 2);
    label({"prod", "test"}, 1).value();
    const auto read = aws.send(GetParameter{.name = "a:prod"}).value().parameter;
    CHECK(read->version == 1);
    CHECK(read->selector == ":prod");
    put("3").value();
    CHECK(aws.send(GetParameter{.name = "a:prod"}).value().parameter->version == 1);
    const auto unlabelled =
        aws.send(UnlabelParameterVersion{
                     .name = "a", .parameter_version = 1, .labels = {"x", "prod"}})
            .value();
    CHECK(unlabelled.removed_labels == std::vector<std::string>{"prod"});
    CHECK(unlabelled.invalid_labels == std::vector<std::string>{"x"});
    CHECK(message(aws.send(GetParameter{.name = "a:prod"})) ==
          "Systems Manager could not find label prod of a. Verify the label and try again.");
  }

  TEST_CASE_FIXTURE(VersionFixture, "what is no label is told, and a version has ten at most") {
    put_times(2);
    const auto labelled = label({"ok", "1st", "awsome", "SSM", "a b"}).value();
    CHECK(labelled.invalid_labels == std::vector<std::string>{"1st", "awsome", "SSM", "a b"});
    CHECK(label({"l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "l9"}).ok());
    CHECK(code(label({"l10"})) == "ParameterVersionLabelLimitExceeded");
    CHECK(label({"l10"}, 1).ok());
    CHECK(code(label({"x"}, 3)) == "ParameterVersionNotFound");
    CHECK(code(aws.send(LabelParameterVersion{.name = "b", .labels = {"x"}})) ==
          "ParameterNotFound");
  }

  TEST_CASE_FIXTURE(VersionFixture, "a parameter expires at the time of its policy") {
    const Time end = std::chrono::sys_days(std::chrono::year(2030) / 1 / 1);
    put_policies("[" + std::string(kExpires) + "]").value();
    put("2").value();  // keeps the policy
    const auto described = aws.send(DescribeParameters{}).value().parameters;
    REQUIRE(described.at(0).policies.size() == 1);
    CHECK(described[0].policies[0].policy_text == kExpires);
    CHECK(described[0].policies[0].policy_type == "Expiration");
    CHECK(described[0].policies[0].policy_status == "Pending");
    cloud.run_until(end - 1us);
    CHECK(aws.send(GetParameter{.name = "a"}).ok());
    cloud.run_until(end);
    CHECK(code(aws.send(GetParameter{.name = "a"})) == "ParameterNotFound");
    CHECK(aws.send(DescribeParameters{}).value().parameters.empty());
  }

  TEST_CASE_FIXTURE(VersionFixture, "an empty policy takes the others away") {
    put_policies("[" + std::string(kExpires) + "]").value();
    put_policies("[{}]").value();
    cloud.run_until(std::chrono::sys_days(std::chrono::year(2031) / 1 / 1));
    CHECK(aws.send(DescribeParameters{}).value().parameters.at(0).policies.empty());
  }

  TEST_CASE_FIXTURE(VersionFixture, "policies that are none are refused") {
    const std::string two = "[" + std::string(kExpires) + "," + kExpires + "]";
    const std::pair<std::string, std::string> cases[] = {
        {"x", "ValidationException"},
        {"{}", "ValidationException"},
        {R"([{"Type":"Other","Version":"1.0","Attributes":{}}])", "InvalidPolicyTypeException"},
        {R"([{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"soon"}}])",
         "InvalidPolicyAttributeException"},
        {R"([{"Type":"NoChangeNotification","Version":"1.0",)"
         R"("Attributes":{"After":"1","Unit":"Y"}}])",
         "InvalidPolicyAttributeException"},
        {two, "IncompatiblePolicyException"},
    };
    for (const auto& [policies, expected] : cases) {
      CHECK_MESSAGE(code(put_policies(policies)) == expected, policies);
    }
    CHECK(code(aws.send(PutParameter{.name = "a",
                                     .value = "1",
                                     .type = "String",
                                     .tier = "Standard",
                                     .policies = "[" + std::string(kExpires) + "]"})) ==
          "ValidationException");
    CHECK(aws.send(DescribeParameters{}).value().parameters.empty());
    CHECK(put_policies(R"([{"Type":"ExpirationNotification","Version":"1.0",)"
                       R"("Attributes":{"Before":"30","Unit":"Days"}}])")
              .ok());
  }
}

}  // namespace emu::test
