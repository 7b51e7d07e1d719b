#include "core/mail/mime.h"

#include <utility>

#include "core/mail/mail_address.h"
#include "core/mail/mime_words.h"
#include "core/text/ascii.h"
#include "core/text/percent.h"

namespace emu {

namespace {

// The line that `rest` begins with, without its end, which is taken too.
std::string_view take_line(std::string_view& rest) {
  std::string_view line = take_until(rest, '\n');
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

const MailHeader* find_header(const std::vector<MailHeader>& headers, std::string_view name) {
  for (const MailHeader& header : headers) {
    if (equal_ignoring_case(header.name, name)) return &header;
  }
  return nullptr;
}

std::string value_of(const std::vector<MailHeader>& headers, std::string_view name) {
  const MailHeader* header = find_header(headers, name);
  return header == nullptr ? std::string() : header->value;
}

// "utf-8''Gr%C3%BC%C3%9Fe.txt", as RFC 2231 writes it.
std::string extended_value(std::string_view text) {
  const auto first = text.find('\'');
  const auto second = first == text.npos ? text.npos : text.find('\'', first + 1);
  if (second == text.npos) return std::string(text);
  const std::string bytes = percent_decode(text.substr(second + 1)).value_or(std::string());
  return utf8_of_charset(bytes, text.substr(0, first)).value_or(to_valid_utf8(bytes));
}

// The parameter of a header's value, such as boundary of "multipart/mixed; boundary=x".
std::string parameter(std::string_view value, std::string_view name) {
  take_until(value, ';');
  while (!value.empty()) {
    bool is_quoted = false;
    std::size_t end = 0;
    for (; end < value.size() && (is_quoted || value[end] != ';'); ++end) {
      if (value[end] == '"') is_quoted = !is_quoted;
    }
    std::string_view one = trim(value.substr(0, end));
    value.remove_prefix(end == value.size() ? end : end + 1);
    const std::string_view key = trim(take_until(one, '='));
    if (equal_ignoring_case(key, name)) return decode_mime_words(unquote_mime(trim(one)));
    if (key.ends_with('*') && equal_ignoring_case(key.substr(0, key.size() - 1), name)) {
      return extended_value(trim(one));
    }
  }
  return {};
}

// The media type of a header's value, "text/plain" when there is none.
std::string media_type(std::string_view value) {
  const std::string_view type = trim(value.substr(0, value.find(';')));
  return type.empty() ? "text/plain" : lower_case(type);
}

std::string decoded_body(std::string_view body, std::string_view encoding) {
  encoding = trim(encoding);
  if (equal_ignoring_case(encoding, "base64")) return decode_mime_base64(body);
  if (equal_ignoring_case(encoding, "quoted-printable")) return decode_quoted_printable(body);
  return std::string(body);
}

std::size_t decoded_size(std::string_view body, std::string_view encoding) {
  if (equal_ignoring_case(trim(encoding), "base64")) return mime_base64_size(body);
  return decoded_body(body, encoding).size();
}

class PartReader {
 public:
  PartReader(ParsedMail& mail, AttachmentContents contents) : mail_(mail), contents_(contents) {}

  void read(const std::vector<MailHeader>& headers, std::string_view body, std::size_t depth) {
    if (++parts_ > kMimePartsMax) return;
    const std::string content_type = value_of(headers, "Content-Type");
    const std::string type = media_type(content_type);
    if (type.starts_with("multipart/") && depth < kMimeDepthMax) {
      read_parts(body, parameter(content_type, "boundary"), depth);
    } else {
      read_leaf(headers, content_type, type, body);
    }
  }

 private:
  void read_parts(std::string_view body, const std::string& boundary, std::size_t depth) {
    if (boundary.empty()) return;
    const std::string delimiter = "--" + boundary;
    const char* begin = nullptr;  // of the part under way
    while (!body.empty()) {
      const char* line_begin = body.data();
      const std::string_view line = take_line(body);
      if (!line.starts_with(delimiter)) continue;
      // Another boundary may begin with this one. Source: RFC 2046, 5.1.1.
      const std::string_view behind = trim(line.substr(delimiter.size()));
      const bool is_last = behind == "--";
      if (!behind.empty() && !is_last) continue;
      if (begin != nullptr) read_part({begin, static_cast<std::size_t>(line_begin - begin)}, depth);
      if (is_last) return;
      begin = body.data();
    }
    if (begin != nullptr) {
      read_part({begin, static_cast<std::size_t>(body.data() - begin)}, depth);
    }
  }

  // The end of the line before a delimiter belongs to the delimiter.
  void read_part(std::string_view part, std::size_t depth) {
    if (part.ends_with('\n')) part.remove_suffix(1);
    if (part.ends_with('\r')) part.remove_suffix(1);
    std::string_view body;
    const std::vector<MailHeader> headers = parse_mail_headers(part, body);
    read(headers, body, depth + 1);
  }

  void read_leaf(const std::vector<MailHeader>& headers, const std::string& content_type,
                 const std::string& type, std::string_view body) {
    const std::string disposition = value_of(headers, "Content-Disposition");
    const std::string encoding = value_of(headers, "Content-Transfer-Encoding");
    std::string name = parameter(disposition, "filename");
    if (name.empty()) name = parameter(content_type, "name");
    const bool is_attached =
        equal_ignoring_case(trim(disposition.substr(0, disposition.find(';'))), "attachment");
    const bool is_text = (type == "text/plain" || type == "text/html") && !is_attached;
    if (is_text && name.empty()) {
      std::string& text = type == "text/html" ? mail_.html : mail_.text;
      if (text.empty()) {
        std::string content = decoded_body(body, encoding);
        auto decoded = utf8_of_charset(content, parameter(content_type, "charset"));
        text = decoded ? *std::move(decoded) : to_valid_utf8(std::move(content));
        return;
      }
    }
    std::string id = value_of(headers, "Content-ID");
    if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
    MailAttachment& attached = mail_.attachments.emplace_back();
    attached.name = std::move(name);
    attached.content_type = type;
    attached.content_id = std::move(id);
    if (contents_ == AttachmentContents::kLeftOut) {
      attached.size = decoded_size(body, encoding);
    } else {
      attached.content = decoded_body(body, encoding);
      attached.size = attached.content.size();
    }
  }

  ParsedMail& mail_;
  AttachmentContents contents_;
  std::size_t parts_ = 0;
};

}  // namespace

std::string ParsedMail::header(std::string_view name) const {
  return decode_mime_words(value_of(headers, name));
}

std::vector<std::string> ParsedMail::addresses(std::string_view name) const {
  std::vector<std::string> found;
  for (const MailHeader& header : headers) {
    if (!equal_ignoring_case(header.name, name)) continue;
    for (std::string& entry : split_mail_addresses(header.value)) found.push_back(std::move(entry));
  }
  return found;
}

std::vector<MailHeader> parse_mail_headers(std::string_view raw, std::string_view& body) {
  std::vector<MailHeader> headers;
  body = raw;
  while (!body.empty()) {
    const std::string_view line = take_line(body);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !headers.empty()) {
      headers.back().value.append(" ").append(trim(line));
      continue;
    }
    const auto colon = line.find(':');
    if (colon == line.npos) continue;
    headers.push_back({.name = std::string(trim(line.substr(0, colon))),
                       .value = std::string(trim(line.substr(colon + 1)))});
  }
  for (MailHeader& header : headers) header.value = to_valid_utf8(std::move(header.value));
  return headers;
}

ParsedMail parse_mail(std::string_view raw, AttachmentContents contents) {
  ParsedMail mail;
  std::string_view body;
  mail.headers = parse_mail_headers(raw, body);
  PartReader(mail, contents).read(mail.headers, body, 0);
  return mail;
}

}  // namespace emu
