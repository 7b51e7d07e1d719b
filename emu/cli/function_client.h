// Functions of a server that runs elsewhere, for the verbs that call them by their names.
#pragma once

#include <emu/aws.h>
#include <emu/result.h>

#include <string>

#include "cli/control_client.h"

namespace emu::cli {

// A handle for calls to the server, by an unnamed caller.
Result<Aws> aws_of(ControlClient& client);

// The function that is meant: one of that name, or the resource with that logical id in a stack.
// An Error when there is none.
Result<std::string> find_function(ControlClient& client, Aws& aws, const std::string& name);

}  // namespace emu::cli
