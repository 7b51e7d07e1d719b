// Tags of buses and rules, up to 50 each. Include <emu/eventbridge.h>.
#pragma once

#include <emu/shape.h>

#include <string>
#include <vector>

namespace emu::eventbridge {

struct Tag {
  std::string key;
  std::string value;
  static void describe(StructureShape<Tag>& s);
};

struct TagResource {
  static constexpr OperationName kOperation{"eventbridge", "TagResource"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<Tag> tags;
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"eventbridge", "UntagResource"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsForResourceResult {
  std::vector<Tag> tags = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s);
};

struct ListTagsForResource {
  static constexpr OperationName kOperation{"eventbridge", "ListTagsForResource"};
  using Result = ListTagsForResourceResult;
  std::string resource_arn;
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::eventbridge
