// Time as Lambda writes it in a function's configuration.
#pragma once

#include <emu/time.h>

#include <string>

namespace emu::lambda {

// "2026-01-01T00:00:00.000+0000"
inline std::string last_modified_text(Time time) {
  std::string text = iso8601(time);
  text.replace(text.size() - 1, 1, "+0000");
  return text;
}

}  // namespace emu::lambda
