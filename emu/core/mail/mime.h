// Mail in MIME form, taken apart.
//
//   const ParsedMail mail = parse_mail(raw);
//   mail.header("Subject") == "Your ticket"; mail.attachments.at(0).name == "ticket.pdf"
//
// Reading is lenient: whatever it is given, it finds what it can. At most kMimePartsMax parts are
// looked at, in at most kMimeDepthMax levels.
// Sources: RFC 5322; RFC 2045, 2046, 2183, 2231.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

inline constexpr std::size_t kMimePartsMax = 500;
inline constexpr std::size_t kMimeDepthMax = 16;

struct MailHeader {
  std::string name = {};
  std::string value = {};  // valid UTF-8, unfolded, its encoded words as they are
};

struct MailAttachment {
  std::string name = {};
  std::string content_type = {};  // without parameters
  std::string content_id = {};    // without '<' and '>'
  std::string content = {};
  std::size_t size = 0;  // of the content, also where that is left out
};

struct ParsedMail {
  std::vector<MailHeader> headers = {};
  std::string text = {};  // UTF-8; the first part that is plain text, and no attachment
  std::string html = {};
  std::vector<MailAttachment> attachments = {};

  // The first of that name, decoded; empty when there is none.
  std::string header(std::string_view name) const;
  // The addresses of all headers of that name.
  std::vector<std::string> addresses(std::string_view name) const;
};

// The whole mail, with the contents of its attachments or with their sizes alone, which costs less.
enum class AttachmentContents : std::uint8_t { kRead, kLeftOut };
ParsedMail parse_mail(std::string_view raw,
                      AttachmentContents contents = AttachmentContents::kRead);
// Its headers alone; `body` becomes what follows them.
std::vector<MailHeader> parse_mail_headers(std::string_view raw, std::string_view& body);

}  // namespace emu
