// Validation of a request against its shape.
#pragma once

#include <emu/description.h>
#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace emu {

// One constraint that a request breaks.
struct Violation {
  // The last two: an entry of a list, a value of a map does not keep to what is asked of each.
  enum class Rule { kRequired, kMin, kMax, kEnum, kPattern, kEntry, kMapValue };
  Rule rule;
  std::string path;           // "Entries.1.member.Id": members by name, list entries counted from 1
  const Member* member;       // whose constraint it is
  const Constraints* broken;  // null for kRequired
  Kind kind;                  // of what is bounded: a bound is of its length or of its value
  std::string value;          // as text; a structure as "Tag(key=a, value=null)"
};

// Appends what is wrong with the value, in the order of the description. Cheap when nothing is.
void validate(const Shape& shape, const void* value, std::vector<Violation>& violations);

// The text of services on AWS's common framework: "1 validation error detected: Value 'x' at
// 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3".
std::string validation_text(const std::vector<Violation>& violations);

}  // namespace emu
