#include <emu/scheduler/schedules.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kScheduleNameMax = 64;

const Reading& schedule_reading() {
  static const Reading kReading = {.documents = {"Input"}, .hidden = {"ClientToken"}};
  return kReading;
}

Status create_schedule(Making& making) {
  EMU_TRY(auto create, read_as<scheduler::CreateSchedule>(making.properties, schedule_reading()));
  EMU_TRY(create.name, making.name("Name", kScheduleNameMax));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = create.name;
  making.attributes = {{"Arn", made.schedule_arn}};
  return {};
}

Status remove_schedule(Making& making) {
  scheduler::DeleteSchedule remove{.name = making.physical_id};
  EMU_TRY(std::string group, text_property(making.properties, "GroupName"));
  if (!group.empty()) remove.group_name = std::move(group);
  EMU_CHECK(making.aws.send(remove));
  return {};
}

Result<bool> update_schedule(Making& making, const Json& before) {
  for (const char* name : {"Name", "GroupName"}) {
    if (making.properties.value(name, Json()) != before.value(name, Json())) return false;
  }
  EMU_TRY(auto update, read_as<scheduler::UpdateSchedule>(making.properties, schedule_reading()));
  update.name = making.physical_id;
  EMU_CHECK(making.aws.send(update));
  return true;
}

}  // namespace

extern const ResourceType kSchedulerSchedule;
const ResourceType kSchedulerSchedule = {.name = "AWS::Scheduler::Schedule",
                                         .attributes = {"Arn"},
                                         .create = &create_schedule,
                                         .remove = &remove_schedule,
                                         .update = &update_schedule};

}  // namespace emu::cloudformation
