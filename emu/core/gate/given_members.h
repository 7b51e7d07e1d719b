// What readers of documents record in a struct's GivenEmpty.
#pragma once

#include <emu/description.h>

#include <cstddef>
#include <cstdint>

namespace emu {

// Of a member that was there: whether it is empty.
inline void record_given(const Shape& shape, std::size_t i, void* structure) {
  const Member& member = shape.members[i];
  if (shape.given_empty == nullptr || member.get(structure, member.offset) != nullptr) return;
  shape.given_empty(structure)->add(i);
}

// What had to be there, was not, and has no way to be absent in the structure. `seen` are the
// members that were there, by their places.
inline void record_missing(const Shape& shape, void* structure, std::uint64_t seen) {
  if (shape.given_empty == nullptr) return;
  for (std::size_t i = 0; i < shape.members.size() && i < 64; ++i) {
    const Member& member = shape.members[i];
    if (!member.is_required || (seen >> i & 1) != 0) continue;
    if (member.get(structure, member.offset) != nullptr) shape.given_empty(structure)->add(i);
  }
}

}  // namespace emu
