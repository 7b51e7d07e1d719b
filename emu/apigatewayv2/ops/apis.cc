// GetApi, GetApis, DeleteApi and DeleteCorsConfiguration.
#include "apigatewayv2/errors.h"
#include "apigatewayv2/paging.h"
#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

Result<Api> ApiGateway::get_api(Call& call, const GetApi& in) {
  EMU_TRY(const ApiRecord* api, state(call).api(in.api_id));
  return api->resource;
}

Result<GetApisResult> ApiGateway::get_apis(Call& call, const GetApis& in) {
  return page_of<GetApisResult>(in, state(call).apis,
                                [](const ApiRecord& api) { return api.resource; });
}

Result<Nothing> ApiGateway::delete_api(Call& call, const DeleteApi& in) {
  State& here = state(call);
  EMU_CHECK(here.api(in.api_id));
  homes_.erase(in.api_id);
  live_.forget(in.api_id);
  here.apis.erase(in.api_id);
  return Nothing{};
}

Result<Nothing> ApiGateway::delete_cors_configuration(Call& call,
                                                      const DeleteCorsConfiguration& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  api->resource.cors_configuration.reset();
  api->deploy_changes(world_.random(), world_.now());
  return Nothing{};
}

}  // namespace emu::apigatewayv2
