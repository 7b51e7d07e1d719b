#include <emu/logs/tags.h>

#include "logs/shapes/describe.h"

namespace emu::logs {

void TagResource::describe(StructureShape<TagResource>& s) {
  describing::resource_arn(s);
  describing::tags(s).required();
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  describing::resource_arn(s);
  s.member("tagKeys", &UntagResource::tag_keys)
      .required()
      .range(0, 50)
      .each({.min = 1, .max = 128});
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("tags", &ListTagsForResourceResult::tags).always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  describing::resource_arn(s);
}

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED_OPERATION(logs::TagResource);
EMU_DESCRIBED_OPERATION(logs::UntagResource);
EMU_DESCRIBED(logs::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(logs::ListTagsForResource);
}  // namespace emu
