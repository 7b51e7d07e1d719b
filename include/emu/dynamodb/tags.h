// Tags of tables.
//
//   aws.send(dynamodb::TagResource{.resource_arn = table_arn, .tags = {{"team", "bus"}}}).value();
//
// A change is seen at once; AWS promises it for some seconds later. Errors:
// ResourceNotFoundException, ResourceInUseException while the table is being created or deleted,
// ValidationException. Source: Amazon DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/given_empty.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

// Adds tags, or gives those that are there other values; 50 at most for a table.
struct TagResource {
  static constexpr OperationName kOperation{"dynamodb", "TagResource"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<Tag> tags;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<TagResource>& s);
};

// A key that no tag has is no error.
struct UntagResource {
  static constexpr OperationName kOperation{"dynamodb", "UntagResource"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<std::string> tag_keys;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsOfResourceResult {
  std::vector<Tag> tags = {};   // ten at most, in the order in which they were added
  std::string next_token = {};  // empty on the last page
  static void describe(StructureShape<ListTagsOfResourceResult>& s);
};

struct ListTagsOfResource {
  static constexpr OperationName kOperation{"dynamodb", "ListTagsOfResource"};
  using Result = ListTagsOfResourceResult;
  std::string resource_arn;
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListTagsOfResource>& s);
};

}  // namespace emu::dynamodb
