#include <emu/description.h>

#include <algorithm>

#include "core/base/assert.h"

namespace emu {

const void* Shape::present(const void* structure, std::size_t member) const {
  const Member& of = members[member];
  const void* value = of.get(structure, of.offset);
  if (value != nullptr || given_empty == nullptr) return value;
  if (!given_empty(const_cast<void*>(structure))->has(member)) return nullptr;
  return static_cast<const char*>(structure) + of.offset;
}

std::size_t shape_detail::member_at(const Shape& shape, std::size_t offset) {
  const auto found = std::find_if(shape.members.begin(), shape.members.end(),
                                  [offset](const Member& m) { return m.offset == offset; });
  EMU_ASSERT(found != shape.members.end(), "only described members are asked for");
  return static_cast<std::size_t>(found - shape.members.begin());
}

}  // namespace emu
