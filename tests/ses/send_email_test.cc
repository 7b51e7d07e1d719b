// Sources: Amazon SES API Reference, "SendEmail", "SendRawEmail"; Amazon SES Developer Guide,
// "Amazon SES email sending errors".
#include <doctest/doctest.h>

#include <string>

#include "ses/support.h"

namespace emu::ses {

TEST_SUITE("ses: sending") {
  TEST_CASE_FIXTURE(SenderFixture, "mail comes to the outbox") {
    SendEmail request = mail();
    request.message.body.html = Content{.data = "<p>Grüße</p>"};
    request.destination.cc_addresses = {"bob@example.org"};
    request.destination.bcc_addresses = {"eve@example.org"};
    request.reply_to_addresses = {"desk@example.com"};
    const std::string id = aws.send(request).value().message_id;
    const SentMessage sent = newest();
    CHECK(sent.service == "ses");
    CHECK(sent.protocol == "email");
    CHECK(sent.message_id == id);
    CHECK(sent.from == kSender);
    CHECK(sent.to == kReader);
    CHECK(sent.cc == std::vector<std::string>{"bob@example.org"});
    CHECK(sent.bcc == std::vector<std::string>{"eve@example.org"});
    CHECK(sent.reply_to == std::vector<std::string>{"desk@example.com"});
    CHECK(sent.subject == "Seat 12A");
    CHECK(sent.body == "hello");
    CHECK(contains(sent.html, "<p>Grüße</p>"));
    CHECK(contains(sent.raw.view(), "Message-ID: <" + id + "@email.amazonses.com>\r\n"));
    CHECK_FALSE(contains(sent.raw.view(), "eve@example.org"));
    CHECK(outbox().at(0).raw.empty());
  }

  TEST_CASE_FIXTURE(SenderFixture, "senders have to be verified") {
    SendEmail request = mail();
    request.source = "Bus GmbH <stranger@example.com>";
    request.return_path = "bounces@example.net";
    const auto refused = aws.send(request);
    CHECK(code(refused) == errors::kMessageRejected);
    CHECK(message(refused) ==
          "Email address is not verified. The following identities failed the check in region "
          "US-EAST-1: Bus GmbH <stranger@example.com>, bounces@example.net");
    CHECK(outbox().empty());
    aws.send(VerifyDomainIdentity{.domain = "example.net"}).value();
    aws.send(VerifyEmailIdentity{.email_address = "stranger@example.com"}).value();
    aws.send(request).value();
    CHECK(outbox().size() == 1);
  }

  TEST_CASE_FIXTURE(SenderFixture, "a domain covers what is below it, an address its labels") {
    aws.send(VerifyDomainIdentity{.domain = "bus.example"}).value();
    for (const char* source : {"a@bus.example", "a@x.bus.example", "ops+1@example.com"}) {
      SendEmail request = mail();
      request.source = source;
      CHECK(aws.send(request).ok());
    }
    SendEmail request = mail();
    request.source = "a@otherbus.example";
    CHECK(code(aws.send(request)) == errors::kMessageRejected);
  }

  TEST_CASE_FIXTURE(SenderFixture, "addresses that are none are refused") {
    const struct {
      const char* address;
      const char* why;
    } cases[] = {
        {"ann", "Missing final '@domain'"},
        {"@example.org", "Missing local name"},
        {".ann@example.org", "Local address starts with dot"},
        {"ann.@example.org", "Local address ends with dot"},
        {"an..n@example.org", "Local address contains dot-dot"},
        {"an n@example.org", "Local address contains control or whitespace"},
        {"ann@.example.org", "Domain starts with dot"},
        {"ann@example.org.", "Domain ends with dot"},
        {"ann@exam ple.org", "Domain contains control or whitespace"},
        {"ann@exam_ple.org", "Domain contains illegal character"},
        {"Ann <ann@example.org", "Missing '>'"},
    };
    for (const auto& one : cases) {
      CAPTURE(one.address);
      SendEmail request = mail();
      request.destination.to_addresses = {one.address};
      const auto refused = aws.send(request);
      CHECK(code(refused) == errors::kInvalidParameterValue);
      CHECK(message(refused) == one.why);
    }
    CHECK(outbox().empty());
  }

  TEST_CASE_FIXTURE(SenderFixture, "50 recipients are the most, and one is needed") {
    SendEmail request = mail();
    request.destination.to_addresses.assign(25, kReader);
    request.destination.bcc_addresses.assign(25, kReader);
    CHECK(aws.send(request).ok());
    request.destination.cc_addresses = {kReader};
    CHECK(message(aws.send(request)) == "Recipient count exceeds 50.");
    request.destination = {};
    CHECK(code(aws.send(request)) == errors::kInvalidParameterValue);
  }

  TEST_CASE_FIXTURE(SenderFixture, "a message has at most 10 MB") {
    SendEmail request = mail();
    request.message.body.text = Content{.data = std::string(std::size_t{10} << 20, 'x')};
    CHECK(message(aws.send(request)) ==
          "Message length is more than 10485760 bytes long: '10485798'.");
  }

  // Source: Amazon SES Developer Guide, "Service quotas in Amazon SES".
  TEST_CASE_FIXTURE(SenderFixture, "an address has at most 320 characters, names count as mail") {
    const std::string domain = "@example.org";
    SendEmail request = mail();
    request.destination.bcc_addresses = {std::string(320 - domain.size(), 'a') + domain};
    CHECK(aws.send(request).ok());
    request.destination.bcc_addresses = {std::string(321 - domain.size(), 'a') + domain};
    CHECK(message(aws.send(request)) == "Address length is more than 320 characters long: '321'.");
    request.destination.bcc_addresses = {std::string(std::size_t{10} << 20, 'a') + " <a@b.c>"};
    CHECK(message(aws.send(request)).starts_with("Message length is more than 10485760 bytes"));
  }

  TEST_CASE_FIXTURE(SenderFixture, "headers of raw mail are read in linear time") {
    std::string words;
    for (int i = 0; i < 100'000; ++i) words += "=?x?b? ";
    const std::string raw = "From: ops@example.com\r\nTo: ann@example.org\r\n";
    aws.send(SendRawEmail{.raw_message = {.data = Blob(raw + "Subject: " + words + "\r\n\r\nx")}})
        .value();
    CHECK(newest().subject.size() == words.size() - 1);
    const Blob tagged(raw + "X-SES-MESSAGE-TAGS: " + words + "\r\n\r\nx");
    CHECK(code(aws.send(SendRawEmail{.raw_message = {.data = tagged}})) ==
          errors::kInvalidParameterValue);
  }

  TEST_CASE_FIXTURE(SenderFixture, "tags have letters, digits and four signs") {
    SendEmail request = mail();
    request.tags = {{.name = "campaign", .value = "spring-2026_a.b@c"}};
    CHECK(aws.send(request).ok());
    request.tags = {{.name = "camp aign", .value = "x"}};
    CHECK(code(aws.send(request)) == errors::kInvalidParameterValue);
    request.tags.assign(51, {.name = "a", .value = "x"});
    CHECK(message(aws.send(request)) == "Tag count exceeds 50.");
  }

  TEST_CASE_FIXTURE(SenderFixture, "headers cannot be brought in by a subject") {
    aws.send(mail("hi\r\nBcc: eve@example.org")).value();
    CHECK(newest().subject == "hi  Bcc: eve@example.org");
    aws.send(mail("Grüße aus Köln, mit einem Betreff, der länger als eine Zeile ist")).value();
    CHECK(newest().subject == "Grüße aus Köln, mit einem Betreff, der länger als eine Zeile ist");
  }

  TEST_CASE_FIXTURE(SenderFixture, "raw mail goes to whom its headers or the request name") {
    const std::string raw =
        "From: Bus <ops@example.com>\r\nTo: ann@example.org\r\nBcc: eve@example.org\r\n"
        "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n"
        "--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhello\r\n"
        "--x\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Disposition: attachment; filename=\"ticket.pdf\"\r\n\r\nJVBERi0x\r\n--x--\r\n";
    aws.send(SendRawEmail{.raw_message = {.data = Blob(raw)}}).value();
    const SentMessage sent = newest();
    CHECK(sent.from == "Bus <ops@example.com>");
    CHECK(sent.to == kReader);
    CHECK(sent.bcc == std::vector<std::string>{"eve@example.org"});
    CHECK(sent.subject == "Grüße");
    CHECK(sent.body == "hello");
    REQUIRE(sent.attachments.size() == 1);
    CHECK(sent.attachments[0].name == "ticket.pdf");
    CHECK(sent.attachments[0].content_type == "application/pdf");
    CHECK(sent.attachments[0].size == 6);
    CHECK(sent.attachments[0].content.view() == "%PDF-1");
    CHECK_FALSE(contains(sent.raw.view(), "eve@example.org"));

    aws.send(SendRawEmail{.source = kSender,
                          .destinations = {"bob@example.org"},
                          .raw_message = {.data = Blob(raw)}})
        .value();
    CHECK(newest().to == "bob@example.org");
    CHECK(message(aws.send(SendRawEmail{.raw_message = {.data = Blob("To: a@b.c\r\n\r\nx")}})) ==
          "Missing required header 'From'.");
  }

  TEST_CASE_FIXTURE(SenderFixture, "an account whose sending is switched off sends nothing") {
    aws.send(UpdateAccountSendingEnabled{.enabled = false}).value();
    CHECK(code(aws.send(mail())) == errors::kAccountSendingPausedException);
    CHECK(aws.send(GetAccountSendingEnabled{}).value().enabled == false);
    aws.send(UpdateAccountSendingEnabled{.enabled = true}).value();
    CHECK(aws.send(mail()).ok());
  }

  TEST_CASE_FIXTURE(SenderFixture, "a configuration set that is not there is named") {
    SendEmail request = mail();
    request.configuration_set_name = "none";
    const auto refused = aws.send(request);
    CHECK(code(refused) == errors::kConfigurationSetDoesNotExist);
    CHECK(message(refused) == "Configuration set <none> does not exist.");
  }
}

}  // namespace emu::ses
