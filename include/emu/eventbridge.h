// EventBridge: event buses, rules and their targets.
//
//   aws.send(PutRule{.name = "orders", .event_pattern = R"({"source": ["shop"]})"}).value();
//   aws.send(PutTargets{.rule = "orders", .targets = {{.id = "q", .arn = queue_arn}}}).value();
//   aws.send(PutEvents{.entries = {{.source = "shop", .detail_type = "Ordered",
//                                   .detail = R"({"seat": "12A"})"}}}).value();
//
// What is put on a bus is brought to the targets of the rules that it matches in a moment, and
// tried again for a day. Schedules of rules follow the clock of the account.
// Source: Amazon EventBridge API Reference.
#pragma once

#include <emu/eventbridge/buses.h>
#include <emu/eventbridge/errors.h>
#include <emu/eventbridge/publishing.h>
#include <emu/eventbridge/rules.h>
#include <emu/eventbridge/tagging.h>
#include <emu/eventbridge/targets.h>
