// What SQS answers when it refuses: what several operations answer, and the functions by which an
// operation words an error of its own. The code is the name of the error's shape in the JSON
// protocol. Texts are as observed with clients of AWS; README.md lists those whose wording is not
// known.
#pragma once

#include <emu/result.h>
#include <emu/sqs/errors.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace emu::sqs {

inline constexpr int kForbidden = 403;
inline constexpr int kNotFound = 404;

Error error(std::string_view code, std::string message, int status = 400);
Error invalid_value(std::string message);
// "Value {value} for parameter {name} is invalid. Reason: {reason}"
Error invalid_parameter(std::string_view name, std::string_view value, std::string_view reason);

// Requests
Error access_denied_error(std::string text);
Error missing_parameter(std::string_view name);
Error out_of_range(std::string_view name, std::int64_t value, std::int64_t min, std::int64_t max);
// Of a parameter that queues of the other type have.
Error not_for_this_queue_type(std::string_view name, std::string_view value);
// Whether an id that the caller has chosen is one: 1 to 128 characters of ASCII, alphanumeric or
// punctuation.
Status check_token(std::string_view name, std::string_view value);
Error count_out_of_range(std::string_view name, std::int64_t value, std::int64_t max);

// Queues
Error queue_does_not_exist();
Error invalid_address(std::string_view queue_url);
Error no_queue_name();
Error invalid_queue_name();
Error invalid_fifo_queue_name();
Error unknown_attribute(std::string_view name);

// `value` is the text of the attribute RedrivePolicy
Error invalid_redrive(std::string_view value, std::string_view reason);

// Batches
Error empty_batch(std::string_view operation);
Error too_many_entries(std::size_t count);
Error invalid_entry_id();
Error repeated_entry_id(std::string_view id);

}  // namespace emu::sqs
