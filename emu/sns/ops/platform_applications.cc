#include <fmt/format.h>

#include <algorithm>

#include "core/text/ascii.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/names.h"
#include "sns/page.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

constexpr std::string_view kApplicationPrefix = "app/";

Error application_does_not_exist() {
  return error(errors::kNotFound, "PlatformApplication does not exist", kNotFoundStatus);
}

bool is_application_name(std::string_view name) {
  return !name.empty() && name.size() <= kApplicationNameMax &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

// Without what is secret, as AWS shows them.
std::map<std::string, std::string> shown_attributes(const StoredApplication& application) {
  std::map<std::string, std::string> shown = application.attributes;
  shown.erase("PlatformCredential");
  shown.erase("PlatformPrincipal");
  shown.erase("TokenSigningKey");
  shown.emplace("Enabled", "true");
  return shown;
}

}  // namespace

Result<StoredApplication*> Sns::find_application(const Call& call, std::string_view arn,
                                                 std::string_view parameter) {
  EMU_TRY(const ResourceAddress address, address_of(arn, parameter));
  if (address.region != call.region() || !address.resource.starts_with(kApplicationPrefix)) {
    return invalid_parameter(parameter);
  }
  RegionState* state = regions_.find(address.account, address.region);
  if (state == nullptr) return application_does_not_exist();
  const auto found = state->applications.find(address.resource.substr(kApplicationPrefix.size()));
  if (found == state->applications.end()) return application_does_not_exist();
  return &found->second;
}

// Checks: Amazon SNS API Reference, "CreatePlatformApplication".
Result<CreatePlatformApplicationResult> Sns::create_platform_application(
    Call& call, const CreatePlatformApplication& in) {
  if (!is_application_name(in.name)) return invalid_parameter("Name");
  if (!is_platform(in.platform)) {
    return invalid_parameter("Platform", fmt::format("{} is not supported", in.platform));
  }
  EMU_CHECK(check_application_attributes(in.attributes));
  const auto credential = in.attributes.find("PlatformCredential");
  if (credential == in.attributes.end() || credential->second.empty()) {
    return invalid_parameter("Attributes",
                             "Invalid value for attribute: PlatformCredential: cannot be empty");
  }
  RegionState& state = regions_.at(call.account(), call.region());
  const std::string key = fmt::format("{}/{}", in.platform, in.name);
  if (const auto known = state.applications.find(key); known != state.applications.end()) {
    if (known->second.attributes != in.attributes) {
      return invalid_parameter("Attributes",
                               "Platform application already exists with different attributes");
    }
    return CreatePlatformApplicationResult{.platform_application_arn = known->second.arn};
  }
  if (state.applications.size() >= kApplicationsMax) return invalid_parameter("Name");
  StoredApplication& application = state.applications[key];
  application.arn = topic_arn(state.account, state.region, std::string(kApplicationPrefix) + key);
  application.attributes = in.attributes;
  return CreatePlatformApplicationResult{.platform_application_arn = application.arn};
}

Result<Nothing> Sns::delete_platform_application(Call& call, const DeletePlatformApplication& in) {
  const Result<StoredApplication*> found =
      find_application(call, in.platform_application_arn, "PlatformApplicationArn");
  if (!found && found.error().code != errors::kNotFound) return found.error();
  if (!found) return Nothing{};
  const ResourceAddress address = *address_of((*found)->arn, {});
  RegionState& state = regions_.at(address.account, address.region);
  state.applications.erase(
      state.applications.find(address.resource.substr(kApplicationPrefix.size())));
  return Nothing{};
}

Result<GetPlatformApplicationAttributesResult> Sns::get_platform_application_attributes(
    Call& call, const GetPlatformApplicationAttributes& in) {
  EMU_TRY(const StoredApplication* application,
          find_application(call, in.platform_application_arn, "PlatformApplicationArn"));
  return GetPlatformApplicationAttributesResult{.attributes = shown_attributes(*application)};
}

Result<Nothing> Sns::set_platform_application_attributes(
    Call& call, const SetPlatformApplicationAttributes& in) {
  EMU_TRY(StoredApplication* application,
          find_application(call, in.platform_application_arn, "PlatformApplicationArn"));
  EMU_CHECK(check_application_attributes(in.attributes));
  for (const auto& [name, value] : in.attributes) application->attributes[name] = value;
  return Nothing{};
}

Result<ListPlatformApplicationsResult> Sns::list_platform_applications(
    Call& call, const ListPlatformApplications& in) {
  EMU_TRY(const std::string after, name_of_token(in.next_token));
  const auto& all = regions_.at(call.account(), call.region()).applications;
  ListPlatformApplicationsResult out;
  const std::string* last = nullptr;
  for (auto application = all.upper_bound(after); application != all.end(); ++application) {
    if (out.platform_applications.size() == kPageSize) {
      out.next_token = token_of_name(*last);
      break;
    }
    out.platform_applications.push_back({.platform_application_arn = application->second.arn,
                                         .attributes = shown_attributes(application->second)});
    last = &application->first;
  }
  return out;
}

}  // namespace emu::sns
