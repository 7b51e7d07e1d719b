// The tags of a session: those that its request gives it, and those that the calling session hands
// on.
// Source: AWS IAM User Guide, "Pass session tags in AWS STS".
#pragma once

#include <emu/result.h>
#include <emu/sts.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/gate/caller.h"

namespace emu::sts {

struct SessionTags {
  std::map<std::string, std::string> tags = {};
  std::vector<std::string> transitive = {};  // keys of those that are handed on
};

// Keys that differ in case only are one. Errors: InvalidParameterValue.
Result<SessionTags> session_tags(const Caller& caller, const AssumeRole& in);

}  // namespace emu::sts
