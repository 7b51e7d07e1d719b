// RedrivePolicy and RedriveAllowPolicy as JSON texts.
// Source: Amazon SQS API Reference, "SetQueueAttributes".
#pragma once

#include <emu/result.h>

#include <string>

#include "sqs/queue_attributes.h"

namespace emu::sqs {

Result<RedrivePolicy> parse_redrive_policy(const std::string& text);
Result<RedriveAllowPolicy> parse_redrive_allow_policy(const std::string& text);

std::string to_text(const RedrivePolicy& policy);
std::string to_text(const RedriveAllowPolicy& policy);

}  // namespace emu::sqs
