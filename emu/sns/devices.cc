#include "sns/devices.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "sns/errors.h"
#include "sns/limits.h"

namespace emu::sns {

namespace {

// Source: Amazon SNS API Reference, "CreatePlatformApplication"; Amazon SNS Developer Guide,
// "Mobile push notifications".
constexpr std::array<std::string_view, 11> kPlatforms = {
    "ADM",   "APNS",          "APNS_SANDBOX", "APNS_VOIP", "APNS_VOIP_SANDBOX", "BAIDU", "GCM",
    "MACOS", "MACOS_SANDBOX", "MPNS",         "WNS"};

// Source: Amazon SNS API Reference, "SetPlatformApplicationAttributes".
constexpr std::array<std::string_view, 14> kApplicationAttributes = {
    "ApplePlatformBundleID",     "ApplePlatformTeamID",
    "AuthenticationMethod",      "Enabled",
    "EventDeliveryFailure",      "EventEndpointCreated",
    "EventEndpointDeleted",      "EventEndpointUpdated",
    "FailureFeedbackRoleArn",    "PlatformCredential",
    "PlatformPrincipal",         "SuccessFeedbackRoleArn",
    "SuccessFeedbackSampleRate", "TokenSigningKey",
};

constexpr std::array<std::string_view, 3> kDeviceAttributes = {"CustomUserData", "Enabled",
                                                               "Token"};

Error invalid_attribute_of(std::string_view name) {
  return invalid_parameter("Attributes", fmt::format("Invalid attribute name: {}", name));
}

Error invalid_value_of(std::string_view name) {
  return invalid_parameter("Attributes", fmt::format("Invalid value for attribute: {}", name));
}

}  // namespace

std::string_view platform_of(std::string_view arn) {
  const auto begin = arn.find('/');
  if (begin == arn.npos) return {};
  const std::string_view rest = arn.substr(begin + 1);
  return rest.substr(0, rest.find('/'));
}

bool is_platform(std::string_view name) {
  return std::find(kPlatforms.begin(), kPlatforms.end(), name) != kPlatforms.end();
}

Status check_application_attributes(const std::map<std::string, std::string>& attributes) {
  for (const auto& [name, value] : attributes) {
    if (std::find(kApplicationAttributes.begin(), kApplicationAttributes.end(), name) ==
        kApplicationAttributes.end()) {
      return invalid_attribute_of(name);
    }
    if (value.size() > kCredentialMax) return invalid_value_of(name);
  }
  return {};
}

Status check_device_attributes(const std::map<std::string, std::string>& attributes) {
  for (const auto& [name, value] : attributes) {
    if (std::find(kDeviceAttributes.begin(), kDeviceAttributes.end(), name) ==
        kDeviceAttributes.end()) {
      return invalid_attribute_of(name);
    }
    const bool is_boolean =
        equal_ignoring_case(value, "true") || equal_ignoring_case(value, "false");
    if ((name == "Enabled" && !is_boolean) ||
        (name == "Token" && (value.empty() || value.size() > kDeviceTokenMax)) ||
        value.size() > std::max(kCustomUserDataMax, kDeviceTokenMax)) {
      return invalid_value_of(name);
    }
    if (name == "CustomUserData" && value.size() > kCustomUserDataMax) {
      return invalid_parameter("CustomUserData",
                               "Invalid value for attribute: CustomUserData: must be at most 2048 "
                               "bytes long in UTF-8 encoding");
    }
  }
  return {};
}

}  // namespace emu::sns
