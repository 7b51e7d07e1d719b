#include "core/gate/service_profile.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/text/ascii.h"

namespace emu {

namespace {

template <std::string_view ErrorProfile::*member>
std::string_view other_code(const ServiceProfile& service, std::string_view code) {
  const ErrorProfile* error = find_error(service, code);
  return error == nullptr || (error->*member).empty() ? code : error->*member;
}

template <std::string_view ErrorProfile::*member>
std::string_view code_of_other(const ServiceProfile& service, std::string_view other) {
  for (const ErrorProfile& error : service.errors) {
    if (!(error.*member).empty() && error.*member == other) return error.code;
  }
  return other;
}

}  // namespace

const ServiceProfile* find_profile(std::string_view name) {
  for (const ServiceProfile* profile : all_profiles()) {
    if (profile->name == name) return profile;
  }
  return nullptr;
}

const ServiceProfile& profile_of(const Operation& op) {
  const ServiceProfile* profile = find_profile(op.name.service);
  EMU_ASSERT(profile != nullptr, "every service of the table has a profile");
  return *profile;
}

std::vector<const ServiceProfile*> profiles_signed_as(std::string_view signing_name) {
  std::vector<const ServiceProfile*> found;
  for (const ServiceProfile* profile : all_profiles()) {
    if (profile->signing_name == signing_name) found.push_back(profile);
  }
  return found;
}

const ProtocolProfile* find_protocol(const ServiceProfile& service, ProtocolKind kind) {
  for (const ProtocolProfile& protocol : service.protocols) {
    if (protocol.kind == kind) return &protocol;
  }
  return nullptr;
}

const ErrorProfile* find_error(const ServiceProfile& service, std::string_view code) {
  const auto found = std::find_if(service.errors.begin(), service.errors.end(),
                                  [&](const ErrorProfile& error) { return error.code == code; });
  return found == service.errors.end() ? nullptr : &*found;
}

const FailureProfile* find_failure(const ServiceProfile& service, std::string_view code) {
  const auto found =
      std::find_if(service.failures.begin(), service.failures.end(),
                   [&](const FailureProfile& failure) { return failure.code == code; });
  return found == service.failures.end() ? nullptr : &*found;
}

const EffectProfile* find_effect(const ServiceProfile& service, std::string_view operation,
                                 std::string_view effect) {
  const auto found =
      std::find_if(service.effects.begin(), service.effects.end(), [&](const EffectProfile& known) {
        return known.effect == effect && known.operation == operation;
      });
  return found == service.effects.end() ? nullptr : &*found;
}

Error too_fast(const ServiceProfile& service) {
  const FailureProfile& failure = service.failures.front();
  return {.code = std::string(failure.code),
          .message = std::string(failure.message),
          .status = failure.status};
}

std::string_view query_error_code(const ServiceProfile& service, std::string_view code) {
  return other_code<&ErrorProfile::query_code>(service, code);
}

std::string_view error_code_of_query(const ServiceProfile& service, std::string_view query_code) {
  return code_of_other<&ErrorProfile::query_code>(service, query_code);
}

std::string_view query_error_message(const ServiceProfile& service, const Error& error) {
  const ErrorProfile* profile = find_error(service, error.code);
  return profile == nullptr || profile->query_message.empty() ? error.message
                                                              : profile->query_message;
}

std::string_view json_error_code(const ServiceProfile& service, std::string_view code) {
  return other_code<&ErrorProfile::json_code>(service, code);
}

std::string_view error_code_of_json(const ServiceProfile& service, std::string_view json_code) {
  return code_of_other<&ErrorProfile::json_code>(service, json_code);
}

std::string endpoint_variable(const ServiceProfile& service) {
  std::string name = "AWS_ENDPOINT_URL_";
  for (const char c : service.sdk_id) name += c == ' ' ? '_' : to_upper(c);
  return name;
}

std::string javascript_client(const ServiceProfile& service) {
  std::string name = "client-";
  for (const char c : service.sdk_id) name += c == ' ' ? '-' : to_lower(c);
  return name;
}

}  // namespace emu
