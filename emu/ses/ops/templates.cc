#include "ses/limits.h"
#include "ses/page.h"
#include "ses/service.h"

namespace emu::ses {

namespace {

StoredTemplate stored(const Template& given) {
  return {.name = given.template_name,
          .subject = given.subject_part.value_or(std::string()),
          .text = given.text_part.value_or(std::string()),
          .html = given.html_part.value_or(std::string())};
}

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

Result<CreateTemplateResult> Ses::create_template(Call& call, const CreateTemplate& in) {
  EMU_CHECK(backend_.create_template(call, stored(in.template_value)));
  return CreateTemplateResult{};
}

Result<GetTemplateResult> Ses::get_template(Call& call, const GetTemplate& in) {
  EMU_TRY(const StoredTemplate* found, backend_.find_template(call, in.template_name));
  return GetTemplateResult{.template_value = Template{.template_name = found->name,
                                                      .subject_part = found->subject,
                                                      .text_part = unless_empty(found->text),
                                                      .html_part = unless_empty(found->html)}};
}

Result<UpdateTemplateResult> Ses::update_template(Call& call, const UpdateTemplate& in) {
  EMU_CHECK(backend_.update_template(call, stored(in.template_value)));
  return UpdateTemplateResult{};
}

// Without effect for one that is not there.
Result<DeleteTemplateResult> Ses::delete_template(Call& call, const DeleteTemplate& in) {
  backend_.state(call).templates.erase(in.template_name);
  return DeleteTemplateResult{};
}

Result<ListTemplatesResult> Ses::list_templates(Call& call, const ListTemplates& in) {
  ListTemplatesResult out;
  EMU_TRY(out.next_token,
          visit_page(backend_.state(call).templates, {in.next_token, in.max_items},
                     {.usual = kTemplatesPage, .max = kTemplatesPageMax},
                     [&](const StoredTemplate& found) {
                       out.templates_metadata.push_back(
                           {.name = found.name, .created_timestamp = found.created});
                       return true;
                     }));
  return out;
}

Result<TestRenderTemplateResult> Ses::test_render_template(Call& call,
                                                           const TestRenderTemplate& in) {
  TestRenderTemplateResult out;
  EMU_TRY(out.rendered_template,
          backend_.test_render(call, in.template_name, in.template_data));
  return out;
}

}  // namespace emu::ses
