#include <emu/describe.h>
#include <emu/scheduler/groups.h>

#include "scheduler/names.h"

namespace emu::scheduler {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required().range(1, 128);
  s.member("Value", &Tag::value).required().range(1, 256);
}

void CreateScheduleGroupResult::describe(StructureShape<CreateScheduleGroupResult>& s) {
  s.member("ScheduleGroupArn", &CreateScheduleGroupResult::schedule_group_arn);
}

void CreateScheduleGroup::describe(StructureShape<CreateScheduleGroup>& s) {
  s.member("ClientToken", &CreateScheduleGroup::client_token).range(1, 64);
  s.member("Name", &CreateScheduleGroup::name)
      .path("Name")
      .required()
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
  s.member("Tags", &CreateScheduleGroup::tags).range(0, 200);
}

void GetScheduleGroupResult::describe(StructureShape<GetScheduleGroupResult>& s) {
  s.member("Arn", &GetScheduleGroupResult::arn);
  s.member("CreationDate", &GetScheduleGroupResult::creation_date);
  s.member("LastModificationDate", &GetScheduleGroupResult::last_modification_date);
  s.member("Name", &GetScheduleGroupResult::name);
  s.member("State", &GetScheduleGroupResult::state);
}

void GetScheduleGroup::describe(StructureShape<GetScheduleGroup>& s) {
  s.member("Name", &GetScheduleGroup::name)
      .path("Name")
      .required()
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
}

void DeleteScheduleGroup::describe(StructureShape<DeleteScheduleGroup>& s) {
  s.member("ClientToken", &DeleteScheduleGroup::client_token).query("clientToken").range(1, 64);
  s.member("Name", &DeleteScheduleGroup::name)
      .path("Name")
      .required()
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
}

void ScheduleGroupSummary::describe(StructureShape<ScheduleGroupSummary>& s) {
  s.member("Arn", &ScheduleGroupSummary::arn);
  s.member("CreationDate", &ScheduleGroupSummary::creation_date);
  s.member("LastModificationDate", &ScheduleGroupSummary::last_modification_date);
  s.member("Name", &ScheduleGroupSummary::name);
  s.member("State", &ScheduleGroupSummary::state);
}

void ListScheduleGroupsResult::describe(StructureShape<ListScheduleGroupsResult>& s) {
  s.member("NextToken", &ListScheduleGroupsResult::next_token);
  s.member("ScheduleGroups", &ListScheduleGroupsResult::schedule_groups).always();
}

void ListScheduleGroups::describe(StructureShape<ListScheduleGroups>& s) {
  s.member("MaxResults", &ListScheduleGroups::max_results).query("MaxResults").range(1, 100);
  s.member("NamePrefix", &ListScheduleGroups::name_prefix)
      .query("NamePrefix")
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
  s.member("NextToken", &ListScheduleGroups::next_token).query("NextToken").range(1, 2048);
}

void TagResource::describe(StructureShape<TagResource>& s) {
  s.member("ResourceArn", &TagResource::resource_arn).path("ResourceArn").required().range(1, 1011);
  s.member("Tags", &TagResource::tags).required().range(0, 200);
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  s.member("ResourceArn", &UntagResource::resource_arn)
      .path("ResourceArn")
      .required()
      .range(1, 1011);
  s.member("TagKeys", &UntagResource::tag_keys)
      .query("TagKeys")
      .required()
      .range(0, 200)
      .each({.min = 1, .max = 128});
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("Tags", &ListTagsForResourceResult::tags).always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  s.member("ResourceArn", &ListTagsForResource::resource_arn)
      .path("ResourceArn")
      .required()
      .range(1, 1011);
}

}  // namespace emu::scheduler

namespace emu {
EMU_DESCRIBED(scheduler::Tag);
EMU_DESCRIBED(scheduler::CreateScheduleGroupResult);
EMU_DESCRIBED_OPERATION(scheduler::CreateScheduleGroup);
EMU_DESCRIBED(scheduler::GetScheduleGroupResult);
EMU_DESCRIBED_OPERATION(scheduler::GetScheduleGroup);
EMU_DESCRIBED_OPERATION(scheduler::DeleteScheduleGroup);
EMU_DESCRIBED(scheduler::ScheduleGroupSummary);
EMU_DESCRIBED(scheduler::ListScheduleGroupsResult);
EMU_DESCRIBED_OPERATION(scheduler::ListScheduleGroups);
EMU_DESCRIBED_OPERATION(scheduler::TagResource);
EMU_DESCRIBED_OPERATION(scheduler::UntagResource);
EMU_DESCRIBED(scheduler::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(scheduler::ListTagsForResource);
}  // namespace emu
