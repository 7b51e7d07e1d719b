// The tags of queues.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <map>
#include <string>

namespace emu::sqs {

// Success when the tags may be added to a queue that then has `total` of them.
// Source: Amazon SQS Developer Guide, "Quotas related to queues".
Status check_tags(const std::string& queue_name, const std::map<std::string, std::string>& tags,
                  std::size_t total);

}  // namespace emu::sqs
