// Tags of a log group, by its ARN without the ":*", or by its name as of old. Include <emu/logs.h>.
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

struct TagLogGroup {
  static constexpr OperationName kOperation{"logs", "TagLogGroup"};
  using Result = Nothing;
  std::string log_group_name;
  std::map<std::string, std::string> tags;  // up to 50 with those there are
  static void describe(StructureShape<TagLogGroup>& s);
};

struct UntagLogGroup {
  static constexpr OperationName kOperation{"logs", "UntagLogGroup"};
  using Result = Nothing;
  std::string log_group_name;
  std::vector<std::string> tags;  // keys
  static void describe(StructureShape<UntagLogGroup>& s);
};

struct ListTagsLogGroupResult {
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<ListTagsLogGroupResult>& s);
};

struct ListTagsLogGroup {
  static constexpr OperationName kOperation{"logs", "ListTagsLogGroup"};
  using Result = ListTagsLogGroupResult;
  std::string log_group_name;
  static void describe(StructureShape<ListTagsLogGroup>& s);
};

}  // namespace emu::logs
