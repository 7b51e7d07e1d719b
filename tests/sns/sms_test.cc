// Source: Amazon SNS API Reference, "SetSMSAttributes", "CreateSMSSandboxPhoneNumber",
// "VerifySMSSandboxPhoneNumber", "CheckIfPhoneNumberIsOptedOut".
#include <doctest/doctest.h>
#include <emu/sns.h>

#include <string>

#include "sns/support.h"

namespace emu::sns {

namespace {

constexpr const char* kPhone = "+4915112345678";

}  // namespace

TEST_SUITE("sns: text messages") {
  TEST_CASE_FIXTURE(TopicFixture, "attributes are kept") {
    aws.send(SetSMSAttributes{{{"DefaultSMSType", "Transactional"}}}).value();
    CHECK(aws.send(GetSMSAttributes{}).value().attributes ==
          Attributes{{"DefaultSMSType", "Transactional"}, {"MonthlySpendLimit", "1"}});
    CHECK(aws.send(GetSMSAttributes{{"DefaultSMSType", "DefaultSenderID"}}).value().attributes ==
          Attributes{{"DefaultSMSType", "Transactional"}});
    CHECK(message(aws.send(SetSMSAttributes{{{"Colour", "red"}}})) ==
          "Invalid parameter: Colour is not a valid attribute");
    CHECK(code(aws.send(SetSMSAttributes{{{"DefaultSMSType", "Loud"}}})) ==
          errors::kInvalidParameter);
  }

  TEST_CASE_FIXTURE(TopicFixture, "a number of the sandbox is verified with its password") {
    aws.send(CreateSMSSandboxPhoneNumber{kPhone}).value();
    const std::string body = outbox().at(0).body;
    const std::string password = body.substr(body.rfind(' ') + 1);
    CHECK(password.size() == 6);
    const auto status = [&] {
      return aws.send(ListSMSSandboxPhoneNumbers{}).value().phone_numbers.at(0).status;
    };
    CHECK(status() == "Pending");
    CHECK(code(aws.send(VerifySMSSandboxPhoneNumber{kPhone, "0000000"})) ==
          errors::kVerificationException);
    aws.send(VerifySMSSandboxPhoneNumber{kPhone, password}).value();
    CHECK(status() == "Verified");
    CHECK(code(aws.send(CreateSMSSandboxPhoneNumber{kPhone})) == errors::kUserError);
    aws.send(DeleteSMSSandboxPhoneNumber{kPhone}).value();
    CHECK(code(aws.send(DeleteSMSSandboxPhoneNumber{kPhone})) == errors::kResourceNotFound);
    CHECK(code(aws.send(VerifySMSSandboxPhoneNumber{kPhone, password})) ==
          errors::kResourceNotFound);
    CHECK(aws.send(GetSMSSandboxAccountStatus{}).value().is_in_sandbox == false);
  }

  TEST_CASE_FIXTURE(TopicFixture, "nobody opts out, and there are no numbers to send from") {
    CHECK(aws.send(CheckIfPhoneNumberIsOptedOut{kPhone}).value().is_opted_out == false);
    CHECK(aws.send(OptInPhoneNumber{kPhone}).ok());
    CHECK(aws.send(ListPhoneNumbersOptedOut{}).value().phone_numbers.empty());
    CHECK(aws.send(ListOriginationNumbers{}).value().phone_numbers.empty());
    CHECK(code(aws.send(CheckIfPhoneNumberIsOptedOut{"12"})) == errors::kInvalidParameter);
  }
}

}  // namespace emu::sns
