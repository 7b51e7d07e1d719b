// Single values as text: in headers, queries, paths and XML elements.
#pragma once

#include <emu/description.h>

#include <optional>
#include <string>
#include <string_view>

namespace emu::wire {

enum class TimeForm { kIso8601, kIso8601Seconds, kHttpDate };

// Whether values of that shape are written as one text: all but lists, maps and structures.
bool is_text_shape(const Shape& shape);

std::string text_of(const Shape& shape, const void* value, TimeForm form);

// False when the text is no value of that shape. Instants are read in either form, and as seconds
// since the epoch.
bool read_text(const Shape& shape, void* value, std::string_view text);

}  // namespace emu::wire
