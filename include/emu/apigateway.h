// API Gateway's HTTP APIs (version 2): an API's routes, integrations, stages and deployments.
//
//   auto api = aws.send(apigateway::CreateApi{
//                           .name = "bus", .protocol_type = "HTTP", .target = function_arn})
//                  .value();
//   auto answer = cloud.http({.method = "POST",
//                             .host = api.api_id + ".execute-api.us-east-1.amazonaws.com",
//                             .target = "/bookings",
//                             .body = R"({"seat":"12A"})"});
//
// A request reaches its function only if the function's resource policy lets
// apigateway.amazonaws.com invoke it.
//
// Refusals: NotFoundException (404) for an unknown API or part of one, BadRequestException (400)
// for values that an HTTP API does not take, ConflictException (409) for a second route key, stage
// or the like of one name.
// Sources: Amazon API Gateway Version 2 API Reference; Developer Guide, "API Gateway HTTP APIs".
#pragma once

#include <emu/apigateway/apis.h>
#include <emu/apigateway/deployments.h>
#include <emu/apigateway/integrations.h>
#include <emu/apigateway/routes.h>
#include <emu/apigateway/stages.h>
#include <emu/apigateway/types.h>
