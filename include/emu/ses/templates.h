// Templates of mail. Include <emu/ses.h>.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::ses {

struct Template {
  std::string template_name;
  std::optional<std::string> subject_part = {};
  std::optional<std::string> text_part = {};
  std::optional<std::string> html_part = {};
  static void describe(StructureShape<Template>& s);
};

struct CreateTemplateResult {
  static void describe(StructureShape<CreateTemplateResult>& s);
};

// At most 500 KB. AlreadyExists, InvalidTemplate.
struct CreateTemplate {
  static constexpr OperationName kOperation{"ses", "CreateTemplate"};
  using Result = CreateTemplateResult;
  Template template_value;
  static void describe(StructureShape<CreateTemplate>& s);
};

struct GetTemplateResult {
  std::optional<Template> template_value = {};
  static void describe(StructureShape<GetTemplateResult>& s);
};

struct GetTemplate {
  static constexpr OperationName kOperation{"ses", "GetTemplate"};
  using Result = GetTemplateResult;
  std::string template_name;
  static void describe(StructureShape<GetTemplate>& s);
};

struct UpdateTemplateResult {
  static void describe(StructureShape<UpdateTemplateResult>& s);
};

struct UpdateTemplate {
  static constexpr OperationName kOperation{"ses", "UpdateTemplate"};
  using Result = UpdateTemplateResult;
  Template template_value;
  static void describe(StructureShape<UpdateTemplate>& s);
};

struct DeleteTemplateResult {
  static void describe(StructureShape<DeleteTemplateResult>& s);
};

// Without effect for one that is not there.
struct DeleteTemplate {
  static constexpr OperationName kOperation{"ses", "DeleteTemplate"};
  using Result = DeleteTemplateResult;
  std::string template_name;
  static void describe(StructureShape<DeleteTemplate>& s);
};

struct TemplateMetadata {
  std::string name = {};
  std::optional<Time> created_timestamp = {};
  static void describe(StructureShape<TemplateMetadata>& s);
};

struct ListTemplatesResult {
  std::vector<TemplateMetadata> templates_metadata = {};
  std::string next_token = {};
  static void describe(StructureShape<ListTemplatesResult>& s);
};

// 10 at a time unless `max_items` says otherwise, at most 100.
struct ListTemplates {
  static constexpr OperationName kOperation{"ses", "ListTemplates"};
  using Result = ListTemplatesResult;
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListTemplates>& s);
};

struct TestRenderTemplateResult {
  std::string rendered_template = {};
  static void describe(StructureShape<TestRenderTemplateResult>& s);
};

// The message in MIME. MissingRenderingAttribute for an attribute that the data lacks.
struct TestRenderTemplate {
  static constexpr OperationName kOperation{"ses", "TestRenderTemplate"};
  using Result = TestRenderTemplateResult;
  std::string template_name;
  std::string template_data;
  static void describe(StructureShape<TestRenderTemplate>& s);
};

}  // namespace emu::ses
