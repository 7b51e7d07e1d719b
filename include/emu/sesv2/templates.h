// Templates of mail. Include <emu/sesv2.h>.
#pragma once

#include <emu/sesv2/values.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

struct CreateEmailTemplate {
  static constexpr OperationName kOperation{"sesv2", "CreateEmailTemplate", "POST",
                                            "/v2/email/templates"};
  using Result = Nothing;
  std::string template_name;
  EmailTemplateContent template_content;
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateEmailTemplate>& s);
};

struct GetEmailTemplateResult {
  std::string template_name = {};
  std::optional<EmailTemplateContent> template_content = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<GetEmailTemplateResult>& s);
};

struct GetEmailTemplate {
  static constexpr OperationName kOperation{"sesv2", "GetEmailTemplate", "GET",
                                            "/v2/email/templates/{TemplateName}"};
  using Result = GetEmailTemplateResult;
  std::string template_name;
  static void describe(StructureShape<GetEmailTemplate>& s);
};

struct UpdateEmailTemplate {
  static constexpr OperationName kOperation{"sesv2", "UpdateEmailTemplate", "PUT",
                                            "/v2/email/templates/{TemplateName}"};
  using Result = Nothing;
  std::string template_name;
  EmailTemplateContent template_content;
  static void describe(StructureShape<UpdateEmailTemplate>& s);
};

struct DeleteEmailTemplate {
  static constexpr OperationName kOperation{"sesv2", "DeleteEmailTemplate", "DELETE",
                                            "/v2/email/templates/{TemplateName}"};
  using Result = Nothing;
  std::string template_name;
  static void describe(StructureShape<DeleteEmailTemplate>& s);
};

struct EmailTemplateMetadata {
  std::string template_name = {};
  std::optional<Time> created_timestamp = {};
  static void describe(StructureShape<EmailTemplateMetadata>& s);
};

struct ListEmailTemplatesResult {
  std::vector<EmailTemplateMetadata> templates_metadata = {};
  std::string next_token = {};
  static void describe(StructureShape<ListEmailTemplatesResult>& s);
};

struct ListEmailTemplates {
  static constexpr OperationName kOperation{"sesv2", "ListEmailTemplates", "GET",
                                            "/v2/email/templates"};
  using Result = ListEmailTemplatesResult;
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> page_size = {};
  static void describe(StructureShape<ListEmailTemplates>& s);
};

struct TestRenderEmailTemplateResult {
  std::string rendered_template = {};
  static void describe(StructureShape<TestRenderEmailTemplateResult>& s);
};

struct TestRenderEmailTemplate {
  static constexpr OperationName kOperation{"sesv2", "TestRenderEmailTemplate", "POST",
                                            "/v2/email/templates/{TemplateName}/render"};
  using Result = TestRenderEmailTemplateResult;
  std::string template_name;
  std::string template_data;
  static void describe(StructureShape<TestRenderEmailTemplate>& s);
};

}  // namespace emu::sesv2
