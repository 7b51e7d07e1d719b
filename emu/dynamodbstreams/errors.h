// What Amazon DynamoDB Streams answers when it refuses.
#pragma once

#include <emu/dynamodbstreams/errors.h>
#include <emu/result.h>

#include <string>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::dynamodbstreams {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

}  // namespace emu::dynamodbstreams
