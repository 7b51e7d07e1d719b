#include <emu/cloudwatch/alarms.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kAlarmNameMax = 255;

template <class Put>
Status create_alarm_by(Making& making) {
  EMU_TRY(auto put, read_as<Put>(making.properties));
  EMU_TRY(put.alarm_name, making.name("AlarmName", kAlarmNameMax));
  EMU_CHECK(making.aws.send(put));
  making.physical_id = put.alarm_name;
  making.attributes = {{"Arn", making.arn("cloudwatch", "alarm:" + put.alarm_name)}};
  return {};
}

template <class Put>
Result<bool> update_alarm_by(Making& making, const Json& before) {
  if (making.properties.value("AlarmName", Json()) != before.value("AlarmName", Json())) {
    return false;
  }
  EMU_TRY(auto put, read_as<Put>(making.properties));
  put.alarm_name = making.physical_id;
  EMU_CHECK(making.aws.send(put));
  return true;
}

Status remove_alarm(Making& making) {
  EMU_CHECK(making.aws.send(cloudwatch::DeleteAlarms{.alarm_names = {making.physical_id}}));
  return {};
}

}  // namespace

extern const ResourceType kCloudwatchAlarm;
const ResourceType kCloudwatchAlarm = {.name = "AWS::CloudWatch::Alarm",
                                       .attributes = {"Arn"},
                                       .create = &create_alarm_by<cloudwatch::PutMetricAlarm>,
                                       .remove = &remove_alarm,
                                       .update = &update_alarm_by<cloudwatch::PutMetricAlarm>};

extern const ResourceType kCloudwatchCompositeAlarm;
const ResourceType kCloudwatchCompositeAlarm = {
    .name = "AWS::CloudWatch::CompositeAlarm",
    .attributes = {"Arn"},
    .create = &create_alarm_by<cloudwatch::PutCompositeAlarm>,
    .remove = &remove_alarm,
    .update = &update_alarm_by<cloudwatch::PutCompositeAlarm>};

}  // namespace emu::cloudformation
