#include "cloudformation/sam/serverless.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "cloudformation/sam/building.h"

namespace emu::cloudformation::sam {

namespace {

constexpr std::string_view kServerless = "AWS::Serverless::";

struct Maker {
  std::string_view type;
  Status (*make)(Building& building, const Source& source);
};
constexpr std::array<Maker, 4> kMakers = {{{"AWS::Serverless::Function", &make_function},
                                           {"AWS::Serverless::HttpApi", &make_http_api},
                                           {"AWS::Serverless::SimpleTable", &make_simple_table},
                                           {"AWS::Serverless::LayerVersion", &make_layer_version}}};
constexpr std::array<std::string_view, 4> kMade = {
    "AWS::Serverless::Function", "AWS::Serverless::HttpApi", "AWS::Serverless::SimpleTable",
    "AWS::Serverless::LayerVersion"};

bool is_serverless(const Node& resource) {
  return resource.text_of("Type").starts_with(kServerless);
}

// What is named by more than its logical id: "Worker.Alias" in Ref and Fn::Sub.
void rename_references(Node& node, const Building& building) {
  const auto new_name = [&](std::string_view name) -> const std::string* {
    const auto found = building.renamed.find(name);
    return found == building.renamed.end() ? nullptr : &found->second;
  };
  if (const auto call = as_call(node)) {
    Node& argument = node.items[0];
    if (call->name == "Ref") {
      if (const std::string* name = new_name(argument.text)) argument.text = *name;
      return;
    }
    if (call->name == "Fn::Sub") {
      std::string& text =
          argument.is_list() && !argument.items.empty() ? argument.items[0].text : argument.text;
      for (const auto& [before, after] : building.renamed) {
        const std::string variable = "${" + before + "}";
        for (std::size_t at = 0; (at = text.find(variable, at)) != text.npos;) {
          text.replace(at, variable.size(), "${" + after + "}");
        }
      }
    }
  }
  for (Node& item : node.items) rename_references(item, building);
}

void rename_dependencies(Building& building) {
  for (Node& resource : building.made.items) {
    Node* depends = resource.find("DependsOn");
    if (depends == nullptr) continue;
    std::vector<Node*> names = {depends};
    for (Node& item : depends->items) names.push_back(&item);
    for (Node* name : names) {
      const auto found = building.renamed.find(name->text);
      if (found != building.renamed.end()) name->text = found->second;
    }
  }
}

Result<Source> source_of(const Building& building, const Node& root, const Node::Key& key,
                         const Node& resource) {
  Source source{.id = key.name,
                .place = key.place,
                .type = std::string(resource.text_of("Type")),
                .resource = resource,
                .properties = map_node(key.place)};
  if (const Node* properties = resource.find("Properties")) {
    if (!properties->is_map()) {
      return invalid(building, source, properties->place, "'Properties' must be a map.",
                     "below it each property stands with its name and a colon");
    }
    source.properties = *properties;
  }
  if (const Node* globals = root.find("Globals")) {
    EMU_CHECK(merge_globals(building, *globals, source));
  }
  return source;
}

Status make(Building& building, const Source& source) {
  for (const Maker& maker : kMakers) {
    if (maker.type == source.type) return maker.make(building, source);
  }
  return invalid(building, source, source.resource.find("Type")->place,
                 fmt::format("The resource type {} is not answered.", source.type),
                 source.type == "AWS::Serverless::Api" ? "write AWS::Serverless::HttpApi"
                                                       : advice_for(source.type, kMade));
}

// An event without ApiId asks for an API that the template does not have.
bool wants_implicit_api(const Node& resources) {
  for (const Node& resource : resources.items) {
    const Node* properties = resource.find("Properties");
    const Node* events = properties == nullptr ? nullptr : properties->find("Events");
    if (!is_serverless(resource) || events == nullptr) continue;
    for (const Node& event : events->items) {
      if (event.text_of("Type") != "HttpApi") continue;
      const Node* given = event.find("Properties");
      if (given == nullptr || given->find("ApiId") == nullptr) return true;
    }
  }
  return false;
}

}  // namespace

Status apply_serverless(Node& root, const Template& from, const ParameterValues& parameters) {
  const Node& before = *root.find("Resources");
  Building building{
      .from = from, .parameters = parameters, .before = before, .made = map_node(before.place)};
  // First what is no resource of SAM, for events that change it.
  for (std::size_t i = 0; i < before.keys.size(); ++i) {
    if (is_serverless(before.items[i])) continue;
    building.made.keys.push_back(before.keys[i]);
    building.made.items.push_back(before.items[i]);
  }
  for (std::size_t i = 0; i < before.keys.size(); ++i) {
    if (!is_serverless(before.items[i])) continue;
    EMU_TRY(const Source& source, source_of(building, root, before.keys[i], before.items[i]));
    EMU_CHECK(make(building, source));
  }
  if (wants_implicit_api(before)) {
    Node resource = object(before.place, {{"Type", text_node(kMade[1], before.place)}});
    const Node::Key key{.name = std::string(kImplicitApi), .place = before.place};
    EMU_TRY(const Source& source, source_of(building, root, key, resource));
    EMU_CHECK(make(building, source));
  }
  EMU_CHECK(finish_http_apis(building));
  rename_dependencies(building);
  root.remove("Globals");
  root.set("Resources", std::move(building.made));
  rename_references(*root.find("Resources"), building);
  if (Node* outputs = root.find("Outputs")) rename_references(*outputs, building);
  return {};
}

}  // namespace emu::cloudformation::sam
