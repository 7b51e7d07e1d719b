#include "cloudformation/unknown_types.h"

#include <fmt/format.h>

#include <set>
#include <string>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

Status check_types(const Template& of, bool skip_unknown) {
  if (skip_unknown) return {};
  std::set<std::string> unknown;
  const Resource* first = nullptr;
  for (const Resource& resource : of.resources) {
    if (find_resource_type(resource.type) != nullptr) continue;
    if (first == nullptr) first = &resource;
    unknown.insert(resource.type);
  }
  if (first == nullptr) return {};
  return make_error(of.file, first->type_place,
                    fmt::format("Template format error: Unrecognized resource types: [{}]",
                                fmt::join(unknown, ", ")),
                    "take such resources out, or have them left out");
}

}  // namespace emu::cloudformation
