#include <cstddef>
#include <cstdint>

#include "wire/http/query.h"

namespace {

void visit(const emu::wire::QueryNode& node) {
  node.list();
  for (const auto& [name, child] : node.children()) visit(child);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto form = emu::wire::parse_query_form({reinterpret_cast<const char*>(data), size});
  if (form) visit(*form);
  return 0;
}
