// Sources: Amazon SES API v2 Reference, "SendEmail", "SendBulkEmail", "CreateEmailIdentity".
#include <doctest/doctest.h>

#include <string>

#include "ses/support.h"

namespace emu::sesv2 {

namespace {

struct Fixture : ses::SenderFixture {
  static SendEmail mail() {
    SendEmail request{.from_email_address = ses::kSender,
                      .destination = Destination{.to_addresses = {ses::kReader}},
                      .content = {}};
    request.content.simple =
        Message{.subject = {.data = "Seat 12A"}, .body = {.text = Content{.data = "hello"}}};
    return request;
  }
};

}  // namespace

TEST_SUITE("sesv2: mail") {
  TEST_CASE_FIXTURE(Fixture, "simple mail has headers and attachments") {
    SendEmail request = mail();
    request.content.simple->headers = {{.name = "List-Unsubscribe", .value = "<https://x>"}};
    request.content.simple->attachments = {
        {.raw_content = Blob("%PDF"), .file_name = "ticket.pdf", .content_type = "application/pdf"},
        {.raw_content = Blob("PNG"),
         .content_disposition = "INLINE",
         .file_name = "logo.png",
         .content_id = "logo"}};
    const std::string id = aws.send(request).value().message_id;
    const SentMessage sent = newest();
    CHECK(sent.message_id == id);
    CHECK(ses::contains(sent.raw.view(), "List-Unsubscribe: <https://x>\r\n"));
    REQUIRE(sent.attachments.size() == 2);
    CHECK(sent.attachments[0].name == "ticket.pdf");
    CHECK(sent.attachments[0].content.view() == "%PDF");
    CHECK(sent.attachments[1].content_id == "logo");
    CHECK(sent.body == "hello");
    // Amazon SES Developer Guide, "Amazon SES header fields".
    for (const char* name : {"A B", "Subject", "BCC", "content-type"}) {
      CAPTURE(name);
      request.content.simple->headers = {{.name = name, .value = "x"}};
      CHECK(code(aws.send(request)) == errors::kBadRequestException);
    }
    request.content.simple->headers = {{.name = "X-A", .value = "1"},
                                       {.name = "x-a", .value = "2"}};
    aws.send(request).value();
    CHECK(ses::contains(newest().raw.view(), "X-A: 2\r\n"));
    CHECK_FALSE(ses::contains(newest().raw.view(), "x-a: 2\r\n"));
  }

  TEST_CASE_FIXTURE(Fixture, "content is of one kind") {
    SendEmail request = mail();
    request.content.raw = RawMessage{.data = Blob("From: ops@example.com\r\n\r\nx")};
    CHECK(code(aws.send(request)) == errors::kBadRequestException);
    request.content = {};
    CHECK(code(aws.send(request)) == errors::kBadRequestException);
  }

  TEST_CASE_FIXTURE(Fixture, "a template is named or brought along") {
    aws.send(CreateEmailTemplate{.template_name = "ticket",
                                 .template_content = {.subject = "Hi", .text = "{{name}}"}})
        .value();
    SendEmail request = mail();
    request.content = {};
    request.content.template_value =
        Template{.template_name = "ticket", .template_data = R"({"name":"Ann"})"};
    aws.send(request).value();
    CHECK(newest().body == "Ann");
    request.content.template_value =
        Template{.template_content = EmailTemplateContent{.subject = "{{s}}", .html = "<b>"},
                 .template_data = R"({"s":"Own"})"};
    aws.send(request).value();
    CHECK(newest().subject == "Own");
    request.content.template_value = Template{.template_name = "none"};
    CHECK(code(aws.send(request)) == errors::kNotFoundException);
    request.content = {};
    CHECK(code(aws.send(request)) == errors::kBadRequestException);
  }

  TEST_CASE_FIXTURE(Fixture, "refusals have the codes of this API") {
    SendEmail request = mail();
    request.from_email_address = "stranger@example.com";
    CHECK(code(aws.send(request)) == errors::kMessageRejected);
    request = mail();
    request.destination->to_addresses = {"ann"};
    CHECK(code(aws.send(request)) == errors::kBadRequestException);
    request = mail();
    request.configuration_set_name = "none";
    const auto refused = aws.send(request);
    CHECK(code(refused) == errors::kNotFoundException);
    CHECK(refused.error().status == 404);
    aws.send(PutAccountSendingAttributes{.sending_enabled = false}).value();
    CHECK(code(aws.send(mail())) == errors::kSendingPausedException);
    CHECK(aws.send(GetAccount{}).value().sending_enabled == false);
    CHECK(outbox().empty());
  }

  TEST_CASE_FIXTURE(Fixture, "each entry of a bulk succeeds or fails by itself") {
    SendBulkEmail request{
        .from_email_address = ses::kSender, .default_content = {}, .bulk_email_entries = {}};
    request.default_content.template_value =
        Template{.template_content = EmailTemplateContent{.subject = "Hi", .text = "{{name}}"},
                 .template_data = R"({"name":"you"})"};
    BulkEmailEntry own{.destination = {.to_addresses = {ses::kReader}}};
    own.replacement_email_content =
        ReplacementEmailContent{.replacement_template = ReplacementTemplate{
                                    .replacement_template_data = R"({"name":"Ann"})"}};
    request.bulk_email_entries = {own, {.destination = {.to_addresses = {"nobody"}}}};
    const auto results = aws.send(request).value().bulk_email_entry_results;
    REQUIRE(results.size() == 2);
    CHECK(results[0].status == "SUCCESS");
    CHECK(results[1].status == "INVALID_PARAMETER");
    REQUIRE(outbox().size() == 1);
    CHECK(outbox()[0].body == "Ann");
    request.from_email_address = "stranger@example.com";
    CHECK(aws.send(request).value().bulk_email_entry_results[0].status == "MESSAGE_REJECTED");
  }

  TEST_CASE_FIXTURE(Fixture, "what is made by one API is there for the other") {
    const auto made = aws.send(CreateEmailIdentity{.email_identity = "example.net",
                                                   .tags = {{.key = "team", .value = "bus"}}})
                          .value();
    CHECK(made.identity_type == "DOMAIN");
    CHECK(made.verified_for_sending_status == true);
    CHECK(made.dkim_attributes->status == "SUCCESS");
    CHECK(aws.send(ses::ListIdentities{}).value().identities.size() == 2);
    const auto read = aws.send(GetEmailIdentity{.email_identity = "example.net"}).value();
    CHECK(read.tags.at(0).value == "bus");
    CHECK(read.dkim_attributes->tokens.size() == 3);
    CHECK(code(aws.send(CreateEmailIdentity{.email_identity = ses::kSender})) ==
          errors::kAlreadyExistsException);
    const auto listed = aws.send(ListEmailIdentities{.page_size = 1}).value();
    CHECK(listed.email_identities.at(0).identity_name == "example.net");
    CHECK(aws.send(ListEmailIdentities{.next_token = listed.next_token})
              .value()
              .email_identities.at(0)
              .identity_type == "EMAIL_ADDRESS");
    aws.send(DeleteEmailIdentity{.email_identity = "example.net"}).value();
    CHECK(message(aws.send(DeleteEmailIdentity{.email_identity = "example.net"})) ==
          "Email identity example.net does not exist.");
  }

  TEST_CASE_FIXTURE(Fixture, "an identity's settings") {
    const std::string name = ses::kSender;
    const auto read = [&] { return aws.send(GetEmailIdentity{.email_identity = name}).value(); };
    aws.send(PutEmailIdentityDkimAttributes{.email_identity = name, .signing_enabled = true})
        .value();
    CHECK(read().dkim_attributes->signing_enabled == true);
    aws.send(PutEmailIdentityFeedbackAttributes{.email_identity = name}).value();
    CHECK(read().feedback_forwarding_status == false);
    aws.send(PutEmailIdentityMailFromAttributes{.email_identity = name,
                                                .mail_from_domain = "m.example.com",
                                                .behavior_on_mx_failure = "REJECT_MESSAGE"})
        .value();
    CHECK(read().mail_from_attributes->mail_from_domain == "m.example.com");
    CHECK(read().mail_from_attributes->behavior_on_mx_failure == "REJECT_MESSAGE");
    CHECK(code(aws.send(PutEmailIdentityConfigurationSetAttributes{
              .email_identity = name, .configuration_set_name = "none"})) ==
          errors::kNotFoundException);
    aws.send(CreateEmailIdentity{.email_identity = "example.net"}).value();
    const auto signing =
        aws
            .send(PutEmailIdentityDkimSigningAttributes{
                .email_identity = "example.net",
                .signing_attributes_origin = "EXTERNAL",
                .signing_attributes = DkimSigningAttributes{.domain_signing_selector = "own",
                                                            .domain_signing_private_key = "a2V5"}})
            .value();
    CHECK(signing.dkim_tokens == std::vector<std::string>{"own"});
    const CreateEmailIdentityPolicy policy{
        .email_identity = name,
        .policy_name = "a",
        .policy = R"({"Statement":[{"Effect":"Allow","Principal":"*","Action":"ses:SendEmail",)"
                  R"("Resource":"*"}]})"};
    aws.send(policy).value();
    CHECK(code(aws.send(policy)) == errors::kAlreadyExistsException);
    CHECK(aws.send(GetEmailIdentityPolicies{.email_identity = name}).value().policies.size() == 1);
    aws.send(DeleteEmailIdentityPolicy{.email_identity = name, .policy_name = "a"}).value();
    CHECK(code(aws.send(UpdateEmailIdentityPolicy{
              .email_identity = name, .policy_name = "a", .policy = policy.policy})) ==
          errors::kNotFoundException);
  }

  TEST_CASE_FIXTURE(Fixture, "templates are kept for both APIs") {
    const CreateEmailTemplate made{.template_name = "ticket",
                                   .template_content = {.subject = "Hi", .text = "{{a}}"},
                                   .tags = {{.key = "team", .value = "bus"}}};
    aws.send(made).value();
    CHECK(code(aws.send(made)) == errors::kAlreadyExistsException);
    CHECK(aws.send(ses::GetTemplate{.template_name = "ticket"}).ok());
    aws.send(UpdateEmailTemplate{.template_name = "ticket",
                                 .template_content = {.subject = "New", .text = "{{a}}"}})
        .value();
    const auto read = aws.send(GetEmailTemplate{.template_name = "ticket"}).value();
    CHECK(read.template_content->subject == "New");
    CHECK(read.tags.at(0).value == "bus");
    CHECK(ses::contains(aws.send(TestRenderEmailTemplate{.template_name = "ticket",
                                                         .template_data = R"({"a":"seat 12A"})"})
                            .value()
                            .rendered_template,
                        "seat 12A"));
    CHECK(message(aws.send(
              TestRenderEmailTemplate{.template_name = "ticket", .template_data = "{}"})) ==
          "Attribute 'a' is not present in the rendering data.");
    CHECK(aws.send(ListEmailTemplates{}).value().templates_metadata.size() == 1);
    aws.send(DeleteEmailTemplate{.template_name = "ticket"}).value();
    CHECK(code(aws.send(DeleteEmailTemplate{.template_name = "ticket"})) ==
          errors::kNotFoundException);
  }

  TEST_CASE_FIXTURE(Fixture, "what the account says of itself is read again") {
    aws.send(PutAccountDetails{.mail_type = "MARKETING", .website_url = "https://x.example"})
        .value();
    aws.send(PutAccountSuppressionAttributes{.suppressed_reasons = {"BOUNCE"}}).value();
    aws.send(PutAccountDedicatedIpWarmupAttributes{.auto_warmup_enabled = true}).value();
    aws.send(PutAccountVdmAttributes{.vdm_attributes = {.vdm_enabled = "ENABLED"}}).value();
    const auto account = aws.send(GetAccount{}).value();
    CHECK(account.details->mail_type == "MARKETING");
    CHECK(account.details->contact_language == "EN");
    CHECK(account.suppression_attributes->suppressed_reasons == std::vector<std::string>{"BOUNCE"});
    CHECK(account.dedicated_ip_auto_warmup_enabled == true);
    CHECK(account.vdm_attributes->vdm_enabled == "ENABLED");
    CHECK(account.send_quota->max24_hour_send == 50'000);
    CHECK(account.production_access_enabled == true);
  }
}

}  // namespace emu::sesv2
