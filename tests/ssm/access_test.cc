// What IAM is asked for each call. Source: Service Authorization Reference, "Actions, resources,
// and condition keys for AWS Systems Manager"; User Guide, "Restricting access to Parameter Store
// parameters using IAM policies".
#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/secretsmanager.h>
#include <emu/ssm.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace ssm;

namespace {

struct AccessFixture : Fixture {
  AccessFixture() {
    for (const std::string name : {"/bus/a", "/bus/b", "/train/a"}) {
      aws.send(PutParameter{.name = name, .value = "1", .type = "String"}).value();
    }
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    ann = cloud.aws({.access_key_id = key.access_key_id});
  }
  void allow(const std::string& action, const std::string& resource,
             const std::string& condition = "{}") {
    aws.send(iam::PutUserPolicy{
                 .user_name = "ann",
                 .policy_name = "p",
                 .policy_document = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                    R"("Action":")" +
                                    action + R"(","Resource":")" + resource + R"(","Condition":)" +
                                    condition + "}]}"})
        .value();
  }

  Aws ann = aws;
};

const std::string kArn = "arn:aws:ssm:us-east-1:000000000000:parameter";

}  // namespace

TEST_SUITE("ssm: access") {
  TEST_CASE_FIXTURE(AccessFixture, "a permission is for the parameter, whatever version is read") {
    const auto refused = ann.send(GetParameter{.name = "/bus/a"});
    CHECK(code(refused) == "AccessDeniedException");
    CHECK(message(refused) ==
          "User: arn:aws:iam::000000000000:user/ann is not authorized to perform: ssm:GetParameter "
          "on resource: " +
              kArn + "/bus/a because no identity-based policy allows the ssm:GetParameter action");
    allow("ssm:GetParameter", kArn + "/bus/*");
    CHECK(ann.send(GetParameter{.name = "/bus/a:1"}).ok());
    CHECK(ann.send(GetParameter{.name = kArn + "/bus/b"}).ok());
    CHECK(code(ann.send(GetParameter{.name = "/train/a"})) == "AccessDeniedException");
  }

  TEST_CASE_FIXTURE(AccessFixture, "of several parameters each needs it") {
    allow("ssm:GetParameters", kArn + "/bus/*");
    CHECK(ann.send(GetParameters{.names = {"/bus/a", "/bus/b"}}).ok());
    CHECK(code(ann.send(GetParameters{.names = {"/bus/a", "/train/a"}})) ==
          "AccessDeniedException");
  }

  TEST_CASE_FIXTURE(AccessFixture, "access to a path is access to what lies below") {
    allow("ssm:GetParametersByPath", kArn + "/bus");
    CHECK(ann.send(GetParametersByPath{.path = "/bus"}).value().parameters.size() == 2);
    CHECK(code(ann.send(GetParametersByPath{.path = "/"})) == "AccessDeniedException");
  }

  // Source: AWS Managed Policy Reference Guide.
  TEST_CASE_FIXTURE(AccessFixture, "AWS's own policies let read, or do all") {
    const auto attach = [&](const std::string& name) {
      aws.send(iam::AttachUserPolicy{.user_name = "ann",
                                     .policy_arn = "arn:aws:iam::aws:policy/" + name})
          .value();
    };
    const PutParameter put{.name = "/bus/c", .value = "1", .type = "String"};
    attach("AmazonSSMReadOnlyAccess");
    CHECK(ann.send(GetParametersByPath{.path = "/bus"}).ok());
    CHECK(code(ann.send(put)) == "AccessDeniedException");
    attach("AmazonSSMFullAccess");
    CHECK(ann.send(put).ok());
    CHECK(code(ann.send(secretsmanager::CreateSecret{.name = "a"})) == "AccessDeniedException");
    attach("SecretsManagerReadWrite");
    CHECK(ann.send(secretsmanager::CreateSecret{.name = "a"}).ok());
  }

  TEST_CASE_FIXTURE(AccessFixture, "conditions look at tags and at overwriting") {
    allow("ssm:*", "*", R"({"StringEquals":{"ssm:resourceTag/team":"bus"}})");
    CHECK(code(ann.send(GetParameter{.name = "/bus/a"})) == "AccessDeniedException");
    aws.send(AddTagsToResource{.resource_type = "Parameter",
                               .resource_id = "/bus/a",
                               .tags = {{.key = "team", .value = "bus"}}})
        .value();
    CHECK(ann.send(GetParameter{.name = "/bus/a"}).ok());
    allow("ssm:PutParameter", "*", R"({"Bool":{"ssm:Overwrite":"false"}})");
    const auto put = [&](bool overwrite) {
      return ann.send(
          PutParameter{.name = "/bus/c", .value = "1", .type = "String", .overwrite = overwrite});
    };
    CHECK(code(put(true)) == "AccessDeniedException");
    CHECK(put(false).ok());
  }

  // Source: AWS Systems Manager User Guide, "Referencing AWS Secrets Manager secrets from Parameter
  // Store parameters".
  TEST_CASE_FIXTURE(AccessFixture,
                    "a name may stand for a secret, which the caller must be able to read") {
    const auto made =
        aws.send(secretsmanager::CreateSecret{.name = "bus/db", .secret_string = "hunter2"})
            .value();
    const std::string name = "/aws/reference/secretsmanager/bus/db";
    const auto read = aws.send(GetParameter{.name = name, .with_decryption = true}).value();
    CHECK(read.parameter->value == "hunter2");
    CHECK(read.parameter->type == "SecureString");
    CHECK(read.parameter->arn == made.arn);
    CHECK(read.parameter->source_result.find(made.version_id) != std::string::npos);
    for (const std::string& selector : {std::string("AWSCURRENT"), made.version_id}) {
      CHECK(aws.send(GetParameter{.name = name + ":" + selector, .with_decryption = true}).ok());
    }
    CHECK(message(aws.send(GetParameter{.name = name})) ==
          "WithDecryption flag must be True for retrieving a Secret Manager secret.");
    CHECK(code(aws.send(GetParameter{.name = name + "x", .with_decryption = true})) ==
          "ParameterNotFound");
    CHECK(aws.send(GetParameters{.names = {name, name + "x"}, .with_decryption = true})
              .value()
              .parameters.size() == 1);
    allow("ssm:GetParameter", "*");
    CHECK(code(ann.send(GetParameter{.name = name, .with_decryption = true})) ==
          "AccessDeniedException");
    allow("*", "*");
    CHECK(ann.send(GetParameter{.name = name, .with_decryption = true}).ok());
  }

  TEST_CASE_FIXTURE(AccessFixture, "tags of a new parameter need their own permission") {
    allow("ssm:PutParameter", "*");
    const PutParameter tagged{.name = "/bus/c",
                              .value = "1",
                              .type = "String",
                              .tags = {{.key = "team", .value = "bus"}}};
    CHECK(message(ann.send(tagged)).find("ssm:AddTagsToResource") != std::string::npos);
    allow("ssm:*", "*", R"({"ForAllValues:StringEquals":{"aws:TagKeys":["team"]}})");
    CHECK(ann.send(tagged).ok());
  }
}

}  // namespace emu::test
