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
}

}  // namespace emu::ses
