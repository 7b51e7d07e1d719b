// What a template asks of services while it is evaluated: parameters of Systems Manager, and
// dynamic references to them and to secrets.
#pragma once

#include <emu/aws.h>
#include <emu/result.h>

#include <string>
#include <string_view>

namespace emu::cloudformation {

Result<std::string> ssm_parameter(Aws& aws, std::string_view name);

// Source: AWS CloudFormation User Guide, "Get values stored in other services using dynamic
// references".
Result<std::string> dynamic_reference(Aws& aws, std::string_view service,
                                      std::string_view reference);

}  // namespace emu::cloudformation
