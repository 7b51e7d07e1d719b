// AWS Lambda: functions whose code is C++, bound to their names.
//
//   cloud.bind("hello", [](lambda::Context&, std::string_view event) {
//     return std::string(event);
//   });
//   aws.send(lambda::CreateFunction{.function_name = "hello", .runtime = "python3.12",
//                                   .role = role_arn, .handler = "hello.handler",
//                                   .code = {.zip_file = "PK"}}).value();
//   auto answer = aws.send(lambda::Invoke{.function_name = "hello", .payload = R"({"seat":12})"});
//
// Functions, layers, invocation and concurrency, event source mappings, policies and tags. Versions
// and aliases are not among them: the only qualifier is $LATEST. What a handler is given is in
// <emu/lambda/handler.h>, the events that AWS hands to functions in <emu/lambda/events.h>.
#pragma once

#include <emu/lambda/concurrency.h>
#include <emu/lambda/errors.h>
#include <emu/lambda/event_invoke_config.h>
#include <emu/lambda/event_source_mapping.h>
#include <emu/lambda/function.h>
#include <emu/lambda/invoke.h>
#include <emu/lambda/layer.h>
#include <emu/lambda/permissions.h>
#include <emu/lambda/tags.h>
#include <emu/lambda/values.h>
