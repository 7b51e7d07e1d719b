// The endpoint that a scenario is run against.
#pragma once

#include <emu/aws.h>
#include <emu/result.h>

#include <memory>
#include <string>

namespace emu::cli {

// `where` is an endpoint's URL, or "aws". Who calls it, the environment says. The error is about
// either.
Result<std::shared_ptr<AwsBackend>> target_of_run(const std::string& where,
                                                  const std::string& region);

}  // namespace emu::cli
