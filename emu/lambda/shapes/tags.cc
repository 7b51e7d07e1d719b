#include <emu/lambda/tags.h>

#include "lambda/shapes/describe.h"

namespace emu::lambda {

void TagResource::describe(StructureShape<TagResource>& s) {
  s.member("Resource", &TagResource::resource).path("ARN").required();
  s.member("Tags", &TagResource::tags).required();
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  s.member("Resource", &UntagResource::resource).path("ARN").required();
  s.member("TagKeys", &UntagResource::tag_keys).query("tagKeys").required();
}

void ListTagsResult::describe(StructureShape<ListTagsResult>& s) {
  s.member("Tags", &ListTagsResult::tags).always();
}

void ListTags::describe(StructureShape<ListTags>& s) {
  s.member("Resource", &ListTags::resource).path("ARN").required();
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED_OPERATION(lambda::TagResource);
EMU_DESCRIBED_OPERATION(lambda::UntagResource);
EMU_DESCRIBED(lambda::ListTagsResult);
EMU_DESCRIBED_OPERATION(lambda::ListTags);
}  // namespace emu
