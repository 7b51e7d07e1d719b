// What API Gateway answers when it refuses to configure something.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::apigatewayv2 {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error api_not_found(std::string_view account, std::string_view api_id);
Error route_not_found(std::string_view route_id);
Error integration_not_found(std::string_view integration_id);
Error stage_not_found(std::string_view stage_name);
Error deployment_not_found(std::string_view deployment_id);

Error route_exists(std::string_view route_key);
Error stage_exists();
Error integration_in_use();
Error deployment_in_use();
Error limit_reached(std::string_view what);

Error bad_length(std::string_view member, std::size_t min, std::size_t max);
Error bad_page_size();
Error bad_page_token();
Error only_http_apis();
Error bad_route_selection();
Error bad_route_key();
Error bad_route_target();
Error only_open_routes();
Error bad_stage_name();
Error bad_stage_variable(std::string_view name);
Error auto_deploy_with_deployment();
Error integration_type_unavailable(std::string_view type);
Error integration_subtype_unavailable();
Error bad_integration_uri();
Error payload_format_required();
Error bad_payload_format(std::string_view version);
Error bad_timeout();
Error bad_connection_type();
Error bad_integration_method();
Error not_quick_created();
Error managed_by_api_gateway(std::string_view what);

Error bad_cors_method(std::string_view method);
Error bad_cors_origin(std::string_view origin);
Error cors_credentials_with_any_origin();
Error bad_cors_max_age();

}  // namespace emu::apigatewayv2
