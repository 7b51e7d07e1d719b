#include <emu/apigatewayv2/apis.h>

#include "apigatewayv2/shapes/describe.h"

namespace emu::apigatewayv2 {

void Api::describe(StructureShape<Api>& s) {
  describing::api_settings(s);
  s.member("ApiEndpoint", &Api::api_endpoint).wire_name("apiEndpoint");
  s.member("ApiGatewayManaged", &Api::api_gateway_managed).wire_name("apiGatewayManaged");
  s.member("ApiId", &Api::api_id).wire_name("apiId");
  s.member("CreatedDate", &Api::created_date).wire_name("createdDate");
  s.member("ImportInfo", &Api::import_info).wire_name("importInfo");
  s.member("ProtocolType", &Api::protocol_type).wire_name("protocolType");
  s.member("Tags", &Api::tags).wire_name("tags");
  s.member("Warnings", &Api::warnings).wire_name("warnings");
}

void CreateApi::describe(StructureShape<CreateApi>& s) {
  describing::api_settings(s);
  describing::quick_create(s);
  s.member("ProtocolType", &CreateApi::protocol_type)
      .wire_name("protocolType")
      .required()
      .one_of({"WEBSOCKET", "HTTP"});
  s.member("Tags", &CreateApi::tags).wire_name("tags");
}

void GetApi::describe(StructureShape<GetApi>& s) { describing::api_id(s); }

void GetApisResult::describe(StructureShape<GetApisResult>& s) { describing::items(s); }

void GetApis::describe(StructureShape<GetApis>& s) { describing::page(s); }

void UpdateApi::describe(StructureShape<UpdateApi>& s) {
  describing::api_id(s);
  describing::api_settings(s);
  describing::quick_create(s);
}

void DeleteApi::describe(StructureShape<DeleteApi>& s) { describing::api_id(s); }

void DeleteCorsConfiguration::describe(StructureShape<DeleteCorsConfiguration>& s) {
  describing::api_id(s);
}

}  // namespace emu::apigatewayv2

namespace emu {
EMU_DESCRIBED(apigatewayv2::Api);
EMU_DESCRIBED_OPERATION(apigatewayv2::CreateApi);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetApi);
EMU_DESCRIBED(apigatewayv2::GetApisResult);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetApis);
EMU_DESCRIBED_OPERATION(apigatewayv2::UpdateApi);
EMU_DESCRIBED_OPERATION(apigatewayv2::DeleteApi);
EMU_DESCRIBED_OPERATION(apigatewayv2::DeleteCorsConfiguration);
}  // namespace emu
