#include "ses/mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/mail/mail_address.h"
#include "core/mail/mime.h"
#include "core/mail/mime_words.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"

namespace emu::ses {

namespace {

constexpr std::size_t kLineMax = 998;  // RFC 5322, 2.1.1
constexpr std::size_t kBytesPerBase64Line = 57;

// No header may begin another one.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  return line;
}

void add_header(std::string_view name, std::string_view value, std::string& out) {
  out.append(name).append(": ").append(encode_mime_words(one_line(value))).append("\r\n");
}

std::string address_for_header(const std::string& text) {
  std::string_view why;
  const auto parsed = parse_mail_address(text, why);
  if (!parsed || parsed->name.empty()) return one_line(text);
  const std::string name = encode_mime_words(one_line(parsed->name));
  return name == parsed->name ? one_line(text) : fmt::format("{} <{}>", name, parsed->address);
}

void add_addresses(std::string_view name, const std::vector<std::string>& list, std::string& out) {
  if (list.empty()) return;
  out.append(name).append(": ");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i != 0) out += ",\r\n ";
    out += address_for_header(list[i]);
  }
  out += "\r\n";
}

bool is_plain(std::string_view text) {
  std::size_t line = 0;
  for (const char c : text) {
    line = c == '\n' ? 0 : line + 1;
    if (static_cast<unsigned char>(c) >= 0x80 || c == '\0' || line > kLineMax) return false;
  }
  return true;
}

void append_base64_lines(std::string_view bytes, std::string& out) {
  while (!bytes.empty()) {
    out.append(base64_encode(bytes.substr(0, kBytesPerBase64Line))).append("\r\n");
    bytes.remove_prefix(std::min(kBytesPerBase64Line, bytes.size()));
  }
}

void add_text(std::string_view type, std::string_view text, std::string& out) {
  const bool plain = is_plain(text);
  out.append("Content-Type: ").append(type).append("; charset=UTF-8\r\n");
  out.append("Content-Transfer-Encoding: ").append(plain ? "7bit" : "base64").append("\r\n\r\n");
  if (plain) {
    out.append(text);
  } else {
    append_base64_lines(text, out);
  }
}

void add_texts(const Mail& mail, const std::string& boundary, std::string& out) {
  if (mail.html.empty()) return add_text("text/plain", mail.text, out);
  if (mail.text.empty()) return add_text("text/html", mail.html, out);
  out += fmt::format("Content-Type: multipart/alternative;\r\n boundary=\"{}\"\r\n\r\n", boundary);
  out += fmt::format("--{}\r\n", boundary);
  add_text("text/plain", mail.text, out);
  out += fmt::format("\r\n--{}\r\n", boundary);
  add_text("text/html", mail.html, out);
  out += fmt::format("\r\n--{}--\r\n", boundary);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : encode_mime_words(one_line(text))) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

void add_attachment(const MailPart& part, std::string& out) {
  const std::string_view type =
      part.content_type.empty() ? "application/octet-stream" : part.content_type;
  out += fmt::format("Content-Type: {}; name={}\r\n", one_line(type), quoted(part.name));
  out += fmt::format("Content-Disposition: {}; filename={}\r\n",
                     part.is_inline ? "inline" : "attachment", quoted(part.name));
  if (!part.description.empty()) add_header("Content-Description", part.description, out);
  if (!part.content_id.empty()) {
    out += fmt::format("Content-ID: <{}>\r\n", one_line(part.content_id));
  }
  out += "Content-Transfer-Encoding: base64\r\n\r\n";
  append_base64_lines(part.content, out);
}

bool is_for_ses_alone(std::string_view name) {
  constexpr std::array<std::string_view, 4> kReplaced = {"Bcc", "Return-Path", "Message-ID",
                                                         "Date"};
  if (lower_case(name.substr(0, 6)) == "x-ses-") return true;
  return std::any_of(kReplaced.begin(), kReplaced.end(), [&](std::string_view replaced) {
    return equal_ignoring_case(name, replaced);
  });
}

void add_stamp(const Stamp& stamp, std::string& out) {
  out += fmt::format("Message-ID: <{}>\r\nDate: {}\r\n", stamp.message_id, stamp.date);
}

// Source: Amazon SES Developer Guide, "Sending raw email using the Amazon SES API v2": SES replaces
// the headers Message-ID and Date, and takes away Bcc and its own.
std::string stamped_raw(std::string_view raw, const Stamp& stamp) {
  std::string out;
  out.reserve(raw.size() + 256);
  add_stamp(stamp, out);
  bool is_left_out = false;
  while (!raw.empty()) {
    const std::string_view line = raw.substr(0, raw.find('\n') + 1);
    if (line.empty() || line == "\n" || line == "\r\n") break;
    if (line.front() != ' ' && line.front() != '\t') {
      is_left_out = is_for_ses_alone(trim(line.substr(0, line.find(':'))));
    }
    if (!is_left_out) out += line;
    raw.remove_prefix(line.size());
  }
  return out.append(raw);
}

std::string first_of(const ParsedMail& mail, std::string_view name) {
  const auto found = mail.addresses(name);
  return found.empty() ? std::string() : found.front();
}

}  // namespace

std::string mime_of(const Mail& mail, const Stamp& stamp) {
  if (mail.is_raw) return stamped_raw(mail.raw, stamp);
  const std::string boundary = "----=_Part_0_" + stamp.message_id;
  const std::string inner_boundary = "----=_Part_1_" + stamp.message_id;
  std::string out;
  add_addresses("From", {mail.source}, out);
  add_addresses("Reply-To", mail.reply_to, out);
  add_addresses("To", mail.to, out);
  add_addresses("Cc", mail.cc, out);
  add_stamp(stamp, out);
  add_header("Subject", mail.subject, out);
  for (const auto& [name, value] : mail.headers) add_header(name, value, out);
  out += "MIME-Version: 1.0\r\n";
  if (mail.attachments.empty()) {
    add_texts(mail, inner_boundary, out);
    return out;
  }
  out += fmt::format("Content-Type: multipart/mixed;\r\n boundary=\"{}\"\r\n\r\n", boundary);
  out += fmt::format("--{}\r\n", boundary);
  add_texts(mail, inner_boundary, out);
  for (const MailPart& part : mail.attachments) {
    out += fmt::format("\r\n--{}\r\n", boundary);
    add_attachment(part, out);
  }
  return out += fmt::format("\r\n--{}--\r\n", boundary);
}

// Source: Amazon SES API Reference, "SendRawEmail".
void read_raw_headers(Mail& mail) {
  ParsedMail read;
  std::string_view body;
  read.headers = parse_mail_headers(mail.raw, body);
  if (mail.source.empty()) mail.source = first_of(read, "From");
  if (mail.return_path.empty()) mail.return_path = first_of(read, "Return-Path");
  // Source: Amazon SES Developer Guide, "Delegate sender tasks for Amazon SES sending
  // authorization".
  for (const std::string_view name : {"X-SES-FROM-ARN", "X-SES-SOURCE-ARN"}) {
    if (mail.source_arn.empty()) mail.source_arn = read.header(name);
  }
  if (mail.return_path_arn.empty()) mail.return_path_arn = read.header("X-SES-RETURN-PATH-ARN");
  if (mail.recipients() == 0) {
    mail.to = read.addresses("To");
    mail.cc = read.addresses("Cc");
    mail.bcc = read.addresses("Bcc");
  }
  if (mail.configuration_set.empty()) {
    mail.configuration_set = read.header("X-SES-CONFIGURATION-SET");
  }
  if (!mail.tags.empty()) return;
  for (const std::string& tag : split_mail_addresses(read.header("X-SES-MESSAGE-TAGS"))) {
    const auto equals = tag.find('=');
    if (equals == tag.npos) continue;
    mail.tags.emplace_back(trim(std::string_view(tag).substr(0, equals)),
                           trim(std::string_view(tag).substr(equals + 1)));
  }
}

}  // namespace emu::ses
