// Sources: Amazon SES Developer Guide, "Using templates to send personalized email with the Amazon
// SES API", "Advanced email personalization"; Amazon SES API Reference, "CreateTemplate".
#include <doctest/doctest.h>
#include <emu/pages.h>

#include <string>

#include "ses/support.h"

namespace emu::ses {

namespace {

struct TemplateFixture : SenderFixture {
  void create(const std::string& text, const std::string& name = "ticket") {
    aws.send(CreateTemplate{{.template_name = name, .subject_part = "Hi", .text_part = text}})
        .value();
  }
  // The text of a mail that a template makes; an error's code otherwise.
  std::string render(const std::string& text, const std::string& data) {
    aws.send(DeleteTemplate{.template_name = "render"}).value();
    create(text, "render");
    const auto rendered =
        aws.send(TestRenderTemplate{.template_name = "render", .template_data = data});
    if (!rendered) return rendered.error().message;
    const std::string& mime = rendered->rendered_template;
    const auto body = mime.find("\r\n\r\n") + 4;
    return mime.substr(body);
  }
};

}  // namespace

TEST_SUITE("ses: templates") {
  TEST_CASE_FIXTURE(TemplateFixture, "mail is written from a template") {
    create("Hello {{name}}, seat {{seat.row}}{{seat.letter}}");
    SendTemplatedEmail request{.source = kSender,
                               .destination = {.to_addresses = {kReader}},
                               .template_value = "ticket",
                               .template_data = R"({"name":"Ann","seat":{"row":12,"letter":"A"}})"};
    aws.send(request).value();
    CHECK(newest().subject == "Hi");
    CHECK(newest().body == "Hello Ann, seat 12A");
  }

  TEST_CASE_FIXTURE(TemplateFixture, "what lacks an attribute is accepted and not sent") {
    create("Hello {{name}}");
    SendTemplatedEmail request{.source = kSender,
                               .destination = {.to_addresses = {kReader}},
                               .template_value = "ticket",
                               .template_data = "{}"};
    CHECK_FALSE(aws.send(request).value().message_id.empty());
    CHECK(outbox().empty());
    request.template_data = "[]";
    CHECK(code(aws.send(request)) == errors::kInvalidRenderingParameter);
    request.template_value = "none";
    CHECK(message(aws.send(request)) == "Template none does not exist");
  }

  TEST_CASE_FIXTURE(TemplateFixture, "the language") {
    const struct {
      const char* text;
      const char* data;
      const char* out;
    } cases[] = {
        {"{{a}}", R"({"a":"<b>"})", "<b>"},
        {"{{{a}}} {{&a}}", R"({"a":"&"})", "& &"},
        {"{{a}}{{b}}{{c}}", R"({"a":1,"b":true,"c":1.5})", "1true1.5"},
        {"{{ a.b }}", R"({"a":{"b":"c"}})", "c"},
        {"{{#if a}}yes{{else}}no{{/if}}", R"({"a":"x"})", "yes"},
        {"{{#if a}}yes{{else}}no{{/if}}", R"({"a":""})", "no"},
        {"{{#if a}}yes{{else}}no{{/if}}", R"({"a":0})", "no"},
        {"{{#if a}}yes{{else}}no{{/if}}", R"({"a":[]})", "no"},
        {"{{#if a}}yes{{else}}no{{/if}}", R"({"a":{}})", "yes"},
        {"{{#if a}}yes{{else}}no{{/if}}", "{}", "no"},
        {"{{#unless a}}no{{/unless}}", "{}", "no"},
        {"{{#each a}}[{{this}}]{{/each}}", R"({"a":["x","y"]})", "[x][y]"},
        {"{{#each a}}{{@index}}{{name}} {{/each}}", R"({"a":[{"name":"x"},{"name":"y"}]})",
         "0x 1y "},
        {"{{#each a}}{{@key}}={{this}};{{/each}}", R"({"a":{"x":1,"y":2}})", "x=1;y=2;"},
        {"{{#each a}}{{#each this}}{{this}}{{/each}};{{/each}}", R"({"a":[[1,2],[3]]})", "12;3;"},
        {"{{#each a}}{{this}}{{../b}}{{/each}}", R"({"a":[1,2],"b":"-"})", "1-2-"},
        {"{{#each a}}x{{else}}none{{/each}}", R"({"a":[]})", "none"},
        {"{{#with a}}{{b}}{{/with}}", R"({"a":{"b":"c"}})", "c"},
        {"a{{! not seen }}b{{!-- nor {{this}} --}}c", "{}", "abc"},
        {R"({{#* inline "f"}}Hi {{n}}{{/inline}}{{> f}}!)", R"({"n":"Ann"})", "Hi Ann!"},
        {"{{a}}", "{}", "Attribute 'a' is not present in the rendering data."},
        {"{{a.b}}", R"({"a":{}})", "Attribute 'a.b' is not present in the rendering data."},
    };
    for (const auto& one : cases) {
      CAPTURE(one.text);
      CAPTURE(one.data);
      CHECK(render(one.text, one.data) == one.out);
    }
  }

  TEST_CASE_FIXTURE(TemplateFixture, "a template that cannot be understood is not created") {
    const std::string deep = [] {
      std::string text;
      for (int i = 0; i < 40; ++i) text += "{{#if a}}";
      return text;
    }();
    for (const std::string& text :
         {std::string("{{#if a}}"), std::string("{{a"), std::string("{{/if}}"),
          std::string("{{#if a}}{{/each}}"), std::string("{{#nope a}}{{/nope}}"),
          std::string("{{}}"), deep}) {
      CAPTURE(text);
      CHECK(code(aws.send(
                CreateTemplate{{.template_name = "t", .subject_part = "Hi", .text_part = text}})) ==
            errors::kInvalidTemplate);
    }
    CHECK(code(aws.send(CreateTemplate{{.template_name = "t", .text_part = "x"}})) ==
          errors::kInvalidTemplate);
    CHECK(aws.send(ListTemplates{}).value().templates_metadata.empty());
  }

  TEST_CASE_FIXTURE(TemplateFixture, "loops within loops end") {
    std::string numbers = "0";
    for (int i = 0; i < 1000; ++i) numbers += ",0";
    CHECK(contains(render("{{#each a}}{{#each ../a}}{{#each ../a}}{{#if b}}{{/if}}"
                          "{{/each}}{{/each}}{{/each}}",
                          "{\"a\":[" + numbers + "]}"),
                   "the rendered text is too long"));
  }

  TEST_CASE_FIXTURE(TemplateFixture, "names that are looked for in much data are steps too") {
    std::string data = "{\"a\":[0";
    for (int i = 0; i < 2000; ++i) data += ",0";
    data += "]";
    for (int i = 0; i < 2000; ++i) data += ",\"m" + std::to_string(i) + "\":\"\"";
    CHECK(contains(render("{{#each a}}{{m1999}}{{/each}}", data + "}"),
                   "the rendered text is too long"));
    CHECK(render("{{m1999}}{{#each a}}{{#if this}}x{{/if}}{{/each}}", data + "}").empty());
  }

  TEST_CASE_FIXTURE(TemplateFixture, "templates are read, changed, listed and deleted") {
    create("a");
    CHECK(message(aws.send(CreateTemplate{{.template_name = "ticket", .subject_part = "x"}})) ==
          "Template ticket already exists");
    aws.send(UpdateTemplate{{.template_name = "ticket", .subject_part = "New"}}).value();
    const auto read = aws.send(GetTemplate{.template_name = "ticket"}).value().template_value;
    CHECK(read->subject_part == "New");
    CHECK_FALSE(read->text_part);
    for (char c = 'a'; c < 'l'; ++c) create("x", std::string(1, c));
    std::vector<std::string> names;
    for_each_page(aws, ListTemplates{}, [&](const ListTemplatesResult& page) {
      CHECK(page.templates_metadata.size() <= 10);
      for (const auto& one : page.templates_metadata) names.push_back(one.name);
    }).value();
    CHECK(names.size() == 12);
    aws.send(DeleteTemplate{.template_name = "ticket"}).value();
    aws.send(DeleteTemplate{.template_name = "ticket"}).value();
    CHECK(code(aws.send(GetTemplate{.template_name = "ticket"})) == errors::kTemplateDoesNotExist);
    CHECK(code(aws.send(UpdateTemplate{{.template_name = "ticket", .subject_part = "x"}})) ==
          errors::kTemplateDoesNotExist);
  }

  TEST_CASE_FIXTURE(TemplateFixture, "many are sent to at once, each by itself") {
    create("Hello {{name}} of {{team}}");
    SendBulkTemplatedEmail request{.source = kSender,
                                   .template_value = "ticket",
                                   .default_template_data = R"({"name":"you","team":"bus"})",
                                   .destinations = {}};
    request.destinations = {{.destination = {.to_addresses = {kReader}},
                             .replacement_template_data = R"({"name":"Ann"})"},
                            {.destination = {.to_addresses = {"nobody"}}},
                            {.destination = {.to_addresses = {"bob@example.org"}}}};
    const auto status = aws.send(request).value().status;
    REQUIRE(status.size() == 3);
    CHECK(status[0].status == "Success");
    CHECK(status[1].status == "InvalidParameterValue");
    CHECK(status[1].error == "Missing final '@domain'");
    CHECK(status[2].status == "Success");
    REQUIRE(outbox().size() == 2);
    CHECK(outbox()[0].body == "Hello Ann of bus");
    CHECK(outbox()[1].body == "Hello you of bus");
    request.destinations.assign(51, request.destinations[0]);
    CHECK(code(aws.send(request)) == errors::kInvalidParameterValue);
  }
}

}  // namespace emu::ses
