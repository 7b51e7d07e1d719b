#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "ses/bulk.h"
#include "ses/errors.h"
#include "sesv2/errors.h"
#include "sesv2/request_mail.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

// "MESSAGE_REJECTED" of the first API's "MessageRejected".
std::string in_capitals(std::string_view status) {
  std::string out;
  for (const char c : status) {
    if (c >= 'A' && c <= 'Z' && !out.empty()) out += '_';
    out += to_upper(c);
  }
  return out;
}

std::string status_of(const Error& error) {
  if (error.code == ses::errors::kInvalidParameterValue) return "INVALID_PARAMETER";
  if (error.code == ses::errors::kInvalidRenderingParameter) return "INVALID_PARAMETER";
  if (error.code == ses::errors::kConfigurationSetDoesNotExist) {
    return "CONFIGURATION_SET_NOT_FOUND";
  }
  return in_capitals(ses::bulk_status(error.code));
}

std::string replacement_data(const BulkEmailEntry& entry) {
  const auto& content = entry.replacement_email_content;
  if (!content || !content->replacement_template) return {};
  return content->replacement_template->replacement_template_data.value_or(std::string());
}

}  // namespace

// Checks: Amazon SES API v2 Reference, "SendBulkEmail". Each entry is answered for by itself.
Result<SendBulkEmailResult> SesV2::send_bulk_email(Call& call, const SendBulkEmail& in) {
  EMU_CHECK(translated(ses::check_bulk_size(in.bulk_email_entries.size())));
  if (!in.default_content.template_value) return bad_request("A template is required.");
  const Template& content = *in.default_content.template_value;
  EMU_TRY(const ses::StoredTemplate from, template_of(call, content));
  // All that fails the whole call comes before the first entry is sent.
  std::vector<ses::Mail> mails;
  for (const BulkEmailEntry& entry : in.bulk_email_entries) {
    EMU_TRY(ses::Mail mail, mail_of(in));
    set_destination(mail, entry.destination);
    mail.tags =
        ses::merged_tags(named_values(in.default_email_tags), named_values(entry.replacement_tags));
    EMU_CHECK(add_headers(mail, content.headers));
    EMU_CHECK(add_headers(mail, entry.replacement_headers));
    add_attachments(mail, content.attachments);
    mails.push_back(std::move(mail));
  }
  const std::string defaults = content.template_data.value_or(std::string());
  SendBulkEmailResult out;
  for (std::size_t i = 0; i < mails.size(); ++i) {
    const std::string replacement = replacement_data(in.bulk_email_entries[i]);
    const Result<std::string> sent =
        ses::send_bulk_entry(backend_, call, std::move(mails[i]), from,
                             {.defaults = defaults, .replacement = replacement});
    BulkEmailEntryResult& result = out.bulk_email_entry_results.emplace_back();
    if (sent) {
      result.status = "SUCCESS";
      result.message_id = *sent;
    } else {
      result.status = status_of(sent.error());
      result.error = sent.error().message;
    }
  }
  return out;
}

}  // namespace emu::sesv2
