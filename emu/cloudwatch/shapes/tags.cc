#include <emu/cloudwatch/tags.h>
#include <emu/describe.h>

namespace emu::cloudwatch {

void TagResourceResult::describe(StructureShape<TagResourceResult>&) {}

void TagResource::describe(StructureShape<TagResource>& s) {
  s.member("ResourceARN", &TagResource::resource_arn).required().range(1, 1024);
  s.member("Tags", &TagResource::tags).required();
}

void UntagResourceResult::describe(StructureShape<UntagResourceResult>&) {}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  s.member("ResourceARN", &UntagResource::resource_arn).required().range(1, 1024);
  s.member("TagKeys", &UntagResource::tag_keys).required().each({.min = 1, .max = 128});
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("Tags", &ListTagsForResourceResult::tags).always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  s.member("ResourceARN", &ListTagsForResource::resource_arn).required().range(1, 1024);
}

}  // namespace emu::cloudwatch

namespace emu {
EMU_DESCRIBED(cloudwatch::TagResourceResult);
EMU_DESCRIBED_OPERATION(cloudwatch::TagResource);
EMU_DESCRIBED(cloudwatch::UntagResourceResult);
EMU_DESCRIBED_OPERATION(cloudwatch::UntagResource);
EMU_DESCRIBED(cloudwatch::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(cloudwatch::ListTagsForResource);
}  // namespace emu
