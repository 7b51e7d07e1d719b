#include <emu/http.h>

#include <algorithm>
#include <cctype>

namespace emu {

namespace {

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

}  // namespace

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
