// Templates of mail, in the parts of Handlebars that SES knows.
//
//   MailTemplate::parse("Hello {{name}}{{#if seats}}, {{#each seats}}{{this}} {{/each}}{{/if}}")
//
// {{name}}, {{a.b}}, {{{name}}}; {{#if}}, {{#unless}}, {{#each}} and {{#with}}, with {{else}};
// {{this}}, {{@index}}, {{@key}}, {{@first}}, {{@last}}; {{! comments }}; inline partials. Nothing
// is escaped: Amazon SES Developer Guide, "Using templates to send personalized email with the
// Amazon SES API" and "Advanced email personalization".
#pragma once

#include <emu/result.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/json_view.h"

namespace emu::ses {

// The data of a rendering. What the last document lacks is looked for in the one before it.
class TemplateData {
 public:
  // InvalidRenderingParameter for what is no JSON object. An empty text is an empty object.
  Status add(std::string_view json);
  const std::vector<JsonDocument>& documents() const { return documents_; }

 private:
  std::vector<JsonDocument> documents_;
};

class MailTemplate {
 public:
  struct Node;

  // InvalidTemplate for what cannot be understood.
  static Result<MailTemplate> parse(std::string_view text);
  MailTemplate(MailTemplate&&) noexcept;
  MailTemplate& operator=(MailTemplate&&) noexcept;
  ~MailTemplate();

  // MissingRenderingAttribute for a name that the data lacks, and InvalidTemplate for what gets too
  // long.
  Result<std::string> render(const TemplateData& data) const;

 private:
  explicit MailTemplate(std::vector<Node> nodes);
  std::vector<Node> nodes_;
};

// A template's text rendered at once.
Result<std::string> render_template(std::string_view text, const TemplateData& data);

}  // namespace emu::ses
