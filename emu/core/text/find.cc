#include "core/text/find.h"

#include <string.h>  // memmem, which <cstring> does not have to name

namespace emu {

std::size_t find_text(std::string_view text, std::string_view part) {
  if (part.empty()) return 0;
  if (text.size() < part.size()) return text.npos;
  const void* found = memmem(text.data(), text.size(), part.data(), part.size());
  if (found == nullptr) return text.npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace emu
