// Tags of resources. Include <emu/rds.h>.
#pragma once

#include <emu/rds/types.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

struct AddTagsToResource {
  static constexpr OperationName kOperation{"rds", "AddTagsToResource"};
  using Result = Nothing;
  std::string resource_name;
  std::vector<Tag> tags;
  static void describe(StructureShape<AddTagsToResource>& s);
};

struct RemoveTagsFromResource {
  static constexpr OperationName kOperation{"rds", "RemoveTagsFromResource"};
  using Result = Nothing;
  std::string resource_name;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<RemoveTagsFromResource>& s);
};

struct ListTagsForResourceResult {
  std::vector<Tag> tag_list = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s);
};

struct ListTagsForResource {
  static constexpr OperationName kOperation{"rds", "ListTagsForResource"};
  using Result = ListTagsForResourceResult;
  std::string resource_name;
  std::vector<Filter> filters = {};
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::rds
