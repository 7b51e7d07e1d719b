#include <emu/scheduler/groups.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status create_schedule_group(Making& making) {
  EMU_TRY(auto create, read_as<scheduler::CreateScheduleGroup>(making.properties,
                                                               {.hidden = {"ClientToken"}}));
  EMU_TRY(create.name, making.name("Name", 64));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = create.name;
  making.attributes = {{"Arn", made.schedule_group_arn}};
  return {};
}

Status remove_schedule_group(Making& making) {
  EMU_CHECK(making.aws.send(scheduler::DeleteScheduleGroup{.name = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kSchedulerScheduleGroup;
const ResourceType kSchedulerScheduleGroup = {.name = "AWS::Scheduler::ScheduleGroup",
                                              .attributes = {"Arn"},
                                              .create = &create_schedule_group,
                                              .remove = &remove_schedule_group};

}  // namespace emu::cloudformation
