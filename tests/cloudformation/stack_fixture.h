// Templates deployed into a cloud.
#pragma once

#include <doctest/doctest.h>
#include <emu/cloudformation.h>
#include <emu/testing.h>

#include <algorithm>
#include <string>
#include <vector>

namespace emu::cloudformation {

struct StackFixture {
  TestCloud cloud;
  Aws aws = cloud.aws();

  Result<Stack> deploy(const std::string& text, const std::string& name = "shop",
                       std::map<std::string, std::string> parameters = {}) {
    return deploy_template(cloud, {.template_body = text,
                                   .file = "template.yaml",
                                   .stack_name = name,
                                   .parameters = std::move(parameters)});
  }
  Stack find(const std::string& name = "shop") {
    const auto stack = find_stack(cloud, name);
    REQUIRE(stack.has_value());
    return *stack;
  }
};

inline std::string output_of(const Stack& stack, const std::string& key) {
  for (const StackOutput& output : stack.outputs) {
    if (output.output_key == key) return output.output_value;
  }
  return "(no such output)";
}

inline const StackResource& resource_of(const Stack& stack, const std::string& id) {
  const auto found =
      std::find_if(stack.resources.begin(), stack.resources.end(),
                   [&](const StackResource& each) { return each.logical_resource_id == id; });
  REQUIRE(found != stack.resources.end());
  return *found;
}

// "Orders CREATE_COMPLETE" of each event, with the reason where there is one.
inline std::vector<std::string> lines_of(const Stack& stack) {
  std::vector<std::string> out;
  for (const StackEvent& event : stack.events) {
    out.push_back(event.logical_resource_id + " " + event.resource_status +
                  (event.resource_status_reason.empty() ? "" : ": ") +
                  event.resource_status_reason);
  }
  return out;
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace emu::cloudformation
