// GivenEmpty: which members of a struct were given, but empty.
//
// An empty text, list or map counts as absent, and mostly nobody needs to know more. A described
// struct that does has a member `GivenEmpty given_empty = {};`. What reads JSON then records in it
// what was there and empty; validation takes that as present, and what writes JSON writes it.
//
// A required number, truth value or struct has no way to be absent: it counts as zero or false. Of
// these, what reads JSON records those that were not there, and validation takes them as absent.
// Programs leave it alone.
#pragma once

#include <emu/shape.h>

#include <cstddef>
#include <cstdint>

namespace emu {

class GivenEmpty {
 public:
  bool any() const { return members_ != 0; }
  // By the member's place in the description, of which the first 64 are kept.
  bool has(std::size_t member) const { return member < 64 && (members_ >> member & 1) != 0; }
  void add(std::size_t member) {
    if (member < 64) members_ |= std::uint64_t{1} << member;
  }
  friend bool operator==(const GivenEmpty&, const GivenEmpty&) = default;

 private:
  std::uint64_t members_ = 0;
};

namespace shape_detail {
// The place of the member at that offset.
std::size_t member_at(const Shape& shape, std::size_t offset);

template <class T, class M>
std::size_t member_of(const T& structure, M T::*member) {
  const auto* base = reinterpret_cast<const char*>(&structure);
  const auto* place = reinterpret_cast<const char*>(&(structure.*member));
  return member_at(shape_of<T>(), static_cast<std::size_t>(place - base));
}
}  // namespace shape_detail

// Whether a text, list or map was given, be it empty where the struct has a record of that.
template <class T, class M>
bool was_given(const T& structure, M T::*member) {
  if (!(structure.*member).empty()) return true;
  if constexpr (requires { structure.given_empty; }) {
    return structure.given_empty.any() &&
           structure.given_empty.has(shape_detail::member_of(structure, member));
  }
  return false;
}

// Lets a text, list or map be written even if it is empty.
template <class T, class M>
void give(T& structure, M T::*member) {
  structure.given_empty.add(shape_detail::member_of(structure, member));
}

}  // namespace emu
