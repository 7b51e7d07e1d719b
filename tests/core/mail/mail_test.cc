// Sources: RFC 5322; RFC 2045, 2046, 2047, 2183, 2231.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/mail/mail_address.h"
#include "core/mail/mime.h"
#include "core/mail/mime_words.h"

namespace emu {

TEST_SUITE("core: mail") {
  TEST_CASE("an address may have a name") {
    std::string_view why;
    const auto plain = parse_mail_address(" ops@example.com ", why);
    REQUIRE(plain);
    CHECK(plain->address == "ops@example.com");
    CHECK(plain->name.empty());
    const auto named = parse_mail_address("\"Doe, \\\"J\\\"\" <j@example.com>", why);
    REQUIRE(named);
    CHECK(named->name == "Doe, \"J\"");
    CHECK(parse_mail_address("=?UTF-8?B?R3LDvMOfZQ==?= <g@example.com>", why)->name == "Grüße");
    CHECK_FALSE(parse_mail_address("a <a@b.c> x", why));
    CHECK(bare_mail_address("x <a@b.c>") == "a@b.c");
    CHECK(bare_mail_address("nobody") == "nobody");
    CHECK(without_mail_label("a+b+c@d.e") == "a@d.e");
    CHECK(without_mail_label("a@d+e.f") == "a@d+e.f");
  }

  TEST_CASE("a list is split at commas outside of quotes") {
    CHECK(split_mail_addresses("\"Doe, J.\" <j@example.com>, a@b.c,,") ==
          std::vector<std::string>{"\"Doe, J.\" <j@example.com>", "a@b.c"});
    CHECK(split_mail_addresses(" ").empty());
  }

  TEST_CASE("words are encoded and decoded") {
    CHECK(encode_mime_words("plain") == "plain");
    const std::string text =
        "Grüße aus Köln, die länger als eine einzige Zeile von Kopfzeilen sind";
    CHECK(decode_mime_words(encode_mime_words(text)) == text);
    CHECK(decode_mime_words("=?utf-8?Q?Gr=C3=BC=C3=9Fe_an?= =?utf-8?Q?_dich?=") == "Grüße an dich");
    CHECK(decode_mime_words("=?iso-8859-1?Q?Gr=FC=DFe?= there") == "Grüße there");
    CHECK(decode_mime_words("=?unknown?Q?a?= =?utf-8?X?a?= =?") ==
          "=?unknown?Q?a?= =?utf-8?X?a?= =?");
  }

  TEST_CASE("encodings of bodies are lenient") {
    CHECK(decode_quoted_printable("a=3Db=\r\nc=ZZ=") == "a=bc=ZZ=");
    CHECK(decode_mime_base64("aGVs\r\nbG8=\r\n") == "hello");
    CHECK(decode_mime_base64("a").empty());
  }

  TEST_CASE("parts become texts and attachments") {
    const ParsedMail mail = parse_mail(
        "Subject: Your\r\n ticket\r\nTo: a@b.c,\r\n\td@e.f\r\n"
        "Content-Type: multipart/mixed; boundary=\"=o=\"\r\n\r\nnot seen\r\n"
        "--=o=\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n"
        "--i\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe\r\n"
        "--i\r\nContent-Type: text/html\r\n\r\n<b>\r\n--i--\r\n"
        "--=o=\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\n\r\nPNG\r\n"
        "--=o=\r\nContent-Disposition: attachment; "
        "filename*=utf-8''Gr%C3%BC%C3%9Fe.txt\r\n\r\nx\r\n"
        "--=o=--\r\nbehind\r\n");
    CHECK(mail.header("subject") == "Your ticket");
    CHECK(mail.addresses("To") == std::vector<std::string>{"a@b.c", "d@e.f"});
    CHECK(mail.text == "Grüße");
    CHECK(mail.html == "<b>");
    REQUIRE(mail.attachments.size() == 2);
    CHECK(mail.attachments[0].name == "logo.png");
    CHECK(mail.attachments[0].content_id == "logo");
    CHECK(mail.attachments[0].content == "PNG");
    CHECK(mail.attachments[1].name == "Grüße.txt");
    CHECK(mail.attachments[1].content == "x");
  }

  TEST_CASE("mail that is broken is read as far as it goes") {
    CHECK(parse_mail("").headers.empty());
    CHECK(parse_mail("no header\nA: b\n\nbody").text == "body");
    CHECK(parse_mail("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nopen").text == "open");
    CHECK(parse_mail("Content-Type: multipart/mixed\n\n--x\n\na").text.empty());
    std::string deep;
    for (int i = 0; i < 100; ++i) {
      const std::string boundary = "b" + std::to_string(i);
      deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    CHECK(parse_mail(deep).text.empty());
    std::string many = "Content-Type: multipart/mixed; boundary=x\n\n";
    for (int i = 0; i < 1000; ++i) many += "--x\n\na\n";
    CHECK(parse_mail(many).attachments.size() < kMimePartsMax);
  }
}

}  // namespace emu
