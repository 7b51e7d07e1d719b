// Tags of a log group, by its ARN without the ":*". Include <emu/logs.h>.
// Source: Amazon CloudWatch Logs API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <map>
#include <string>
#include <vector>

namespace emu::logs {

struct TagResource {
  static constexpr OperationName kOperation{"logs", "TagResource"};
  using Result = Nothing;
  std::string resource_arn;
  std::map<std::string, std::string> tags;  // up to 50 with those there are
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"logs", "UntagResource"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsForResourceResult {
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s);
};

struct ListTagsForResource {
  static constexpr OperationName kOperation{"logs", "ListTagsForResource"};
  using Result = ListTagsForResourceResult;
  std::string resource_arn;
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::logs
