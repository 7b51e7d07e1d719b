#include <fmt/format.h>

#include <utility>

#include "ses/limits.h"
#include "ses/page.h"
#include "sesv2/errors.h"
#include "sesv2/service.h"
#include "sesv2/tags.h"

namespace emu::sesv2 {

namespace {

ses::StoredTemplate stored_template(const std::string& name, const EmailTemplateContent& content) {
  return {.name = name,
          .subject = content.subject.value_or(std::string()),
          .text = content.text.value_or(std::string()),
          .html = content.html.value_or(std::string())};
}

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

// Checks: Amazon SES API v2 Reference, "CreateEmailTemplate".
Result<Nothing> SesV2::create_email_template(Call& call, const CreateEmailTemplate& in) {
  ses::StoredTemplate created = stored_template(in.template_name, in.template_content);
  EMU_TRY(created.tags, with_tags({}, in.tags));
  EMU_CHECK(translated(backend_.create_template(call, std::move(created))));
  return Nothing{};
}

Result<GetEmailTemplateResult> SesV2::get_email_template(Call& call, const GetEmailTemplate& in) {
  EMU_TRY(const ses::StoredTemplate* found,
          translated(backend_.find_template(call, in.template_name)));
  return GetEmailTemplateResult{
      .template_name = found->name,
      .template_content = EmailTemplateContent{.subject = found->subject,
                                               .text = unless_empty(found->text),
                                               .html = unless_empty(found->html)},
      .tags = tag_list(found->tags)};
}

Result<Nothing> SesV2::update_email_template(Call& call, const UpdateEmailTemplate& in) {
  EMU_CHECK(translated(
      backend_.update_template(call, stored_template(in.template_name, in.template_content))));
  return Nothing{};
}

Result<Nothing> SesV2::delete_email_template(Call& call, const DeleteEmailTemplate& in) {
  EMU_CHECK(translated(backend_.find_template(call, in.template_name)));
  backend_.state(call).templates.erase(in.template_name);
  return Nothing{};
}

Result<ListEmailTemplatesResult> SesV2::list_email_templates(Call& call,
                                                             const ListEmailTemplates& in) {
  ListEmailTemplatesResult out;
  EMU_TRY(out.next_token,
          translated(ses::visit_page(
              backend_.state(call).templates, {in.next_token, in.page_size},
              {.usual = ses::kTemplatesPage, .max = ses::kTemplatesPageMax},
              [&](const ses::StoredTemplate& found) {
                out.templates_metadata.push_back(
                    {.template_name = found.name, .created_timestamp = found.created});
                return true;
              })));
  return out;
}

Result<TestRenderEmailTemplateResult> SesV2::test_render_email_template(
    Call& call, const TestRenderEmailTemplate& in) {
  TestRenderEmailTemplateResult out;
  EMU_TRY(out.rendered_template,
          translated(backend_.test_render(call, in.template_name, in.template_data)));
  return out;
}

}  // namespace emu::sesv2
