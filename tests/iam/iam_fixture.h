// What the tests of IAM and STS start from.
#pragma once

#include <emu/iam.h>
#include <emu/sts.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

inline const std::string kAccount = "000000000000";

// A document with one statement.
inline std::string policy(const std::string& statement) {
  return R"({"Version":"2012-10-17","Statement":[)" + statement + "]}";
}
inline std::string allow(const std::string& action, const std::string& resource = "*") {
  return policy(R"({"Effect":"Allow","Action":")" + action + R"(","Resource":")" + resource +
                R"("})");
}
inline std::string trust(const std::string& type, const std::string& name,
                         const std::string& more = "") {
  return policy(R"({"Effect":"Allow","Principal":{")" + type + R"(":")" + name +
                R"("},"Action":"sts:AssumeRole")" + more + "}");
}

struct IamFixture : Fixture {
  iam::Role create_role(const std::string& name, const std::string& trusts) {
    return aws.send(iam::CreateRole{.role_name = name, .assume_role_policy_document = trusts})
        .value()
        .role;
  }
  iam::Role create_role(const std::string& name) {
    return create_role(name, trust("Service", "lambda.amazonaws.com"));
  }
  void allow_role(const std::string& name, const std::string& document) {
    aws.send(
           iam::PutRolePolicy{.role_name = name, .policy_name = "own", .policy_document = document})
        .value();
  }
  void create_user(const std::string& name) {
    aws.send(iam::CreateUser{.user_name = name}).value();
  }
  // A handle that stands for the user.
  Aws as_user(const std::string& name) {
    const auto key = aws.send(iam::CreateAccessKey{.user_name = name}).value().access_key;
    return cloud.aws({.access_key_id = key.access_key_id});
  }
  void allow_user(const std::string& name, const std::string& document) {
    aws.send(
           iam::PutUserPolicy{.user_name = name, .policy_name = "own", .policy_document = document})
        .value();
  }
};

}  // namespace emu::test
