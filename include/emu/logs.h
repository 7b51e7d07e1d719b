// CloudWatch Logs: log groups, their streams and the events in them.
//
//   const std::string group = "/aws/lambda/booking";
//   aws.send(logs::CreateLogGroup{.log_group_name = group}).value();
//   aws.send(logs::CreateLogStream{.log_group_name = group, .log_stream_name = "a"}).value();
//   aws.send(logs::PutLogEvents{
//                .log_group_name = group,
//                .log_stream_name = "a",
//                .log_events = {{.timestamp = epoch_millis(aws.now()), .message = "12A is free"}}})
//       .value();
//   auto found = aws.send(logs::FilterLogEvents{.log_group_name = group, .filter_pattern = "free"})
//                    .value();
//
// Points in time are milliseconds since the epoch, as on the wire.
//
// Refusals: InvalidParameterException (400) for values outside of their limits and broken tokens,
// ResourceNotFoundException (400) for an unknown group or stream, ResourceAlreadyExistsException
// (400), LimitExceededException (400), TooManyTagsException (400).
// Source: Amazon CloudWatch Logs API Reference.
#pragma once

#include <emu/logs/errors.h>
#include <emu/logs/events.h>
#include <emu/logs/log_groups.h>
#include <emu/logs/log_streams.h>
#include <emu/logs/metric_filters.h>
#include <emu/logs/resource_policies.h>
#include <emu/logs/subscription_filters.h>
#include <emu/logs/tags.h>
