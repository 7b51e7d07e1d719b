#include <emu/cloudformation.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "core/json/json_writer.h"
#include "core/text/base64.h"
#include "server/control/control.h"

namespace emu::server {

namespace {

using cloudformation::DeployTemplate;
using cloudformation::Stack;

void write_resources(JsonWriter& writer, const Stack& stack) {
  writer.key("resources");
  writer.begin_array();
  for (const auto& resource : stack.resources) {
    writer.begin_object();
    writer.member("logical_id", resource.logical_resource_id);
    writer.member("physical_id", resource.physical_resource_id);
    writer.member("type", resource.resource_type);
    writer.member("status", resource.resource_status);
    writer.end_object();
  }
  writer.end_array();
}

void write_events(JsonWriter& writer, const Stack& stack) {
  writer.key("events");
  writer.begin_array();
  for (const auto& event : stack.events) {
    writer.begin_object();
    writer.member("at", iso8601(event.timestamp));
    writer.member("logical_id", event.logical_resource_id);
    writer.member("physical_id", event.physical_resource_id);
    writer.member("type", event.resource_type);
    writer.member("status", event.resource_status);
    if (!event.resource_status_reason.empty()) {
      writer.member("reason", event.resource_status_reason);
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_stack(JsonWriter& writer, const Stack& stack, bool with_events) {
  writer.begin_object();
  writer.member("id", stack.stack_id);
  writer.member("name", stack.stack_name);
  writer.member("status", stack.stack_status);
  if (!stack.stack_status_reason.empty()) writer.member("reason", stack.stack_status_reason);
  writer.key("outputs");
  writer.begin_object();
  for (const auto& output : stack.outputs) writer.member(output.output_key, output.output_value);
  writer.end_object();
  write_resources(writer, stack);
  if (with_events) write_events(writer, stack);
  writer.end_object();
}

// {"src/": "<zip file in Base64>"}
Result<std::map<std::string, Blob>> read_packages(const JsonDocument& body) {
  std::map<std::string, Blob> out;
  const auto packages = body.root().find("packages");
  if (!packages) return out;
  bool fits = packages->type() == JsonView::Type::kObject;
  fits = fits && packages->each_member([&](std::string_view path, const JsonView& value) {
    if (value.type() != JsonView::Type::kString) return false;
    auto bytes = base64_decode(value.string());
    if (!bytes) return false;
    out.emplace(path, Blob(*std::move(bytes)));
    return true;
  });
  if (!fits) return bad_request("'packages' must be an object of zip files in Base64, by path");
  return out;
}

Status read_parameters(const JsonDocument& body, DeployTemplate& request) {
  const auto parameters = body.root().find("parameters");
  if (!parameters) return {};
  bool fits = parameters->type() == JsonView::Type::kObject;
  fits = fits && parameters->each_member([&](std::string_view name, const JsonView& value) {
    if (value.type() != JsonView::Type::kString) return false;
    request.parameters.emplace(name, value.string());
    return true;
  });
  if (fits) return {};
  return bad_request("'parameters' must be an object of texts");
}

Status read_optional_text(const JsonDocument& body, std::string_view member, std::string& out) {
  const auto value = body.root().find(member);
  if (!value) return {};
  if (value->type() != JsonView::Type::kString || value->string().empty()) {
    return bad_request(fmt::format("'{}' must be a text", member));
  }
  out = value->string();
  return {};
}

}  // namespace

ControlAnswer get_stacks(const ControlRequest& request) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key("stacks");
  writer.begin_array();
  for (const Stack& stack : cloudformation::all_stacks(request.cloud)) {
    write_stack(writer, stack, false);
  }
  writer.end_array();
  writer.end_object();
  return json_answer(std::move(json));
}

ControlAnswer get_stack(const ControlRequest& request) {
  const auto stack = cloudformation::find_stack(request.cloud, std::string(request.rest));
  if (!stack) return not_found(fmt::format("there is no stack '{}'", request.rest));
  std::string json;
  JsonWriter writer(json);
  write_stack(writer, *stack, true);
  return json_answer(std::move(json));
}

ControlAnswer post_stacks(const ControlRequest& request) {
  EMU_TRY(const JsonDocument body,
          read_object(request, {"template", "file", "stack_name", "parameters", "packages",
                                "unknown_resources"}));
  EMU_TRY(std::string text, require_text(body, "template"));
  DeployTemplate deploy{.template_body = std::move(text)};
  EMU_CHECK(read_optional_text(body, "file", deploy.file));
  EMU_CHECK(read_optional_text(body, "stack_name", deploy.stack_name));
  EMU_CHECK(read_parameters(body, deploy));
  std::string unknown = "refuse";
  EMU_CHECK(read_optional_text(body, "unknown_resources", unknown));
  if (unknown != "refuse" && unknown != "skip") {
    return bad_request("'unknown_resources' must be refuse or skip");
  }
  deploy.skip_unknown_types = unknown == "skip";
  EMU_TRY(auto packages, read_packages(body));
  deploy.package = [&packages](const std::string& path) -> Result<Blob> {
    const auto found = packages.find(path);
    if (found != packages.end()) return found->second;
    return bad_request(fmt::format("'packages' has no code for the path '{}'", path));
  };
  EMU_TRY(const Stack stack, cloudformation::deploy_template(request.cloud, deploy));
  std::string json;
  JsonWriter writer(json);
  write_stack(writer, stack, false);
  return json_answer(std::move(json));
}

ControlAnswer delete_stack(const ControlRequest& request) {
  const std::string name(request.rest);
  if (!cloudformation::find_stack(request.cloud, name)) {
    return not_found(fmt::format("there is no stack '{}'", name));
  }
  EMU_CHECK(cloudformation::delete_stack(request.cloud, name));
  return json_answer(fmt::format("{{\"deleted\":1}}"));
}

}  // namespace emu::server
