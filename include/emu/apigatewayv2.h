// API Gateway's HTTP APIs (version 2): an API's routes, integrations, stages and deployments.
//
//   auto api = aws.send(apigatewayv2::CreateApi{
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
// What functions behind them are given is in <emu/apigatewayv2/events.h> and
// <emu/lambda/events.h>.
//
// Sources: Amazon API Gateway Version 2 API Reference; Developer Guide, "API Gateway HTTP APIs".
#pragma once

#include <emu/apigatewayv2/apis.h>
#include <emu/apigatewayv2/deployments.h>
#include <emu/apigatewayv2/errors.h>
#include <emu/apigatewayv2/integrations.h>
#include <emu/apigatewayv2/routes.h>
#include <emu/apigatewayv2/stages.h>
#include <emu/apigatewayv2/types.h>
#include <emu/apigatewayv2/values.h>
