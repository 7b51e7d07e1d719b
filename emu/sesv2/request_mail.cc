#include "sesv2/request_mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/ascii.h"
#include "ses/limits.h"
#include "sesv2/errors.h"

namespace emu::sesv2 {

namespace {

// Source: Amazon SES API v2 Reference, "MessageHeader": the pattern of a name.
bool is_header_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return c >= '!' && c <= '~' && c != ':' && c != '?'; });
}

bool is_header_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// Source: Amazon SES Developer Guide, "Amazon SES header fields".
bool is_set_by_ses(std::string_view name) {
  constexpr std::array<std::string_view, 12> kSet = {
      "Bcc",     "Cc",         "Content-Disposition", "Content-Type", "Date",
      "From",    "Message-ID", "MIME-Version",        "Reply-To",     "Return-Path",
      "Subject", "To"};
  return std::any_of(kSet.begin(), kSet.end(),
                     [&](std::string_view set) { return equal_ignoring_case(set, name); });
}

}  // namespace

std::vector<ses::NamedValue> named_values(const std::vector<MessageTag>& tags) {
  std::vector<ses::NamedValue> values;
  for (const MessageTag& tag : tags) values.emplace_back(tag.name, tag.value);
  return values;
}

std::vector<ses::NamedValue> named_values(const std::vector<MessageHeader>& headers) {
  std::vector<ses::NamedValue> values;
  for (const MessageHeader& header : headers) values.emplace_back(header.name, header.value);
  return values;
}

template <class Op>
Result<ses::Mail> mail_of(const Op& in) {
  if (in.tenant_name) return not_found(fmt::format("Tenant {} does not exist.", *in.tenant_name));
  if (in.endpoint_id) {
    return not_found(fmt::format("Endpoint {} does not exist.", *in.endpoint_id));
  }
  ses::Mail mail;
  mail.source = in.from_email_address.value_or(std::string());
  mail.return_path = in.feedback_forwarding_email_address.value_or(std::string());
  mail.source_arn = in.from_email_address_identity_arn.value_or(std::string());
  mail.return_path_arn = in.feedback_forwarding_email_address_identity_arn.value_or(std::string());
  mail.reply_to = in.reply_to_addresses;
  mail.configuration_set = in.configuration_set_name.value_or(std::string());
  mail.bytes_max = ses::kMessageBytesMaxV2;
  return mail;
}

template Result<ses::Mail> mail_of(const SendEmail& in);
template Result<ses::Mail> mail_of(const SendBulkEmail& in);

void set_destination(ses::Mail& mail, const Destination& to) {
  mail.to = to.to_addresses;
  mail.cc = to.cc_addresses;
  mail.bcc = to.bcc_addresses;
}

std::string template_name(const Template& given) {
  const std::string name = given.template_name.value_or(std::string());
  if (!name.empty() || !given.template_arn) return name;
  return given.template_arn->substr(given.template_arn->rfind('/') + 1);
}

// What replaces a header comes after it.
Status add_headers(ses::Mail& mail, const std::vector<MessageHeader>& headers) {
  for (const MessageHeader& header : headers) {
    if (!is_header_name(header.name) || is_set_by_ses(header.name) ||
        !is_header_value(header.value)) {
      return bad_request(fmt::format("Header <{}> is not valid.", header.name));
    }
    const auto known =
        std::find_if(mail.headers.begin(), mail.headers.end(), [&](const ses::NamedValue& other) {
          return equal_ignoring_case(other.first, header.name);
        });
    if (known == mail.headers.end()) {
      mail.headers.emplace_back(header.name, header.value);
    } else {
      known->second = header.value;
    }
  }
  return {};
}

void add_attachments(ses::Mail& mail, const std::vector<Attachment>& attachments) {
  for (const Attachment& given : attachments) {
    ses::MailPart& part = mail.attachments.emplace_back();
    part.name = given.file_name;
    part.content = given.raw_content.view();
    part.is_inline = given.content_disposition == "INLINE";
    if (given.content_type) part.content_type = *given.content_type;
    if (given.content_description) part.description = *given.content_description;
    if (given.content_id) part.content_id = *given.content_id;
  }
}

}  // namespace emu::sesv2
