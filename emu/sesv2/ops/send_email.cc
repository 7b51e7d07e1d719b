#include <utility>

#include "ses/errors.h"
#include "sesv2/errors.h"
#include "sesv2/request_mail.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

Status set_simple(ses::Mail& mail, const Message& message) {
  mail.subject = message.subject.data;
  if (message.body.text) mail.text = message.body.text->data;
  if (message.body.html) mail.html = message.body.html->data;
  EMU_CHECK(add_headers(mail, message.headers));
  add_attachments(mail, message.attachments);
  return {};
}

}  // namespace

// Checks: Amazon SES API v2 Reference, "SendEmail".
Result<SendEmailResult> SesV2::send_email(Call& call, const SendEmail& in) {
  const EmailContent& content = in.content;
  const int kinds = int{content.simple.has_value()} + int{content.raw.has_value()} +
                    int{content.template_value.has_value()};
  if (kinds != 1) return bad_request("One of Simple, Raw and Template is required.");
  EMU_TRY(ses::Mail mail, mail_of(in));
  if (in.destination) set_destination(mail, *in.destination);
  mail.tags = named_values(in.email_tags);
  EMU_CHECK(set_list(call, mail, in.list_management_options));

  Result<ses::Backend::Rendered> rendered = ses::Backend::Rendered();
  if (content.template_value) {
    EMU_TRY(const ses::StoredTemplate from, template_of(call, *content.template_value));
    ses::TemplateData data;
    EMU_CHECK(translated(data.add(content.template_value->template_data.value_or(""))));
    rendered = ses::Backend::render(from, data);
    ses::Backend::fill_in(mail, rendered, from.name);
    EMU_CHECK(add_headers(mail, content.template_value->headers));
    add_attachments(mail, content.template_value->attachments);
  } else if (content.raw) {
    mail.raw = content.raw->data.view();
    mail.is_raw = true;
  } else {
    EMU_CHECK(set_simple(mail, *content.simple));
  }
  SendEmailResult out;
  EMU_TRY(out.message_id, translated(backend_.send(call, std::move(mail))));
  call.subject = out.message_id;
  return out;
}

Result<ses::StoredTemplate> SesV2::template_of(const Call& call, const Template& given) {
  if (given.template_content) {
    const EmailTemplateContent& content = *given.template_content;
    return ses::StoredTemplate{.subject = content.subject.value_or(std::string()),
                               .text = content.text.value_or(std::string()),
                               .html = content.html.value_or(std::string())};
  }
  const std::string name = template_name(given);
  if (name.empty()) return bad_request("A template's name, ARN or content is required.");
  EMU_TRY(const ses::StoredTemplate* found, translated(backend_.find_template(call, name)));
  return *found;
}

// Source: Amazon SES Developer Guide, "Using subscription management".
Status SesV2::set_list(const Call& call, ses::Mail& mail,
                       const std::optional<ListManagementOptions>& options) {
  if (!options) return {};
  EMU_TRY(mail.contact_list, require_contact_list(call, options->contact_list_name));
  mail.topic = options->topic_name.value_or(std::string());
  if (mail.topic.empty() || mail.contact_list->find_topic(mail.topic) != nullptr) return {};
  return not_found("Topic " + mail.topic + " doesn't exist in List.");
}

}  // namespace emu::sesv2
