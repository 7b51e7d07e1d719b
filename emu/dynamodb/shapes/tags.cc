#include <emu/describe.h>
#include <emu/dynamodb/tags.h>

namespace emu::dynamodb {

void TagResource::describe(StructureShape<TagResource>& s) {
  s.member("ResourceArn", &TagResource::resource_arn).required().range(1, 1283);
  s.member("Tags", &TagResource::tags).required();
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  s.member("ResourceArn", &UntagResource::resource_arn).required().range(1, 1283);
  s.member("TagKeys", &UntagResource::tag_keys).required().each({.min = 1, .max = 128});
}

void ListTagsOfResourceResult::describe(StructureShape<ListTagsOfResourceResult>& s) {
  s.member("Tags", &ListTagsOfResourceResult::tags).always();
  s.member("NextToken", &ListTagsOfResourceResult::next_token);
}

void ListTagsOfResource::describe(StructureShape<ListTagsOfResource>& s) {
  s.member("ResourceArn", &ListTagsOfResource::resource_arn).required().range(1, 1283);
  s.member("NextToken", &ListTagsOfResource::next_token);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED_OPERATION(dynamodb::TagResource);
EMU_DESCRIBED_OPERATION(dynamodb::UntagResource);
EMU_DESCRIBED(dynamodb::ListTagsOfResourceResult);
EMU_DESCRIBED_OPERATION(dynamodb::ListTagsOfResource);
}  // namespace emu
