// AWS::Serverless::HttpApi, and the events that are its routes. As SAM does, it makes an OpenAPI
// document of them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cloudformation/functions.h"
#include "cloudformation/sam/building.h"
#include "cloudformation/sam/events.h"
#include "core/text/ascii.h"

namespace emu::cloudformation::sam {

namespace {

constexpr std::string_view kAnyMethod = "x-amazon-apigateway-any-method";
constexpr std::array<std::string_view, 4> kApiPassed = {"Description", "FailOnWarnings",
                                                        "DisableExecuteApiEndpoint", "Name"};
constexpr std::array<std::string_view, 10> kApiRead = {"StageName",
                                                       "CorsConfiguration",
                                                       "DefinitionBody",
                                                       "DefinitionUri",
                                                       "Tags",
                                                       "RouteSettings",
                                                       "DefaultRouteSettings",
                                                       "StageVariables",
                                                       "AccessLogSettings",
                                                       "PropagateTags"};

// CorsConfiguration has the names of the API, and its document begins them with small letters.
Node cors_of(const Node& given) {
  if (!given.is_map()) {
    return object(given.place, {{"allowOrigins", texts(given.place, {"*"})}});
  }
  Node cors = map_node(given.place);
  for (std::size_t i = 0; i < given.keys.size(); ++i) {
    std::string name = given.keys[i].name;
    name[0] = to_lower(name[0]);
    cors.set(name, given.items[i]);
  }
  return cors;
}

Node document_of(const Node& properties, Place place) {
  if (const Node* given = properties.find("DefinitionBody")) return *given;
  Node info = object(
      place, {{"version", text_node("1.0", place)}, {"title", ref_node("AWS::StackName", place)}});
  copy_as(properties, "Name", "title", info);
  copy_as(properties, "Description", "description", info);
  const Node maker = object(place, {{"name", text_node("httpapi:createdBy", place)},
                                    {"x-amazon-apigateway-tag-value", text_node("SAM", place)}});
  return object(place, {{"openapi", text_node("3.0.1", place)},
                        {"info", info},
                        {"paths", map_node(place)},
                        {"tags", list_node({maker}, place)}});
}

void add_tags(const Node* tags, Node& document, Node& stage_tags) {
  if (tags == nullptr) return;
  for (std::size_t i = 0; i < tags->keys.size(); ++i) {
    const Place place = tags->keys[i].place;
    stage_tags.set(tags->keys[i].name, tags->items[i]);
    if (Node* list = document.find("tags")) {
      list->items.push_back(object(place, {{"name", text_node(tags->keys[i].name, place)},
                                           {"x-amazon-apigateway-tag-value", tags->items[i]}}));
    }
  }
}

// "$default" is a stage that SAM names for what it is.
Result<std::string> stage_id(const Building& building, const Source& source) {
  const Node* name = source.properties.find("StageName");
  if (name == nullptr) return source.id + "ApiGatewayDefaultStage";
  const auto text = known_text(building, *name);
  if (!text) {
    return invalid(building, source, name->place, "'StageName' must be a string.",
                   "write a text, or !Ref of a parameter");
  }
  if (*text == "$default") return source.id + "ApiGatewayDefaultStage";
  std::string plain = *text;
  std::erase_if(plain, [](char c) { return !is_alphanumeric(c); });
  return source.id + plain + "Stage";
}

Status make_stage(Building& building, const Source& source, Node stage_tags) {
  const Node& properties = source.properties;
  Node stage = object(source.place, {{"ApiId", ref_node(source.id, source.place)},
                                     {"StageName", text_node("$default", source.place)},
                                     {"AutoDeploy", boolean_node(true, source.place)}});
  static constexpr std::array<std::string_view, 5> kPassed = {
      "StageName", "StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings"};
  copy_members(properties, kPassed, stage);
  stage.set("Tags", std::move(stage_tags));
  EMU_TRY(const std::string id, stage_id(building, source));
  building.renamed[source.id + ".Stage"] = id;
  return add(building, source, id, "AWS::ApiGatewayV2::Stage", std::move(stage), source.place);
}

// The API of an event: one of the template, or the implicit one.
Result<std::string> api_of(const Building& building, const Source& source, const Event& event) {
  const Node* api = event.properties.find("ApiId");
  if (api == nullptr) return std::string(kImplicitApi);
  const auto call = as_call(*api);
  const std::string id = call && call->name == "Ref" ? call->argument.text : api->text;
  const Node* resource = building.before.find(id);
  if (resource != nullptr && resource->text_of("Type") == "AWS::Serverless::HttpApi") return id;
  return invalid_event(building, source, event,
                       "ApiId must be a valid reference to an 'AWS::Serverless::HttpApi' resource "
                       "in same template.",
                       "write ApiId: !Ref with its name, or leave ApiId out");
}

// What a path with variables is in the ARN of a request.
std::string path_in_arn(std::string_view path) {
  std::string made;
  while (!path.empty()) {
    const std::size_t begin = path.find('{');
    const std::size_t end = begin == path.npos ? path.npos : path.find('}', begin);
    if (end == path.npos) break;
    made.append(path.substr(0, begin)).append("*");
    path.remove_prefix(end + 1);
  }
  return made.append(path);
}

Node request_arn(const std::string& api, const Route& route, Place place) {
  const std::string method = route.method == kAnyMethod ? "*" : route.method;
  std::string upper = method;
  for (char& c : upper) c = to_upper(c);
  const bool is_default = route.route_key == "$default";
  const Node variables =
      object(place, {{"__ApiId__", ref_node(api, place)}, {"__Stage__", text_node("*", place)}});
  const std::string text = fmt::format(
      "arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{__ApiId__}}/"
      "${{__Stage__}}/{}",
      is_default ? "$default" : upper + path_in_arn(route.path));
  return object(place, {{"Fn::Sub", list_node({text_node(text, place), variables}, place)}});
}

}  // namespace

Status make_http_route(Building& building, const Source& source, const Invoked& invoked,
                       const Event& event) {
  const Node* path = event.properties.find("Path");
  const Node* method = event.properties.find("Method");
  EMU_TRY(const std::string api, api_of(building, source, event));
  if ((path == nullptr) != (method == nullptr)) {
    return invalid_event(building, source, event,
                         "Event must define a 'Path' and a 'Method', or neither of them.",
                         path == nullptr ? "add Path: /" : "add Method: GET");
  }
  Route route{.path = "/$default", .method = std::string(kAnyMethod), .place = event.place};
  route.route_key = "$default";
  if (path != nullptr) {
    const auto path_text = known_text(building, *path);
    const auto method_text = known_text(building, *method);
    if (!path_text || !method_text || !path_text->starts_with('/')) {
      return invalid_event(building, source, event,
                           "Path and Method are texts, and a path begins "
                           "with a slash.",
                           "write Path: /orders");
    }
    route.path = *path_text;
    route.method = lower_case(*method_text);
    std::string upper = *method_text;
    for (char& c : upper) c = to_upper(c);
    if (route.method == "any" || route.method == "*") route.method = kAnyMethod;
    route.route_key = fmt::format("{} {}", route.method == kAnyMethod ? "ANY" : upper, route.path);
  }
  const Place place = event.place;
  Node integration = object(
      place,
      {{"type", text_node("aws_proxy", place)},
       {"httpMethod", text_node("POST", place)},
       {"payloadFormatVersion", text_node("2.0", place)},
       {"uri", sub_node(fmt::format("arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:"
                                    "path/2015-03-31/functions/${{{}}}/invocations",
                                    invoked.uri_name),
                        place)}});
  copy_as(event.properties, "PayloadFormatVersion", "payloadFormatVersion", integration);
  copy_as(event.properties, "TimeoutInMillis", "timeoutInMillis", integration);
  route.operation = object(
      place, {{"x-amazon-apigateway-integration", integration}, {"responses", map_node(place)}});
  if (route.route_key == "$default") {
    route.operation.set("isDefaultRoute", boolean_node(true, place));
  }
  route.operation = conditional(source, std::move(route.operation));
  if (const Node* settings = event.properties.find("RouteSettings")) route.settings = *settings;
  const Node arn = request_arn(api, route, place);
  building.routes[api].push_back(std::move(route));
  return make_permission(building, source, invoked, event, "apigateway.amazonaws.com", arn);
}

Status make_http_api(Building& building, const Source& source) {
  const Node& properties = source.properties;
  EMU_CHECK(check_properties(building, source, properties, kApiPassed, kApiRead,
                             "AWS::Serverless::HttpApi"));
  Node api = map_node(source.place);
  Node stage_tags = object(source.place, {{"httpapi:createdBy", text_node("SAM", source.place)}});
  if (const Node* uri = properties.find("DefinitionUri")) {
    api.set("BodyS3Location", code_of(*uri, "Bucket", "Key", "Version"));
    add_tags(properties.find("Tags"), api, stage_tags);
  } else {
    Node document = document_of(properties, source.place);
    if (const Node* cors = properties.find("CorsConfiguration"); cors && cors->text != "false") {
      document.set("x-amazon-apigateway-cors", cors_of(*cors));
    }
    add_tags(properties.find("Tags"), document, stage_tags);
    api.set("Body", std::move(document));
  }
  copy_as(properties, "FailOnWarnings", "FailOnWarnings", api);
  copy_as(properties, "DisableExecuteApiEndpoint", "DisableExecuteApiEndpoint", api);
  EMU_CHECK(add_main(building, source, source.id, "AWS::ApiGatewayV2::Api", std::move(api)));
  return make_stage(building, source, std::move(stage_tags));
}

Status finish_http_apis(Building& building) {
  for (const auto& [id, routes] : building.routes) {
    Node* body = building.made.find(id)->find("Properties")->find("Body");
    Source source{.id = id, .place = routes[0].place};
    if (body == nullptr || !body->is_map()) {
      return invalid(building, source, routes[0].place,
                     "Events need an API whose definition is in the template.",
                     "leave DefinitionUri out, or write DefinitionBody");
    }
    if (body->find("paths") == nullptr) body->set("paths", map_node(routes[0].place));
    for (const Route& route : routes) {
      Node& paths = *body->find("paths");
      if (paths.find(route.path) == nullptr) paths.set(route.path, map_node(route.place));
      Node& path = *paths.find(route.path);
      const Node* other = path.find(route.method);
      if (other && (other->find("x-amazon-apigateway-integration") || other->find("Fn::If"))) {
        return invalid(building, source, route.place,
                       fmt::format("API method \"{}\" defined multiple times for path \"{}\".",
                                   route.method, route.path),
                       "two events cannot have the same path and method");
      }
      path.set(route.method, route.operation);
      if (!route.settings) continue;
      Node& stage = *building.made.find(building.renamed.at(id + ".Stage"))->find("Properties");
      if (stage.find("RouteSettings") == nullptr) {
        stage.set("RouteSettings", map_node(route.place));
      }
      stage.find("RouteSettings")->set(route.route_key, *route.settings);
    }
  }
  return {};
}

}  // namespace emu::cloudformation::sam
