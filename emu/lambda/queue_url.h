// The URL of a queue whose ARN is known.
#pragma once

#include <emu/arn.h>

#include <string>

namespace emu::lambda {

std::string queue_url(const Arn& queue);

}  // namespace emu::lambda
