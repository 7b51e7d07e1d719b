// Devices that SNS sends notifications to, and the applications that they belong to. What is
// published to a device goes to the outbox. Include <emu/sns.h>.
#pragma once

#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sns {

struct CreatePlatformApplicationResult {
  std::string platform_application_arn = {};
  static void describe(StructureShape<CreatePlatformApplicationResult>& s);
};

// Platforms are ADM, APNS with its variants, BAIDU, GCM, MACOS, MPNS and WNS. Creating it again
// gives the application that there is, when its attributes are the same.
struct CreatePlatformApplication {
  static constexpr OperationName kOperation{"sns", "CreatePlatformApplication"};
  using Result = CreatePlatformApplicationResult;
  std::string name;
  std::string platform;
  std::map<std::string, std::string> attributes;
  static void describe(StructureShape<CreatePlatformApplication>& s);
};

// With its endpoints. Succeeds when there is no such application.
struct DeletePlatformApplication {
  static constexpr OperationName kOperation{"sns", "DeletePlatformApplication"};
  using Result = Nothing;
  std::string platform_application_arn;
  static void describe(StructureShape<DeletePlatformApplication>& s);
};

struct GetPlatformApplicationAttributesResult {
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<GetPlatformApplicationAttributesResult>& s);
};

struct GetPlatformApplicationAttributes {
  static constexpr OperationName kOperation{"sns", "GetPlatformApplicationAttributes"};
  using Result = GetPlatformApplicationAttributesResult;
  std::string platform_application_arn;
  static void describe(StructureShape<GetPlatformApplicationAttributes>& s);
};

struct SetPlatformApplicationAttributes {
  static constexpr OperationName kOperation{"sns", "SetPlatformApplicationAttributes"};
  using Result = Nothing;
  std::string platform_application_arn;
  std::map<std::string, std::string> attributes;
  static void describe(StructureShape<SetPlatformApplicationAttributes>& s);
};

struct PlatformApplication {
  std::string platform_application_arn = {};
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<PlatformApplication>& s);
};

struct ListPlatformApplicationsResult {
  std::vector<PlatformApplication> platform_applications = {};
  std::string next_token = {};
  static void describe(StructureShape<ListPlatformApplicationsResult>& s);
};

struct ListPlatformApplications {
  static constexpr OperationName kOperation{"sns", "ListPlatformApplications"};
  using Result = ListPlatformApplicationsResult;
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListPlatformApplications>& s);
};

struct CreatePlatformEndpointResult {
  std::string endpoint_arn = {};
  static void describe(StructureShape<CreatePlatformEndpointResult>& s);
};

// Gives the endpoint that there is for the token, when its attributes are the same.
struct CreatePlatformEndpoint {
  static constexpr OperationName kOperation{"sns", "CreatePlatformEndpoint"};
  using Result = CreatePlatformEndpointResult;
  std::string platform_application_arn;
  std::string token;
  std::optional<std::string> custom_user_data = {};
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<CreatePlatformEndpoint>& s);
};

// Succeeds when there is no such endpoint.
struct DeleteEndpoint {
  static constexpr OperationName kOperation{"sns", "DeleteEndpoint"};
  using Result = Nothing;
  std::string endpoint_arn;
  static void describe(StructureShape<DeleteEndpoint>& s);
};

struct GetEndpointAttributesResult {
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<GetEndpointAttributesResult>& s);
};

struct GetEndpointAttributes {
  static constexpr OperationName kOperation{"sns", "GetEndpointAttributes"};
  using Result = GetEndpointAttributesResult;
  std::string endpoint_arn;
  static void describe(StructureShape<GetEndpointAttributes>& s);
};

struct SetEndpointAttributes {
  static constexpr OperationName kOperation{"sns", "SetEndpointAttributes"};
  using Result = Nothing;
  std::string endpoint_arn;
  std::map<std::string, std::string> attributes;
  static void describe(StructureShape<SetEndpointAttributes>& s);
};

struct Endpoint {
  std::string endpoint_arn = {};
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<Endpoint>& s);
};

struct ListEndpointsByPlatformApplicationResult {
  std::vector<Endpoint> endpoints = {};
  std::string next_token = {};
  static void describe(StructureShape<ListEndpointsByPlatformApplicationResult>& s);
};

// 100 at a time.
struct ListEndpointsByPlatformApplication {
  static constexpr OperationName kOperation{"sns", "ListEndpointsByPlatformApplication"};
  using Result = ListEndpointsByPlatformApplicationResult;
  std::string platform_application_arn;
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListEndpointsByPlatformApplication>& s);
};

}  // namespace emu::sns
