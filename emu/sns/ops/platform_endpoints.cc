#include <fmt/format.h>

#include <utility>

#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/names.h"
#include "sns/page.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

Error endpoint_does_not_exist() {
  return error(errors::kNotFound, "Endpoint does not exist", kNotFoundStatus);
}

// "…:endpoint/GCM/name/id" belongs to "…:app/GCM/name".
std::string application_of(std::string_view endpoint_arn) {
  constexpr std::string_view kEndpoint = ":endpoint/";
  const auto begin = endpoint_arn.find(kEndpoint);
  if (begin == endpoint_arn.npos) return std::string(endpoint_arn);
  const std::string_view named = endpoint_arn.substr(begin + kEndpoint.size());
  return fmt::format("{}:app/{}", endpoint_arn.substr(0, begin), named.substr(0, named.rfind('/')));
}

// What is asked for, with what a device has by itself.
std::map<std::string, std::string> attributes_asked(const CreatePlatformEndpoint& in) {
  std::map<std::string, std::string> attributes = in.attributes;
  attributes["Token"] = in.token;
  if (in.custom_user_data) attributes["CustomUserData"] = *in.custom_user_data;
  attributes.emplace("Enabled", "true");
  return attributes;
}

}  // namespace

Result<StoredDevice*> Sns::find_device(const Call& call, std::string_view arn) {
  EMU_CHECK(address_of(arn, "EndpointArn"));
  const Result<StoredApplication*> application =
      find_application(call, application_of(arn), "EndpointArn");
  if (!application && application.error().code != errors::kNotFound) return application.error();
  if (!application) return endpoint_does_not_exist();
  const auto device = (*application)->devices.find(arn);
  if (device == (*application)->devices.end()) return endpoint_does_not_exist();
  return &device->second;
}

// Checks: Amazon SNS API Reference, "CreatePlatformEndpoint".
Result<CreatePlatformEndpointResult> Sns::create_platform_endpoint(
    Call& call, const CreatePlatformEndpoint& in) {
  EMU_TRY(StoredApplication* application,
          find_application(call, in.platform_application_arn, "PlatformApplicationArn"));
  std::map<std::string, std::string> attributes = attributes_asked(in);
  EMU_CHECK(check_device_attributes(attributes));
  if (const auto known = application->by_token.find(in.token);
      known != application->by_token.end()) {
    if (application->devices.at(known->second).attributes != attributes) {
      return invalid_parameter("Token",
                               fmt::format("Endpoint {} already exists with the same Token, but "
                                           "different attributes.",
                                           known->second));
    }
    return CreatePlatformEndpointResult{.endpoint_arn = known->second};
  }
  if (application->devices.size() >= kDevicesMax) return invalid_parameter("Token");
  const auto app = application->arn.find(":app/");
  const std::string arn =
      fmt::format("{}:endpoint/{}/{}", application->arn.substr(0, app),
                  application->arn.substr(app + std::string_view(":app/").size()), world_.uuid());
  application->devices.emplace(arn, StoredDevice{.arn = arn, .attributes = std::move(attributes)});
  application->by_token.emplace(in.token, arn);
  return CreatePlatformEndpointResult{.endpoint_arn = arn};
}

Result<Nothing> Sns::delete_endpoint(Call& call, const DeleteEndpoint& in) {
  Result<StoredDevice*> device = find_device(call, in.endpoint_arn);
  if (!device && device.error().code != errors::kNotFound) return device.error();
  if (!device) return Nothing{};
  EMU_TRY(StoredApplication* application,
          find_application(call, application_of(in.endpoint_arn), "EndpointArn"));
  application->by_token.erase((*device)->attributes["Token"]);
  application->devices.erase(application->devices.find(in.endpoint_arn));
  return Nothing{};
}

Result<GetEndpointAttributesResult> Sns::get_endpoint_attributes(Call& call,
                                                                 const GetEndpointAttributes& in) {
  EMU_TRY(const StoredDevice* device, find_device(call, in.endpoint_arn));
  return GetEndpointAttributesResult{.attributes = device->attributes};
}

Result<Nothing> Sns::set_endpoint_attributes(Call& call, const SetEndpointAttributes& in) {
  EMU_TRY(StoredDevice* device, find_device(call, in.endpoint_arn));
  EMU_CHECK(check_device_attributes(in.attributes));
  EMU_TRY(StoredApplication* application,
          find_application(call, application_of(in.endpoint_arn), "EndpointArn"));
  if (const auto token = in.attributes.find("Token"); token != in.attributes.end()) {
    const auto [known, is_new] = application->by_token.emplace(token->second, device->arn);
    if (!is_new && known->second != device->arn) {
      return invalid_parameter("Token", "Another endpoint already exists with the same Token");
    }
    if (is_new) application->by_token.erase(device->attributes["Token"]);
  }
  for (const auto& [name, value] : in.attributes) device->attributes[name] = value;
  return Nothing{};
}

Result<ListEndpointsByPlatformApplicationResult> Sns::list_endpoints_by_platform_application(
    Call& call, const ListEndpointsByPlatformApplication& in) {
  EMU_TRY(const StoredApplication* application,
          find_application(call, in.platform_application_arn, "PlatformApplicationArn"));
  EMU_TRY(const std::string after, name_of_token(in.next_token));
  ListEndpointsByPlatformApplicationResult out;
  const auto& all = application->devices;
  for (auto device = all.upper_bound(after); device != all.end(); ++device) {
    if (out.endpoints.size() == kPageSize) {
      out.next_token = token_of_name(out.endpoints.back().endpoint_arn);
      break;
    }
    out.endpoints.push_back(
        {.endpoint_arn = device->first, .attributes = device->second.attributes});
  }
  return out;
}

}  // namespace emu::sns
