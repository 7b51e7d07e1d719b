// Source: Amazon SES Developer Guide, "Controlling access to Amazon SES".
#include <doctest/doctest.h>
#include <emu/iam.h>

#include <string>

#include "ses/support.h"

namespace emu::ses {

namespace {

struct UserFixture : SenderFixture {
  UserFixture() {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    ann = cloud.aws({.access_key_id = key.access_key_id});
  }
  void allow(const std::string& action, const std::string& condition = "{}",
             const std::string& resource = "*") {
    aws
        .send(iam::PutUserPolicy{
            .user_name = "ann",
            .policy_name = "own",
            .policy_document =
                R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":")" + action +
                R"(","Resource":")" + resource + R"(","Condition":)" + condition + "}]}"})
        .value();
  }
  Aws ann = aws;
};

}  // namespace

TEST_SUITE("ses: access") {
  TEST_CASE_FIXTURE(UserFixture, "who may not send is told so") {
    const auto refused = ann.send(mail());
    CHECK(code(refused) == errors::kAccessDenied);
    CHECK(message(refused) ==
          "User `arn:aws:iam::000000000000:user/ann' is not authorized to perform "
          "`ses:SendEmail' on resource "
          "`arn:aws:ses:us-east-1:000000000000:identity/ops@example.com'");
    allow("ses:SendEmail");
    CHECK(ann.send(mail()).ok());
  }

  TEST_CASE_FIXTURE(UserFixture, "the identity that covers a sender is the resource") {
    aws.send(VerifyDomainIdentity{.domain = "example.net"}).value();
    allow("ses:SendEmail", "{}", "arn:aws:ses:us-east-1:000000000000:identity/example.net");
    CHECK_FALSE(ann.send(mail()).ok());
    SendEmail request = mail();
    request.source = "a@example.net";
    CHECK(ann.send(request).ok());
  }

  TEST_CASE_FIXTURE(UserFixture, "a policy looks at senders and recipients") {
    SendEmail request = mail();
    request.source = "Bus GmbH <ops@example.com>";
    request.return_path = kSender;
    for (const char* condition :
         {R"({"StringEquals":{"ses:FromAddress":"ops@example.com"}})",
          R"({"StringEquals":{"ses:FromDisplayName":"Bus GmbH"}})",
          R"({"StringEquals":{"ses:FeedbackAddress":"ops@example.com"}})",
          R"({"ForAllValues:StringLike":{"ses:Recipients":["*@example.org"]}})",
          R"({"StringEquals":{"ses:ApiVersion":"1"}})"}) {
      CAPTURE(condition);
      allow("ses:SendEmail", condition);
      CHECK(ann.send(request).ok());
    }
    for (const char* condition :
         {R"({"StringEquals":{"ses:FromAddress":"x@example.com"}})",
          R"({"StringEquals":{"ses:FromDisplayName":"Bus"}})",
          R"({"StringEquals":{"ses:FeedbackAddress":"x@example.com"}})",
          R"({"ForAllValues:StringLike":{"ses:Recipients":["*@example.com"]}})",
          R"({"StringEquals":{"ses:ApiVersion":"2"}})"}) {
      CAPTURE(condition);
      allow("ses:SendEmail", condition);
      CHECK(code(ann.send(request)) == errors::kAccessDenied);
    }
  }

  TEST_CASE_FIXTURE(UserFixture, "a template needs its permission, by name or by ARN") {
    const std::string template_arn = "arn:aws:ses:us-east-1:000000000000:template/ticket";
    aws.send(CreateTemplate{{.template_name = "ticket", .subject_part = "Hi"}}).value();
    allow("ses:SendEmail", "{}", "arn:aws:ses:us-east-1:000000000000:identity/*");
    sesv2::SendEmail request{.from_email_address = kSender,
                             .destination = sesv2::Destination{.to_addresses = {kReader}},
                             .content = {}};
    request.content.template_value = sesv2::Template{.template_name = "ticket"};
    CHECK_FALSE(ann.send(request).ok());
    request.content.template_value = sesv2::Template{.template_arn = template_arn};
    CHECK_FALSE(ann.send(request).ok());
    CHECK(aws.send(request).ok());
  }

  TEST_CASE_FIXTURE(UserFixture, "raw mail is judged by its headers") {
    const Blob raw("From: ops@example.com\r\nTo: ann@example.org\r\n\r\nhello");
    allow("ses:SendRawEmail", R"({"StringEquals":{"ses:FromAddress":"ops@example.com"},)"
                              R"("ForAllValues:StringLike":{"ses:Recipients":["*@example.org"]}})");
    CHECK(ann.send(SendRawEmail{.raw_message = {.data = raw}}).ok());
    CHECK(code(ann.send(SendRawEmail{.destinations = {"eve@example.net"},
                                     .raw_message = {.data = raw}})) == errors::kAccessDenied);
    sesv2::SendEmail second;
    second.content.raw = sesv2::RawMessage{.data = raw};
    CHECK(ann.send(second).ok());
  }

  // Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
  // SES".
  TEST_CASE_FIXTURE(UserFixture, "a configuration set that a header names needs its permission") {
    aws.send(CreateConfigurationSet{.configuration_set = {.name = "news"}}).value();
    const Blob raw(
        "From: ops@example.com\r\nTo: ann@example.org\r\n"
        "X-SES-CONFIGURATION-SET: news\r\n\r\nhello");
    allow("ses:SendRawEmail", "{}", "arn:aws:ses:us-east-1:000000000000:identity/*");
    const auto refused = ann.send(SendRawEmail{.raw_message = {.data = raw}});
    CHECK(code(refused) == errors::kAccessDenied);
    sesv2::SendEmail second;
    second.content.raw = sesv2::RawMessage{.data = raw};
    CHECK_FALSE(ann.send(second).ok());
    allow("ses:SendRawEmail");
    CHECK(ann.send(SendRawEmail{.raw_message = {.data = raw}}).ok());
    CHECK(ann.send(second).ok());
  }

  // Sources: Amazon SES Developer Guide, "Using sending authorization with Amazon SES", "Delegate
  // sender tasks for Amazon SES sending authorization".
  TEST_CASE_FIXTURE(SenderFixture, "another account sends by an identity whose policy lets it") {
    const std::string arn = "arn:aws:ses:us-east-1:000000000000:identity/ops@example.com";
    Aws other = cloud.aws({.account = "111122223333"});
    SendEmail request = mail();
    CHECK(code(other.send(request)) == errors::kMessageRejected);
    request.source_arn = arn;
    CHECK(code(other.send(request)) == errors::kAccessDenied);

    const auto let = [&](const std::string& action, const std::string& condition = "{}") {
      const std::string policy =
          R"({"Version":"2012-10-17","Statement":[{"Sid":"let","Effect":"Allow",)"
          R"("Principal":{"AWS":"111122223333"},"Action":")" +
          action + R"(","Resource":")" + arn + R"(","Condition":)" + condition + "}]}";
      aws
          .send(PutIdentityPolicy{
              .identity = "ops@example.com", .policy_name = action.substr(4), .policy = policy})
          .value();
    };
    let("ses:SendEmail");
    CHECK(other.send(request).ok());
    const Blob raw("From: ops@example.com\r\nTo: ann@example.org\r\nX-SES-SOURCE-ARN: " + arn +
                   "\r\n\r\nhello");
    CHECK(code(other.send(SendRawEmail{.raw_message = {.data = raw}})) == errors::kAccessDenied);
    let("ses:SendRawEmail", R"({"StringEquals":{"ses:FromAddress":"ops@example.com"}})");
    CHECK(other.send(SendRawEmail{.raw_message = {.data = raw}}).ok());
    CHECK(other.send(SendRawEmail{.raw_message = {.data = raw}, .from_arn = arn}).ok());
    sesv2::SendEmail second{.from_email_address = "ops@example.com",
                            .from_email_address_identity_arn = arn,
                            .destination = sesv2::Destination{.to_addresses = {"ann@example.org"}},
                            .content = {}};
    second.content.raw = sesv2::RawMessage{.data = raw};
    CHECK(other.send(second).ok());

    SUBCASE("not when the policy is gone") {
      aws.send(DeleteIdentityPolicy{.identity = "ops@example.com", .policy_name = "SendEmail"})
          .value();
      CHECK(code(other.send(request)) == errors::kAccessDenied);
      CHECK(other.send(SendRawEmail{.raw_message = {.data = raw}}).ok());
    }
    SUBCASE("not from an address that the identity does not cover") {
      request.source = "eve@example.com";
      CHECK(code(other.send(request)) == errors::kMessageRejected);
    }
    SUBCASE("not by an identity of another region, or by what is none") {
      request.source_arn = "arn:aws:ses:eu-west-1:000000000000:identity/ops@example.com";
      CHECK_FALSE(other.send(request).ok());
      request.source_arn = "ops@example.com";
      CHECK(code(other.send(request)) == errors::kInvalidParameterValue);
    }
    SUBCASE("not for feedback that the policy of its own identity does not let in") {
      aws.send(VerifyEmailIdentity{.email_address = "back@example.com"}).value();
      request.return_path = "back@example.com";
      request.return_path_arn = "arn:aws:ses:us-east-1:000000000000:identity/back@example.com";
      CHECK(code(other.send(request)) == errors::kAccessDenied);
    }
  }

  TEST_CASE_FIXTURE(SenderFixture, "a policy that cannot be judged is refused") {
    for (const char* policy :
         {R"({"Statement":[]})", R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]})",
          R"({"Version":"2012-10-17","Statement":[{"Effect":"Maybe","Principal":"*",
              "Action":"ses:SendEmail","Resource":"*"}]})"}) {
      CAPTURE(policy);
      CHECK(code(aws.send(PutIdentityPolicy{
                .identity = "ops@example.com", .policy_name = "p", .policy = policy})) ==
            errors::kInvalidPolicy);
    }
  }
}

}  // namespace emu::ses
