#include <emu/describe.h>
#include <emu/eventbridge/tagging.h>

namespace emu::eventbridge {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required().range(1, 128);
  s.member("Value", &Tag::value).required().range(0, 256);
}

void TagResource::describe(StructureShape<TagResource>& s) {
  s.member("ResourceARN", &TagResource::resource_arn).required().range(1, 1600);
  s.member("Tags", &TagResource::tags).required();
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  s.member("ResourceARN", &UntagResource::resource_arn).required().range(1, 1600);
  s.member("TagKeys", &UntagResource::tag_keys).required().each({.min = 1, .max = 128});
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("Tags", &ListTagsForResourceResult::tags).always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  s.member("ResourceARN", &ListTagsForResource::resource_arn).required().range(1, 1600);
}

}  // namespace emu::eventbridge

namespace emu {
EMU_DESCRIBED(eventbridge::Tag);
EMU_DESCRIBED_OPERATION(eventbridge::TagResource);
EMU_DESCRIBED_OPERATION(eventbridge::UntagResource);
EMU_DESCRIBED(eventbridge::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(eventbridge::ListTagsForResource);
}  // namespace emu
