#include "cli/operations_json.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>

#include "core/gate/service_profile.h"
#include "core/json/json_writer.h"

namespace emu::cli {

namespace {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kString:
      return "string";
    case Kind::kBoolean:
      return "boolean";
    case Kind::kInteger:
      return "integer";
    case Kind::kDouble:
      return "double";
    case Kind::kTimestamp:
      return "timestamp";
    case Kind::kBlob:
      return "blob";
    case Kind::kList:
      return "list";
    case Kind::kMap:
      return "map";
    case Kind::kStructure:
      return "structure";
    case Kind::kCustom:
      return "custom";
  }
  return "";
}

// As API models name them.
std::string_view name_of(ProtocolKind kind) {
  switch (kind) {
    case ProtocolKind::kJson:
      return "json";
    case ProtocolKind::kCbor:
      return "smithy-rpc-v2-cbor";
    case ProtocolKind::kQuery:
    case ProtocolKind::kQueryJson:
      return "query";
    case ProtocolKind::kRestJson:
      return "rest-json";
    case ProtocolKind::kRestXml:
      return "rest-xml";
  }
  return "";
}

std::string_view name_of(Location location) {
  switch (location) {
    case Location::kBody:
      return "body";
    case Location::kHeader:
      return "header";
    case Location::kHeaderPrefix:
      return "headers";
    case Location::kPath:
      return "path";
    case Location::kQuery:
      return "query";
    case Location::kStatus:
      return "status";
    case Location::kPayload:
      return "payload";
  }
  return "";
}

class Describer {
 public:
  explicit Describer(JsonWriter& json) : json_(json) {}

  void service(std::string_view name, std::span<const OperationEntry* const> entries) {
    json_.begin_object();
    text("name", name);
    if (const ServiceProfile* profile = find_profile(name)) this->profile(*profile);
    json_.key("operations");
    json_.begin_array();
    for (const OperationEntry* entry : entries) operation(*entry->operation);
    json_.end_array();
    json_.end_object();
  }

 private:
  void profile(const ServiceProfile& profile) {
    text("signing_name", profile.signing_name);
    text("host_prefix", profile.host_prefix);
    text("api_version", profile.api_version);
    text("sdk_id", profile.sdk_id);
    text("cli_name", profile.cli_name);
    text("javascript_client", javascript_client(profile));
    text("endpoint_variable", endpoint_variable(profile));
    json_.key("protocols");
    json_.begin_array();
    for (const ProtocolProfile& protocol : profile.protocols) {
      json_.begin_object();
      text("name", name_of(protocol.kind));
      if (!protocol.target_prefix.empty()) text("target_prefix", protocol.target_prefix);
      if (!protocol.json_version.empty()) text("json_version", protocol.json_version);
      if (!protocol.xml_namespace.empty()) text("xml_namespace", protocol.xml_namespace);
      json_.end_object();
    }
    json_.end_array();
    json_.key("errors");
    json_.begin_array();
    for (const ErrorProfile& error : profile.errors) {
      json_.begin_object();
      text("code", error.code);
      if (!error.query_code.empty()) text("query_code", error.query_code);
      json_.end_object();
    }
    json_.end_array();
  }

  void operation(const Operation& op) {
    json_.begin_object();
    text("name", op.name.name);
    text("method", op.name.method);
    text("uri", op.name.uri);
    json_.member("status", op.name.status);
    json_.key("input");
    shape(op.input());
    json_.key("output");
    shape(op.output());
    json_.end_object();
  }

  void text(std::string_view name, std::string_view value) { json_.member(name, value); }
  // Left out when it is false.
  void flag(std::string_view name, bool value) {
    if (!value) return;
    json_.member(name, true);
  }

  void shape(const Shape& shape) {
    json_.begin_object();
    text("kind", name_of(shape.kind));
    if (shape.kind == Kind::kStructure) {
      structure(shape);
    } else if (shape.kind == Kind::kList || shape.kind == Kind::kMap) {
      json_.key("element");
      this->shape(shape.element());
    } else if (shape.kind == Kind::kInteger) {
      const bool is_long = shape.integer_max > std::numeric_limits<std::int32_t>::max();
      json_.member("bits", is_long ? 64 : 32);
    }
    json_.end_object();
  }

  void structure(const Shape& shape) {
    const bool is_open = std::find(open_.begin(), open_.end(), &shape) != open_.end();
    flag("recursive", is_open);
    if (is_open) return;
    open_.push_back(&shape);
    json_.key("members");
    json_.begin_array();
    for (const Member& each : shape.members) member(each);
    json_.end_array();
    open_.pop_back();
  }

  void member(const Member& member) {
    json_.begin_object();
    text("name", member.name);
    text("wire_name", member.wire_name);
    text("location", name_of(member.location));
    flag("required", member.is_required);
    flag("flattened", member.is_flattened);
    if (!member.element_name.empty()) text("element_name", member.element_name);
    if (!member.query_name.empty()) text("query_name", member.query_name);
    if (member.map_key != "key") text("map_key", member.map_key);
    if (member.map_value != "value") text("map_value", member.map_value);
    constraints(member.constraints);
    if (member.element_constraints) {
      json_.key("each");
      json_.begin_object();
      constraints(*member.element_constraints);
      json_.end_object();
    }
    json_.key("type");
    shape(member.shape());
    json_.end_object();
  }

  void constraints(const Constraints& constraints) {
    using Limits = std::numeric_limits<std::int64_t>;
    if (constraints.min != Limits::min()) {
      json_.member("min", constraints.min);
    }
    if (constraints.max != Limits::max()) {
      json_.member("max", constraints.max);
    }
    if (!constraints.pattern.empty()) text("pattern", constraints.pattern);
    if (constraints.values.empty()) return;
    json_.key("values");
    json_.begin_array();
    for (const std::string_view value : constraints.values) json_.string(value);
    json_.end_array();
  }

  JsonWriter& json_;
  std::vector<const Shape*> open_;  // the structures that the writer is inside of
};

}  // namespace

std::string operations_json(const std::vector<const OperationEntry*>& entries) {
  std::string out;
  JsonWriter json(out);
  Describer describer(json);
  json.begin_object();
  json.key("services");
  json.begin_array();
  for (auto first = entries.begin(); first != entries.end();) {
    const std::string_view service = (*first)->operation->name.service;
    const auto end = std::find_if(first, entries.end(), [&](const OperationEntry* entry) {
      return entry->operation->name.service != service;
    });
    describer.service(service, {first, end});
    first = end;
  }
  json.end_array();
  json.end_object();
  return out;
}

}  // namespace emu::cli
