// Shapes as JSON, on top of <emu/json.h>: for code that is in the middle of a document.
#pragma once

#include <emu/description.h>
#include <emu/json.h>

#include <string>

#include "core/json/json_reading.h"
#include "core/json/json_time.h"
#include "core/json/json_view.h"
#include "core/json/json_writer.h"

namespace emu {

void write_json(const Shape& shape, const void* value, JsonWriter& writer,
                JsonTime time = JsonTime::kEpochSeconds);

// False when the JSON does not fit the shape; `why` then says so in AWS's words.
bool read_json(const Shape& shape, void* value, const JsonView& json, std::string& why,
               const JsonReading& how = {});

}  // namespace emu
