// What the makers of SAM's resources share: the resources made so far, and how one is added.
#pragma once

#include <emu/result.h>

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cloudformation/template.h"

namespace emu::cloudformation::sam {

// A resource of the template, before the transform.
struct Source {
  std::string id = {};
  Place place = {};
  std::string type = {};
  Node resource = {};    // with Condition, DependsOn and the like
  Node properties = {};  // with the globals
};

// A route that a function's event asks of an HTTP API.
struct Route {
  std::string path = {};    // "/orders/{id}", "/$default"
  std::string method = {};  // "get", "x-amazon-apigateway-any-method"
  Node operation = {};      // of the OpenAPI document
  Place place = {};
  std::optional<Node> settings = {};  // RouteSettings of the stage
  std::string route_key = {};         // "GET /orders/{id}"
};

struct Building {
  const Template& from;
  const ParameterValues& parameters;
  const Node& before;                                                  // Resources as they were
  Node made = {};                                                      // Resources as they become
  std::map<std::string, std::vector<Route>, std::less<>> routes = {};  // by API
  // What a reference to the first becomes: "Worker.Alias" and "WorkerAliaslive".
  std::map<std::string, std::string, std::less<>> renamed = {};
};

inline constexpr std::string_view kImplicitApi = "ServerlessHttpApi";

// In SAM's words that a resource, or an event of one, is invalid.
Error invalid(const Building& building, const Source& source, Place place, std::string_view text,
              std::string_view advice);

// A map of these members, at a place.
Node object(Place place, std::initializer_list<std::pair<std::string_view, Node>> members);
Node texts(Place place, std::initializer_list<std::string_view> items);
// {"Fn::Sub": text}
Node sub_node(std::string_view text, Place place);

// The value where the condition of the source holds, else AWS::NoValue.
Node conditional(const Source& source, Node value);

// Sets those members in `into` that `from` has.
void copy_members(const Node& from, std::span<const std::string_view> names, Node& into);
// Sets `to` in `into` when `from` has the member.
void copy_as(const Node& from, std::string_view name, std::string_view to, Node& into);

// A scalar's text, or that of a parameter which it refers to.
std::optional<std::string> known_text(const Building& building, const Node& node);

// Refuses properties that SAM does not know for a type.
Status check_properties(const Building& building, const Source& source, const Node& properties,
                        std::span<const std::string_view> passed,
                        std::span<const std::string_view> read, std::string_view type);

// Adds a resource under the condition of the one that it is made for.
Status add(Building& building, const Source& source, std::string_view id, std::string_view type,
           Node properties, Place place);
// The same for what stands for the source itself: it keeps its other attributes, too.
Status add_main(Building& building, const Source& source, std::string_view id,
                std::string_view type, Node properties);

// {"Key": …, "Value": …} for each of a map of tags, behind one that says who made it.
Node tag_list(const Node* tags, Place place);

// "{bucket, key}" of "s3://bucket/key" and of a map; a text that is a path stays one.
Node code_of(const Node& uri, std::string_view bucket, std::string_view key,
             std::string_view version);

// The beginning of the SHA-256 of a value, as SAM puts it behind names.
std::string short_hash(const Node& node);

Status make_function(Building& building, const Source& source);
Status make_http_api(Building& building, const Source& source);
Status make_simple_table(Building& building, const Source& source);
Status make_layer_version(Building& building, const Source& source);
// Puts routes into the documents of their APIs, and makes the implicit one when it is needed.
Status finish_http_apis(Building& building);

// What Globals says of a type is taken into a resource's properties.
Status merge_globals(const Building& building, const Node& globals, Source& source);

}  // namespace emu::cloudformation::sam
