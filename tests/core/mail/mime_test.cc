// Sources: RFC 2046, 5.1.1 "Common Syntax"; RFC 2047, 2 "Syntax of encoded-words".
#include "core/mail/mime.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "core/mail/mail_address.h"
#include "core/mail/mime_words.h"
#include "core/text/utf8.h"

using namespace emu;

namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  while (count-- != 0) all += text;
  return all;
}

}  // namespace

TEST_SUITE("mail") {
  TEST_CASE("encoded words are decoded") {
    CHECK(decode_mime_words("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=") == "Grüße");
    CHECK(decode_mime_words("a =?UTF-8?B?R3LDvMOfZQ==?=\r\n =?latin1?q?_=FC?= b") == "a Grüße ü b");
    CHECK(decode_mime_words("=?utf-8?b?\?=x") == "x");
    CHECK(decode_mime_words("=?koi8-r?q?a?= =?x?b?") == "=?koi8-r?q?a?= =?x?b?");
    // A character that is cut in two.
    CHECK(decode_mime_words("=?utf-8?q?=C3?= =?utf-8?q?=BC?=") == "ü");
  }

  TEST_CASE("what encodes nothing takes no longer than its length") {
    for (const char* piece : {"=?x?b?", "=?x?b? ", "=?", "=?x", "=?x?q?a?"}) {
      CAPTURE(piece);
      const std::string text = repeated(piece, 500'000);
      const auto begin = std::chrono::steady_clock::now();
      CHECK(decode_mime_words(text).size() == text.size());
      CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    }
    CHECK(split_mail_addresses(repeated("a@b.c,", 100'000) + std::string(100'000, ' ')).size() ==
          100'000);
  }

  TEST_CASE("all that is read is valid UTF-8") {
    const ParsedMail mail = parse_mail(
        "Subject: \xff\xfe!\r\nX-Word: =?utf-8?q?a=FFb?=\r\n"
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n\xc1\xc2\r\n"
        "--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<b>\xc3\r\n"
        "--x\r\nContent-Disposition: attachment; "
        "filename*=utf-8''%FF.bin\r\n\r\n\xff\r\n--x--\r\n");
    CHECK(mail.header("Subject") == "\ufffd\ufffd!");
    CHECK(mail.header("X-Word") == "a\ufffdb");
    CHECK(mail.text == "\ufffd\ufffd");
    CHECK(mail.html == "<b>\ufffd");
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].name == "\ufffd.bin");
    CHECK(mail.attachments[0].content == "\xff");
  }

  TEST_CASE("a boundary may begin with another one") {
    const ParsedMail mail = parse_mail(
        "Content-Type: multipart/mixed; boundary=\"Part_1\"\r\n\r\n"
        "--Part_1  \r\nContent-Type: multipart/alternative; boundary=\"Part_10\"\r\n\r\n"
        "--Part_10\r\n\r\nplain\r\n--Part_10\r\nContent-Type: "
        "text/html\r\n\r\n<b>\r\n--Part_10--\r\n"
        "--Part_1\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nattached\r\n"
        "--Part_1-- \r\nepilogue\r\n");
    CHECK(mail.text == "plain");
    CHECK(mail.html == "<b>");
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].name == "a.txt");
    CHECK(mail.attachments[0].content == "attached");
  }

  TEST_CASE("an attachment has its size, also where its content is left out") {
    const auto sizes = [](const std::string& encoding, const std::string& body) {
      const std::string raw =
          "Content-Disposition: attachment; filename=a\r\nContent-Transfer-Encoding: " + encoding +
          "\r\n\r\n" + body;
      const ParsedMail read = parse_mail(raw);
      const ParsedMail left_out = parse_mail(raw, AttachmentContents::kLeftOut);
      CHECK(read.attachments.at(0).size == read.attachments.at(0).content.size());
      CHECK(left_out.attachments.at(0).content.empty());
      CHECK(left_out.attachments.at(0).size == read.attachments.at(0).size);
      return left_out.attachments.at(0).size;
    };
    CHECK(sizes("base64", "aGVsbG8=") == 5);
    CHECK(sizes("base64", "aGVs\r\nbG8h") == 6);
    CHECK(sizes("Base64", "aA==aGVs") == 1);
    CHECK(sizes("base64", "aGVsb") == 3);
    CHECK(sizes("base64", "=aaa") == 0);
    CHECK(sizes("quoted-printable", "a=20b") == 3);
    CHECK(sizes("7bit", "plain") == 5);
  }
}
