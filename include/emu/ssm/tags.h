// Tags of parameters. Include <emu/ssm.h>.
#pragma once

#include <emu/shape.h>
#include <emu/ssm/types.h>

#include <string>
#include <vector>

namespace emu::ssm {

// Adds tags, 50 at most, to a Parameter. Errors: InvalidResourceId for one that is not there, and
// for the other types; TooManyTagsError.
struct AddTagsToResource {
  static constexpr OperationName kOperation{"ssm", "AddTagsToResource"};
  using Result = Nothing;
  std::string resource_type;
  std::string resource_id;
  std::vector<Tag> tags;
  static void describe(StructureShape<AddTagsToResource>& s);
};

// Errors: InvalidResourceId.
struct RemoveTagsFromResource {
  static constexpr OperationName kOperation{"ssm", "RemoveTagsFromResource"};
  using Result = Nothing;
  std::string resource_type;
  std::string resource_id;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<RemoveTagsFromResource>& s);
};

struct ListTagsForResourceResult {
  std::vector<Tag> tag_list = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s);
};

// Errors: InvalidResourceId.
struct ListTagsForResource {
  static constexpr OperationName kOperation{"ssm", "ListTagsForResource"};
  using Result = ListTagsForResourceResult;
  std::string resource_type;
  std::string resource_id;
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::ssm
