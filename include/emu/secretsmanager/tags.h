// Tags of secrets. Include <emu/secretsmanager.h>.
#pragma once

#include <emu/secretsmanager/types.h>
#include <emu/shape.h>

#include <string>
#include <vector>

namespace emu::secretsmanager {

// Adds tags, 50 at most.
struct TagResource {
  static constexpr OperationName kOperation{"secretsmanager", "TagResource"};
  using Result = Nothing;
  std::string secret_id;
  std::vector<Tag> tags;
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"secretsmanager", "UntagResource"};
  using Result = Nothing;
  std::string secret_id;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

}  // namespace emu::secretsmanager
