#include <emu/http.h>

#include <algorithm>

#include "core/text/ascii.h"

namespace emu {

const std::string* HttpHeaders::find(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (equal_ignoring_case(key, name)) return &value;
  }
  return nullptr;
}

void HttpHeaders::remove(std::string_view name) {
  std::erase_if(fields_,
                [name](const auto& field) { return equal_ignoring_case(field.first, name); });
}

void HttpHeaders::set(std::string_view name, std::string value) {
  remove(name);
  add(std::string(name), std::move(value));
}

}  // namespace emu
