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

void TagLogGroup::describe(StructureShape<TagLogGroup>& s) {
  describing::log_group_name(s, "logGroupName", &TagLogGroup::log_group_name).required();
  describing::tags(s).required();
}

void UntagLogGroup::describe(StructureShape<UntagLogGroup>& s) {
  describing::log_group_name(s, "logGroupName", &UntagLogGroup::log_group_name).required();
  s.member("tags", &UntagLogGroup::tags).required().at_least(1).each({.min = 1, .max = 128});
}

void ListTagsLogGroupResult::describe(StructureShape<ListTagsLogGroupResult>& s) {
  s.member("tags", &ListTagsLogGroupResult::tags).always();
}

void ListTagsLogGroup::describe(StructureShape<ListTagsLogGroup>& s) {
  describing::log_group_name(s, "logGroupName", &ListTagsLogGroup::log_group_name).required();
}

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED_OPERATION(logs::TagResource);
EMU_DESCRIBED_OPERATION(logs::UntagResource);
EMU_DESCRIBED(logs::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(logs::ListTagsForResource);
EMU_DESCRIBED_OPERATION(logs::TagLogGroup);
EMU_DESCRIBED_OPERATION(logs::UntagLogGroup);
EMU_DESCRIBED(logs::ListTagsLogGroupResult);
EMU_DESCRIBED_OPERATION(logs::ListTagsLogGroup);
}  // namespace emu
