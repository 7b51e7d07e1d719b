// Sources: Amazon SES API Reference, "VerifyEmailIdentity", "VerifyDomainDkim",
// "SetIdentityMailFromDomain", "PutIdentityPolicy".
#include <doctest/doctest.h>

#include <string>

#include "ses/support.h"

namespace emu::ses {

TEST_SUITE("ses: identities") {
  TEST_CASE_FIXTURE(SenderFixture, "an identity is verified at once") {
    const auto token =
        aws.send(VerifyDomainIdentity{.domain = "Example.NET"}).value().verification_token;
    const auto status = aws.send(GetIdentityVerificationAttributes{
                                     .identities = {kSender, "example.net", "none.example"}})
                            .value()
                            .verification_attributes;
    REQUIRE(status.size() == 2);
    CHECK(status.at(kSender).verification_status == "Success");
    CHECK(status.at("example.net").verification_token == token);
    CHECK(token.size() == 44);
    CHECK(aws.send(VerifyDomainIdentity{.domain = "example.net"}).value().verification_token ==
          token);
  }

  TEST_CASE_FIXTURE(SenderFixture, "names that are none are refused") {
    CHECK(message(aws.send(VerifyEmailIdentity{.email_address = "ops"})) ==
          "Invalid email address ops.");
    CHECK(message(aws.send(VerifyEmailIdentity{.email_address = "Ops <ops@example.com>"})) ==
          "Invalid email address Ops <ops@example.com>.");
    CHECK(message(aws.send(VerifyDomainIdentity{.domain = "exa mple.com"})) ==
          "Invalid domain name exa mple.com.");
    CHECK(message(aws.send(VerifyDomainIdentity{.domain = "localhost"})) ==
          "Invalid domain name localhost.");
    CHECK(aws.send(ListIdentities{}).value().identities.size() == 1);
  }

  TEST_CASE_FIXTURE(SenderFixture, "they are listed by kind and page by page, and deleted") {
    aws.send(VerifyDomainIdentity{.domain = "example.net"}).value();
    aws.send(VerifyEmailIdentity{.email_address = "a@example.net"}).value();
    CHECK(aws.send(ListIdentities{.identity_type = "Domain"}).value().identities ==
          std::vector<std::string>{"example.net"});
    const auto page = aws.send(ListIdentities{.max_items = 2}).value();
    CHECK(page.identities == std::vector<std::string>{"a@example.net", "example.net"});
    CHECK(aws.send(ListIdentities{.next_token = page.next_token}).value().identities ==
          std::vector<std::string>{kSender});
    CHECK(code(aws.send(ListIdentities{.next_token = "?"})) == errors::kInvalidParameterValue);
    aws.send(VerifyEmailAddress{.email_address = "b@example.net"}).value();
    CHECK(aws.send(ListVerifiedEmailAddresses{}).value().verified_email_addresses.size() == 3);
    aws.send(DeleteIdentity{.identity = "b@example.net"}).value();
    aws.send(DeleteIdentity{.identity = "example.net"}).value();
    aws.send(DeleteVerifiedEmailAddress{.email_address = "a@example.net"}).value();
    CHECK(aws.send(ListIdentities{}).value().identities.size() == 1);
  }

  TEST_CASE_FIXTURE(SenderFixture, "DKIM has three tokens, and is switched on and off") {
    const auto tokens = aws.send(VerifyDomainDkim{.domain = "example.net"}).value().dkim_tokens;
    CHECK(tokens.size() == 3);
    aws.send(SetIdentityDkimEnabled{.identity = "example.net", .dkim_enabled = false}).value();
    const auto dkim = aws.send(GetIdentityDkimAttributes{.identities = {"example.net"}})
                          .value()
                          .dkim_attributes.at("example.net");
    CHECK(dkim.dkim_tokens == tokens);
    CHECK(dkim.dkim_enabled == false);
    CHECK(dkim.dkim_verification_status == "Success");
    CHECK(message(aws.send(SetIdentityDkimEnabled{.identity = "none.example"})) ==
          "Identity <none.example> does not exist.");
  }

  TEST_CASE_FIXTURE(SenderFixture, "a MAIL FROM domain is below the identity's") {
    aws.send(SetIdentityMailFromDomain{.identity = kSender,
                                       .mail_from_domain = "mail.example.com",
                                       .behavior_on_mx_failure = "RejectMessage"})
        .value();
    const auto attributes = [&] {
      return aws.send(GetIdentityMailFromDomainAttributes{.identities = {kSender}})
          .value()
          .mail_from_domain_attributes.at(kSender);
    };
    CHECK(attributes().mail_from_domain == "mail.example.com");
    CHECK(attributes().mail_from_domain_status == "Success");
    CHECK(attributes().behavior_on_mx_failure == "RejectMessage");
    CHECK(code(aws.send(SetIdentityMailFromDomain{.identity = kSender,
                                                  .mail_from_domain = "mail.example.net"})) ==
          errors::kInvalidParameterValue);
    aws.send(SetIdentityMailFromDomain{.identity = kSender}).value();
    CHECK(attributes().mail_from_domain.empty());
  }

  TEST_CASE_FIXTURE(SenderFixture, "policies are kept") {
    const std::string policy =
        R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",)"
        R"("Action":"ses:SendEmail","Resource":"*"}]})";
    const PutIdentityPolicy put{.identity = kSender, .policy_name = "a", .policy = policy};
    aws.send(put).value();
    CHECK(aws.send(ListIdentityPolicies{.identity = kSender}).value().policy_names ==
          std::vector<std::string>{"a"});
    CHECK(aws.send(GetIdentityPolicies{.identity = kSender, .policy_names = {"a", "b"}})
              .value()
              .policies == std::map<std::string, std::string>{{"a", policy}});
    PutIdentityPolicy wrong = put;
    wrong.policy = "no JSON";
    CHECK(code(aws.send(wrong)) == errors::kInvalidPolicy);
    aws.send(DeleteIdentityPolicy{.identity = kSender, .policy_name = "a"}).value();
    CHECK(aws.send(ListIdentityPolicies{.identity = kSender}).value().policy_names.empty());
  }
}

}  // namespace emu::ses
