#include <emu/lambda/tags.h>

#include "lambda/shapes/describe.h"

namespace emu::lambda {

namespace {

// What the tags are of, by its ARN.
template <class Op>
void describe_resource(StructureShape<Op>& s) {
  s.member("Resource", &Op::resource)
      .path("ARN")
      .required()
      .range(1, 256)
      .pattern(&patterns::is_taggable, patterns::kTaggable);
}

}  // namespace

void TagResource::describe(StructureShape<TagResource>& s) {
  describe_resource(s);
  s.member("Tags", &TagResource::tags).required();
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  describe_resource(s);
  s.member("TagKeys", &UntagResource::tag_keys).query("tagKeys").required();
}

void ListTagsResult::describe(StructureShape<ListTagsResult>& s) {
  s.member("Tags", &ListTagsResult::tags).always();
}

void ListTags::describe(StructureShape<ListTags>& s) { describe_resource(s); }

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED_OPERATION(lambda::TagResource);
EMU_DESCRIBED_OPERATION(lambda::UntagResource);
EMU_DESCRIBED(lambda::ListTagsResult);
EMU_DESCRIBED_OPERATION(lambda::ListTags);
}  // namespace emu
