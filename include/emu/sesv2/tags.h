// Tags of identities, templates, configuration sets and contact lists. Include <emu/sesv2.h>.
#pragma once

#include <emu/sesv2/values.h>
#include <emu/shape.h>

#include <string>
#include <vector>

namespace emu::sesv2 {

struct TagResource {
  static constexpr OperationName kOperation{"sesv2", "TagResource", "POST", "/v2/email/tags"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<Tag> tags;
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"sesv2", "UntagResource", "DELETE", "/v2/email/tags"};
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
  static constexpr OperationName kOperation{"sesv2", "ListTagsForResource", "GET",
                                            "/v2/email/tags"};
  using Result = ListTagsForResourceResult;
  std::string resource_arn;
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::sesv2
