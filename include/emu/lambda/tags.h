// Tags of functions and event source mappings. Include <emu/lambda.h>.
// Source: AWS Lambda API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <map>
#include <string>
#include <vector>

namespace emu::lambda {

// Tags a function or an event source mapping, by ARN. At most 50 tags.
struct TagResource {
  static constexpr OperationName kOperation{"lambda", "TagResource", "POST",
                                            "/2017-03-31/tags/{ARN}", 204};
  using Result = Nothing;
  std::string resource;
  std::map<std::string, std::string> tags;
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"lambda", "UntagResource", "DELETE",
                                            "/2017-03-31/tags/{ARN}", 204};
  using Result = Nothing;
  std::string resource;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsResult {
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<ListTagsResult>& s);
};

struct ListTags {
  static constexpr OperationName kOperation{"lambda", "ListTags", "GET", "/2017-03-31/tags/{ARN}"};
  using Result = ListTagsResult;
  std::string resource;
  static void describe(StructureShape<ListTags>& s);
};

}  // namespace emu::lambda
