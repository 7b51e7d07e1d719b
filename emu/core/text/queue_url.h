// What services that use queues of SQS know of one whose ARN they have.
#pragma once

#include <emu/arn.h>

#include <string>
#include <string_view>

namespace emu {

std::string queue_url(const Arn& queue);

// Source: Amazon SQS API Reference, "CreateQueue": the name of a FIFO queue, and no other, ends so.
inline bool is_fifo_queue(std::string_view queue_arn) { return queue_arn.ends_with(".fifo"); }

}  // namespace emu
