// Applications of push services and their devices, and phone numbers of the SMS sandbox, as they
// are stored.
#pragma once

#include <emu/result.h>

#include <map>
#include <string>
#include <string_view>

namespace emu::sns {

struct StoredDevice {
  std::string arn = {};
  std::map<std::string, std::string> attributes = {};  // Token, Enabled, CustomUserData
};

struct StoredApplication {
  std::string arn = {};
  std::map<std::string, std::string> attributes = {};
  std::map<std::string, StoredDevice, std::less<>> devices = {};  // by ARN
  std::map<std::string, std::string, std::less<>> by_token = {};  // ARNs
};

struct SandboxNumber {
  std::string password = {};
  bool is_verified = false;
};

// "GCM" of the ARN of an application or of a device.
std::string_view platform_of(std::string_view arn);

bool is_platform(std::string_view name);
// Whether an application may have these attributes, or have them changed so.
Status check_application_attributes(const std::map<std::string, std::string>& attributes);
// The same of a device.
Status check_device_attributes(const std::map<std::string, std::string>& attributes);

}  // namespace emu::sns
