// Parts of JSON documents as text.
#pragma once

#include <string>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"

namespace emu {

// Writes the value without any white space.
void copy_json(const JsonView& from, JsonWriter& to);

std::string json_text(const JsonView& value);

}  // namespace emu
