// CloudFormation's stacks: an application from a template, deployed into a Cloud as one.
//
//   auto stack = cloudformation::deploy_template(cloud, {.template_body = text,
//                                                        .file = "template.yaml",
//                                                        .stack_name = "orders"});
//   stack.value().outputs.at(0).output_value
//
// Templates are CloudFormation's in YAML or JSON, also with the SAM transform. CloudFormation's own
// API is not answered yet; resources are made by calls of their services, as the caller.
#pragma once

#include <emu/blob.h>
#include <emu/cloud.h>
#include <emu/result.h>
#include <emu/time.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::cloudformation {

struct StackOutput {
  std::string output_key = {};
  std::string output_value = {};
  std::string description = {};
  std::string export_name = {};  // empty when it is not exported
};

struct StackResource {
  std::string logical_resource_id = {};
  std::string physical_resource_id = {};  // what Ref gives
  std::string resource_type = {};         // "AWS::SQS::Queue"
  std::string resource_status = {};       // "CREATE_COMPLETE"
  std::string resource_status_reason = {};
  Time last_updated_timestamp = {};
};

struct StackEvent {
  std::string event_id = {};
  std::string logical_resource_id = {};
  std::string physical_resource_id = {};
  std::string resource_type = {};
  std::string resource_status = {};
  std::string resource_status_reason = {};
  Time timestamp = {};
};

struct Stack {
  std::string stack_id = {};  // its ARN
  std::string stack_name = {};
  std::string description = {};
  std::string stack_status = {};  // "CREATE_COMPLETE"
  std::string stack_status_reason = {};
  Time creation_time = {};
  std::optional<Time> last_updated_time = {};
  std::map<std::string, std::string> parameters = {};
  std::vector<StackOutput> outputs = {};
  std::vector<StackResource> resources = {};  // in the order in which they were made
  std::vector<StackEvent> events = {};        // the newest thousand, oldest first
};

struct DeployTemplate {
  std::string template_body;
  std::string file = {};  // for messages, which then name lines
  std::string stack_name = "emu";
  std::map<std::string, std::string> parameters = {};
  // Resources of types that are not known are left out, instead of refusing the template. Ref of
  // one gives its logical id.
  bool skip_unknown_types = false;
  // The zip file of a function's code at a path that the template names, as a SAM template does
  // with CodeUri before it is packaged. None: such a function is refused.
  std::function<Result<Blob>(const std::string& path)> package = {};
};

// Makes the stack, or changes the one of that name to what the template says now. When a resource
// cannot be made, what was done is taken back, and the Error names the resource, with the code
// StackFailed; any other code is a template or a parameter that is wrong. A stack that was taken
// back before is made anew.
inline constexpr const char* kStackFailed = "StackFailed";
Result<Stack> deploy_template(Cloud& cloud, const DeployTemplate& request,
                              const ClientOptions& who = {});

// Removes the stack's resources, in the opposite order, but for those that are to be retained. A
// stack that does not exist is no failure.
Status delete_stack(Cloud& cloud, const std::string& stack_name, const ClientOptions& who = {});

// By its name or ARN.
std::optional<Stack> find_stack(Cloud& cloud, const std::string& stack_name,
                                const ClientOptions& who = {});
// In the order of their names.
std::vector<Stack> all_stacks(Cloud& cloud, const ClientOptions& who = {});

}  // namespace emu::cloudformation
