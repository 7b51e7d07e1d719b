#include <emu/describe.h>
#include <emu/sesv2/templates.h>

namespace emu::sesv2 {

void CreateEmailTemplate::describe(StructureShape<CreateEmailTemplate>& s) {
  s.member("TemplateName", &CreateEmailTemplate::template_name).required().at_least(1);
  s.member("TemplateContent", &CreateEmailTemplate::template_content).required();
  s.member("Tags", &CreateEmailTemplate::tags);
}

void GetEmailTemplateResult::describe(StructureShape<GetEmailTemplateResult>& s) {
  s.member("TemplateName", &GetEmailTemplateResult::template_name);
  s.member("TemplateContent", &GetEmailTemplateResult::template_content);
  s.member("Tags", &GetEmailTemplateResult::tags).always();
}

void GetEmailTemplate::describe(StructureShape<GetEmailTemplate>& s) {
  s.member("TemplateName", &GetEmailTemplate::template_name)
      .path("TemplateName")
      .required()
      .at_least(1);
}

void UpdateEmailTemplate::describe(StructureShape<UpdateEmailTemplate>& s) {
  s.member("TemplateName", &UpdateEmailTemplate::template_name)
      .path("TemplateName")
      .required()
      .at_least(1);
  s.member("TemplateContent", &UpdateEmailTemplate::template_content).required();
}

void DeleteEmailTemplate::describe(StructureShape<DeleteEmailTemplate>& s) {
  s.member("TemplateName", &DeleteEmailTemplate::template_name)
      .path("TemplateName")
      .required()
      .at_least(1);
}

void EmailTemplateMetadata::describe(StructureShape<EmailTemplateMetadata>& s) {
  s.member("TemplateName", &EmailTemplateMetadata::template_name);
  s.member("CreatedTimestamp", &EmailTemplateMetadata::created_timestamp);
}

void ListEmailTemplatesResult::describe(StructureShape<ListEmailTemplatesResult>& s) {
  s.member("TemplatesMetadata", &ListEmailTemplatesResult::templates_metadata).always();
  s.member("NextToken", &ListEmailTemplatesResult::next_token);
}

void ListEmailTemplates::describe(StructureShape<ListEmailTemplates>& s) {
  s.member("NextToken", &ListEmailTemplates::next_token).query("NextToken");
  s.member("PageSize", &ListEmailTemplates::page_size).query("PageSize");
}

void TestRenderEmailTemplateResult::describe(StructureShape<TestRenderEmailTemplateResult>& s) {
  s.member("RenderedTemplate", &TestRenderEmailTemplateResult::rendered_template);
}

void TestRenderEmailTemplate::describe(StructureShape<TestRenderEmailTemplate>& s) {
  s.member("TemplateName", &TestRenderEmailTemplate::template_name)
      .path("TemplateName")
      .required()
      .at_least(1);
  s.member("TemplateData", &TestRenderEmailTemplate::template_data).required().range(0, 262144);
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED_OPERATION(sesv2::CreateEmailTemplate);
EMU_DESCRIBED(sesv2::GetEmailTemplateResult);
EMU_DESCRIBED_OPERATION(sesv2::GetEmailTemplate);
EMU_DESCRIBED_OPERATION(sesv2::UpdateEmailTemplate);
EMU_DESCRIBED_OPERATION(sesv2::DeleteEmailTemplate);
EMU_DESCRIBED(sesv2::EmailTemplateMetadata);
EMU_DESCRIBED(sesv2::ListEmailTemplatesResult);
EMU_DESCRIBED_OPERATION(sesv2::ListEmailTemplates);
EMU_DESCRIBED(sesv2::TestRenderEmailTemplateResult);
EMU_DESCRIBED_OPERATION(sesv2::TestRenderEmailTemplate);
}  // namespace emu
