#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/control_client.h"
#include "cli/unknown_resources.h"
#include "cli/verbs.h"
#include "cloudformation/template.h"
#include "core/text/base64.h"
#include "sim/template_file.h"

namespace emu::cli {

namespace {

using cloudformation::DeployTemplate;
using Json = nlohmann::json;

constexpr const char* kDeployUsage =
    "usage: emu deploy FILE [options]\n"
    "       emu deploy --delete --stack-name NAME\n"
    "\n"
    "Deploys a template of CloudFormation or SAM to a running `emu serve`, or changes what it has\n"
    "deployed before. Code beside the template (CodeUri: src/) is packed and sent along.\n"
    "\n"
    "  emu deploy template.yaml --stack-name orders --parameters Stage=dev\n"
    "\n";
constexpr const char* kDeployUsageEnd =
    "\n"
    "Exit code: 0 done, 1 no server answers or the stack failed, 2 wrong use.\n";

struct DeployTexts {
  std::string stack_name = {};
  std::vector<std::string> parameters = {};
  std::string unknown_resources = {};
  bool remove = false;
};

// The paths that functions of the template have for their code, with what lies there.
Result<Json> local_code(const DeployTemplate& request) {
  const cloudformation::ParameterValues parameters(request.parameters.begin(),
                                                   request.parameters.end());
  EMU_TRY(const auto read, cloudformation::read_template(request.template_body, request.file));
  EMU_TRY(const auto plain, cloudformation::transform(read, parameters));
  Json packages = Json::object();
  for (const cloudformation::Resource& resource : plain.resources) {
    const cloudformation::Node* code = resource.properties.find("Code");
    if (code == nullptr || !code->is_text() || packages.contains(code->text)) continue;
    EMU_TRY(const Blob zip, request.package(code->text));
    packages[code->text] = base64_encode(zip.view());
  }
  return packages;
}

Status read_pairs(const std::vector<std::string>& pairs, DeployTemplate& request) {
  for (const std::string& pair : pairs) {
    const auto equals = pair.find('=');
    if (equals == pair.npos || equals == 0) {
      return usage_error(fmt::format("'--parameters' needs NAME=VALUE, not '{}'", pair));
    }
    request.parameters[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return {};
}

void print_stack(const JsonDocument& stack) {
  fmt::print("{}  {}\n", text_of(stack, "name"), text_of(stack, "status"));
  if (const auto resources = stack.root().find("resources")) {
    resources->each_element([](const JsonView& resource) {
      const auto text = [&](std::string_view member) {
        const auto value = resource.find(member);
        return value ? value->string() : std::string_view();
      };
      fmt::print("  {:<32} {:<36} {}\n", text("logical_id"), text("type"), text("physical_id"));
      return true;
    });
  }
  const auto outputs = stack.root().find("outputs");
  if (!outputs || outputs->size() == 0) return;
  fmt::print("Outputs:\n");
  outputs->each_member([](std::string_view name, const JsonView& value) {
    fmt::print("  {:<32} {}\n", name, value.string());
    return true;
  });
}

Status deploy_file(ControlClient& client, const std::string& file, const DeployTexts& texts) {
  EMU_TRY(auto request, sim::read_template_file(file));
  if (!texts.stack_name.empty()) request.stack_name = texts.stack_name;
  EMU_CHECK(read_pairs(texts.parameters, request));
  EMU_TRY(const bool skip, read_unknown_resources(texts.unknown_resources));
  EMU_TRY(Json packages, local_code(request));
  const Json body = {
      {"template", request.template_body}, {"file", request.file},
      {"stack_name", request.stack_name},  {"parameters", request.parameters},
      {"packages", std::move(packages)},   {"unknown_resources", skip ? "skip" : "refuse"}};
  EMU_TRY(const JsonDocument stack,
          client.post("/_emu/stacks", body.dump(-1, ' ', false, Json::error_handler_t::replace)));
  print_stack(stack);
  return {};
}

Status perform_deploy(ControlClient& client, const std::vector<std::string>& words,
                      const DeployTexts& texts) {
  if (texts.remove) {
    if (texts.stack_name.empty() || !words.empty()) {
      return usage_error("'emu deploy --delete' needs --stack-name and nothing else");
    }
    EMU_CHECK(client.remove("/_emu/stacks/" + texts.stack_name));
    fmt::print("{}  DELETE_COMPLETE\n", texts.stack_name);
    return {};
  }
  if (words.size() != 1) return usage_error("'emu deploy' needs one template");
  return deploy_file(client, words.front(), texts);
}

}  // namespace

int deploy(std::span<char* const> arguments) {
  DeployTexts texts;
  Flags flags;
  flags.add_value("--stack-name", "NAME", texts.stack_name,
                  "the stack; unless given, after the file or its folder");
  flags.add_list("--parameters", "NAME=VALUE", texts.parameters,
                 "a parameter of the template; may be repeated");
  flags.add_value("--unknown-resources", "refuse|skip", texts.unknown_resources,
                  "what to do with resources whose types are not known");
  flags.add_switch("--delete", texts.remove, "remove the stack instead");
  return run_control_verb({.name = "emu deploy",
                           .usage = kDeployUsage,
                           .usage_end = kDeployUsageEnd,
                           .takes_words = true},
                          flags, arguments,
                          [&](ControlClient& client, const std::vector<std::string>& words) {
                            return perform_deploy(client, words, texts);
                          });
}

}  // namespace emu::cli
