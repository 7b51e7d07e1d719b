// EventBridge Scheduler: one call of a service at a time, at a rate, or by a cron expression.
//
//   aws.send(CreateSchedule{.flexible_time_window = {.mode = "OFF"},
//                           .name = "close",
//                           .schedule_expression = "cron(0 18 ? * MON-FRI *)",
//                           .schedule_expression_timezone = "Europe/Berlin",
//                           .target = {.arn = queue_arn, .role_arn = role_arn}}).value();
//
// Schedules follow the clock of the account. What fails is tried again for a day.
// Source: EventBridge Scheduler API Reference.
#pragma once

#include <emu/scheduler/errors.h>
#include <emu/scheduler/groups.h>
#include <emu/scheduler/schedules.h>
