// What SQS asks of a message's attributes, and what it computes over them.
#pragma once

#include <emu/result.h>
#include <emu/sqs.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace emu::sqs {

// Success when the names, types and values are such as SQS takes.
Status check_attributes(const MessageAttributes& attributes);
Status check_system_attributes(const MessageAttributes& attributes);

// What attributes add to the size of a message: their names, types and values.
std::size_t size_of(const MessageAttributes& attributes);

// In hex. Source: Amazon SQS Developer Guide, "Amazon SQS message metadata", on calculating the MD5
// message digest for message attributes.
std::string md5_of(const MessageAttributes& attributes);

}  // namespace emu::sqs
