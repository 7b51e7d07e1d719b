// Tags of alarms and dashboards, up to 50 each. Errors: ResourceNotFoundException,
// InvalidParameterValue. Include <emu/cloudwatch.h>.
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/shape.h>

#include <string>
#include <vector>

namespace emu::cloudwatch {

struct TagResourceResult {
  static void describe(StructureShape<TagResourceResult>& s);
};

struct TagResource {
  static constexpr OperationName kOperation{"cloudwatch", "TagResource"};
  using Result = TagResourceResult;
  std::string resource_arn;
  std::vector<Tag> tags;
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResourceResult {
  static void describe(StructureShape<UntagResourceResult>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"cloudwatch", "UntagResource"};
  using Result = UntagResourceResult;
  std::string resource_arn;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsForResourceResult {
  std::vector<Tag> tags = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s);
};

struct ListTagsForResource {
  static constexpr OperationName kOperation{"cloudwatch", "ListTagsForResource"};
  using Result = ListTagsForResourceResult;
  std::string resource_arn;
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::cloudwatch
