#include <emu/describe.h>
#include <emu/ses/templates.h>

namespace emu::ses {

void Template::describe(StructureShape<Template>& s) {
  s.member("TemplateName", &Template::template_name).required();
  s.member("SubjectPart", &Template::subject_part);
  s.member("TextPart", &Template::text_part);
  s.member("HtmlPart", &Template::html_part);
}

void CreateTemplateResult::describe(StructureShape<CreateTemplateResult>&) {}

void CreateTemplate::describe(StructureShape<CreateTemplate>& s) {
  s.member("Template", &CreateTemplate::template_value).required();
}

void GetTemplateResult::describe(StructureShape<GetTemplateResult>& s) {
  s.member("Template", &GetTemplateResult::template_value);
}

void GetTemplate::describe(StructureShape<GetTemplate>& s) {
  s.member("TemplateName", &GetTemplate::template_name).required();
}

void UpdateTemplateResult::describe(StructureShape<UpdateTemplateResult>&) {}

void UpdateTemplate::describe(StructureShape<UpdateTemplate>& s) {
  s.member("Template", &UpdateTemplate::template_value).required();
}

void DeleteTemplateResult::describe(StructureShape<DeleteTemplateResult>&) {}

void DeleteTemplate::describe(StructureShape<DeleteTemplate>& s) {
  s.member("TemplateName", &DeleteTemplate::template_name).required();
}

void TemplateMetadata::describe(StructureShape<TemplateMetadata>& s) {
  s.member("Name", &TemplateMetadata::name);
  s.member("CreatedTimestamp", &TemplateMetadata::created_timestamp);
}

void ListTemplatesResult::describe(StructureShape<ListTemplatesResult>& s) {
  s.member("TemplatesMetadata", &ListTemplatesResult::templates_metadata).always();
  s.member("NextToken", &ListTemplatesResult::next_token);
}

void ListTemplates::describe(StructureShape<ListTemplates>& s) {
  s.member("NextToken", &ListTemplates::next_token);
  s.member("MaxItems", &ListTemplates::max_items);
}

void TestRenderTemplateResult::describe(StructureShape<TestRenderTemplateResult>& s) {
  s.member("RenderedTemplate", &TestRenderTemplateResult::rendered_template);
}

void TestRenderTemplate::describe(StructureShape<TestRenderTemplate>& s) {
  s.member("TemplateName", &TestRenderTemplate::template_name).required();
  s.member("TemplateData", &TestRenderTemplate::template_data).required().range(0, 262144);
}

}  // namespace emu::ses

namespace emu {
EMU_DESCRIBED(ses::Template);
EMU_DESCRIBED(ses::CreateTemplateResult);
EMU_DESCRIBED_OPERATION(ses::CreateTemplate);
EMU_DESCRIBED(ses::GetTemplateResult);
EMU_DESCRIBED_OPERATION(ses::GetTemplate);
EMU_DESCRIBED(ses::UpdateTemplateResult);
EMU_DESCRIBED_OPERATION(ses::UpdateTemplate);
EMU_DESCRIBED(ses::DeleteTemplateResult);
EMU_DESCRIBED_OPERATION(ses::DeleteTemplate);
EMU_DESCRIBED(ses::TemplateMetadata);
EMU_DESCRIBED(ses::ListTemplatesResult);
EMU_DESCRIBED_OPERATION(ses::ListTemplates);
EMU_DESCRIBED(ses::TestRenderTemplateResult);
EMU_DESCRIBED_OPERATION(ses::TestRenderTemplate);
}  // namespace emu
