// The error documents of AWS JSON and REST-JSON.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <string>
#include <string_view>

#include "core/json/json_writer.h"

namespace emu::wire {

// The members that an error carries beyond its message, into an object that is open.
void write_error_members(const Error& error, JsonWriter& writer);

// The error that a response tells of, in "__type" or X-Amzn-ErrorType.
Error read_json_error(const HttpResponse& response);

// "QueueDoesNotExist" of "com.amazonaws.sqs#QueueDoesNotExist:http://…".
std::string_view bare_error_code(std::string_view type);

}  // namespace emu::wire
