#include <emu/describe.h>
#include <emu/sns/push.h>

namespace emu::sns {

void CreatePlatformApplicationResult::describe(StructureShape<CreatePlatformApplicationResult>& s) {
  s.member("PlatformApplicationArn", &CreatePlatformApplicationResult::platform_application_arn);
}

void CreatePlatformApplication::describe(StructureShape<CreatePlatformApplication>& s) {
  s.member("Name", &CreatePlatformApplication::name).required();
  s.member("Platform", &CreatePlatformApplication::platform).required();
  s.member("Attributes", &CreatePlatformApplication::attributes).required();
}

void DeletePlatformApplication::describe(StructureShape<DeletePlatformApplication>& s) {
  s.member("PlatformApplicationArn", &DeletePlatformApplication::platform_application_arn)
      .required();
}

void GetPlatformApplicationAttributesResult::describe(
    StructureShape<GetPlatformApplicationAttributesResult>& s) {
  s.member("Attributes", &GetPlatformApplicationAttributesResult::attributes);
}

void GetPlatformApplicationAttributes::describe(
    StructureShape<GetPlatformApplicationAttributes>& s) {
  s.member("PlatformApplicationArn", &GetPlatformApplicationAttributes::platform_application_arn)
      .required();
}

void SetPlatformApplicationAttributes::describe(
    StructureShape<SetPlatformApplicationAttributes>& s) {
  s.member("PlatformApplicationArn", &SetPlatformApplicationAttributes::platform_application_arn)
      .required();
  s.member("Attributes", &SetPlatformApplicationAttributes::attributes).required();
}

void PlatformApplication::describe(StructureShape<PlatformApplication>& s) {
  s.member("PlatformApplicationArn", &PlatformApplication::platform_application_arn);
  s.member("Attributes", &PlatformApplication::attributes);
}

void ListPlatformApplicationsResult::describe(StructureShape<ListPlatformApplicationsResult>& s) {
  s.member("PlatformApplications", &ListPlatformApplicationsResult::platform_applications).always();
  s.member("NextToken", &ListPlatformApplicationsResult::next_token);
}

void ListPlatformApplications::describe(StructureShape<ListPlatformApplications>& s) {
  s.member("NextToken", &ListPlatformApplications::next_token);
}

void CreatePlatformEndpointResult::describe(StructureShape<CreatePlatformEndpointResult>& s) {
  s.member("EndpointArn", &CreatePlatformEndpointResult::endpoint_arn);
}

void CreatePlatformEndpoint::describe(StructureShape<CreatePlatformEndpoint>& s) {
  s.member("PlatformApplicationArn", &CreatePlatformEndpoint::platform_application_arn).required();
  s.member("Token", &CreatePlatformEndpoint::token).required();
  s.member("CustomUserData", &CreatePlatformEndpoint::custom_user_data);
  s.member("Attributes", &CreatePlatformEndpoint::attributes);
}

void DeleteEndpoint::describe(StructureShape<DeleteEndpoint>& s) {
  s.member("EndpointArn", &DeleteEndpoint::endpoint_arn).required();
}

void GetEndpointAttributesResult::describe(StructureShape<GetEndpointAttributesResult>& s) {
  s.member("Attributes", &GetEndpointAttributesResult::attributes);
}

void GetEndpointAttributes::describe(StructureShape<GetEndpointAttributes>& s) {
  s.member("EndpointArn", &GetEndpointAttributes::endpoint_arn).required();
}

void SetEndpointAttributes::describe(StructureShape<SetEndpointAttributes>& s) {
  s.member("EndpointArn", &SetEndpointAttributes::endpoint_arn).required();
  s.member("Attributes", &SetEndpointAttributes::attributes).required();
}

void Endpoint::describe(StructureShape<Endpoint>& s) {
  s.member("EndpointArn", &Endpoint::endpoint_arn);
  s.member("Attributes", &Endpoint::attributes);
}

void ListEndpointsByPlatformApplicationResult::describe(
    StructureShape<ListEndpointsByPlatformApplicationResult>& s) {
  s.member("Endpoints", &ListEndpointsByPlatformApplicationResult::endpoints).always();
  s.member("NextToken", &ListEndpointsByPlatformApplicationResult::next_token);
}

void ListEndpointsByPlatformApplication::describe(
    StructureShape<ListEndpointsByPlatformApplication>& s) {
  s.member("PlatformApplicationArn", &ListEndpointsByPlatformApplication::platform_application_arn)
      .required();
  s.member("NextToken", &ListEndpointsByPlatformApplication::next_token);
}

}  // namespace emu::sns

namespace emu {
EMU_DESCRIBED(sns::CreatePlatformApplicationResult);
EMU_DESCRIBED_OPERATION(sns::CreatePlatformApplication);
EMU_DESCRIBED_OPERATION(sns::DeletePlatformApplication);
EMU_DESCRIBED(sns::GetPlatformApplicationAttributesResult);
EMU_DESCRIBED_OPERATION(sns::GetPlatformApplicationAttributes);
EMU_DESCRIBED_OPERATION(sns::SetPlatformApplicationAttributes);
EMU_DESCRIBED(sns::PlatformApplication);
EMU_DESCRIBED(sns::ListPlatformApplicationsResult);
EMU_DESCRIBED_OPERATION(sns::ListPlatformApplications);
EMU_DESCRIBED(sns::CreatePlatformEndpointResult);
EMU_DESCRIBED_OPERATION(sns::CreatePlatformEndpoint);
EMU_DESCRIBED_OPERATION(sns::DeleteEndpoint);
EMU_DESCRIBED(sns::GetEndpointAttributesResult);
EMU_DESCRIBED_OPERATION(sns::GetEndpointAttributes);
EMU_DESCRIBED_OPERATION(sns::SetEndpointAttributes);
EMU_DESCRIBED(sns::Endpoint);
EMU_DESCRIBED(sns::ListEndpointsByPlatformApplicationResult);
EMU_DESCRIBED_OPERATION(sns::ListEndpointsByPlatformApplication);
}  // namespace emu
