// Checks that several operations share. Each says what AWS refuses about a whole API, route,
// integration or stage, so that creating and updating keep to the same rules: an update is checked
// as the result that it would have.
#pragma once

#include <emu/apigatewayv2.h>
#include <emu/result.h>

#include "apigatewayv2/state.h"

namespace emu::apigatewayv2 {

Status check_length(std::string_view member, const std::string& value, std::size_t min,
                    std::size_t max);
Status check_cors(const Cors& cors);
Status check_api(const Api& api);
Status check_route(const Route& route, const ApiRecord& api);
Status check_integration(const Integration& integration);
Status check_stage(const Stage& stage);

}  // namespace emu::apigatewayv2
