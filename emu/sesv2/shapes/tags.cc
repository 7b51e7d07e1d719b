#include <emu/describe.h>
#include <emu/sesv2/tags.h>

namespace emu::sesv2 {

void TagResource::describe(StructureShape<TagResource>& s) {
  s.member("ResourceArn", &TagResource::resource_arn).required().at_least(1);
  s.member("Tags", &TagResource::tags).required();
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  s.member("ResourceArn", &UntagResource::resource_arn).query("ResourceArn").required().at_least(1);
  s.member("TagKeys", &UntagResource::tag_keys).query("TagKeys").required();
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("Tags", &ListTagsForResourceResult::tags).always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  s.member("ResourceArn", &ListTagsForResource::resource_arn)
      .query("ResourceArn")
      .required()
      .at_least(1);
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED_OPERATION(sesv2::TagResource);
EMU_DESCRIBED_OPERATION(sesv2::UntagResource);
EMU_DESCRIBED(sesv2::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(sesv2::ListTagsForResource);
}  // namespace emu
