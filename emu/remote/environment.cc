#include "remote/environment.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/gate/service_profile.h"
#include "remote/config_profile.h"

namespace emu::remote {

namespace {

// Where a profile's credentials come from when they are not in it.
constexpr std::array<std::string_view, 5> kUnsupportedSources = {
    "sso_session", "sso_start_url", "role_arn", "credential_process", "credential_source"};

Error configuration_error(std::string message) {
  return {.code = "ConfigurationError", .message = std::move(message), .status = 0};
}

class OptionsReader {
 public:
  explicit OptionsReader(const Surroundings& surroundings) : surroundings_(surroundings) {}

  Result<RemoteOptions> read() {
    EMU_CHECK(read_profiles());
    EMU_CHECK(read_credentials());
    options_.region = first_of(
        {variable("AWS_REGION"), variable("AWS_DEFAULT_REGION"), setting("region"), "us-east-1"});
    options_.endpoint = first_of({variable("AWS_ENDPOINT_URL"), setting("endpoint_url")});
    for (const ServiceProfile* service : all_profiles()) {
      std::string url = variable(endpoint_variable(*service));
      if (!url.empty()) options_.service_endpoints.emplace(service->name, std::move(url));
    }
    options_.ca_file = variable("AWS_CA_BUNDLE");
    EMU_CHECK(read_attempts());
    return std::move(options_);
  }

 private:
  // Variables that are empty count as not set.
  std::string variable(const std::string& name) const {
    return surroundings_.variable(name).value_or("");
  }

  std::string setting(std::string_view name) const {
    const auto found = settings_.find(name);
    return found == settings_.end() ? std::string() : found->second;
  }

  static std::string first_of(std::initializer_list<std::string> candidates) {
    for (const std::string& each : candidates) {
      if (!each.empty()) return each;
    }
    return {};
  }

  Status read_profiles() {
    const std::string folder = variable("HOME") + "/.aws/";
    profile_ = first_of({variable("AWS_PROFILE"), "default"});
    const auto read = [this](const std::string& path, ProfileFile kind) {
      const auto text = surroundings_.file(path);
      return text && read_profile(*text, kind, profile_, settings_);
    };
    const bool in_credentials =
        read(first_of({variable("AWS_SHARED_CREDENTIALS_FILE"), folder + "credentials"}),
             ProfileFile::kCredentials);
    const bool in_config =
        read(first_of({variable("AWS_CONFIG_FILE"), folder + "config"}), ProfileFile::kConfig);
    if (in_credentials || in_config || variable("AWS_PROFILE").empty()) return {};
    return configuration_error("there is no profile '" + profile_ + "', which AWS_PROFILE names");
  }

  Status read_credentials() {
    options_.credentials = {.access_key_id = variable("AWS_ACCESS_KEY_ID"),
                            .secret_access_key = variable("AWS_SECRET_ACCESS_KEY"),
                            .session_token = variable("AWS_SESSION_TOKEN")};
    if (options_.credentials.access_key_id.empty()) {
      options_.credentials = {.access_key_id = setting("aws_access_key_id"),
                              .secret_access_key = setting("aws_secret_access_key"),
                              .session_token = setting("aws_session_token")};
    }
    if (options_.credentials.access_key_id.empty()) return no_credentials();
    if (!options_.credentials.secret_access_key.empty()) return {};
    return configuration_error("there is an access key id, but no secret access key");
  }

  Error no_credentials() const {
    for (const std::string_view source : kUnsupportedSources) {
      if (settings_.find(source) == settings_.end()) continue;
      return configuration_error("the credentials of profile '" + profile_ + "' come from " +
                                 std::string(source) +
                                 ", which is not supported; set AWS_ACCESS_KEY_ID, "
                                 "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN");
    }
    return configuration_error(
        "there are no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (for an "
        "emulator, both to test)");
  }

  Status read_attempts() {
    const std::string text = variable("AWS_MAX_ATTEMPTS");
    if (text.empty()) return {};
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), options_.attempts_max);
    if (error == std::errc() && end == text.data() + text.size() && options_.attempts_max > 0) {
      return {};
    }
    return configuration_error("AWS_MAX_ATTEMPTS is not a number from 1: '" + text + "'");
  }

  const Surroundings& surroundings_;
  std::string profile_ = {};
  Settings settings_ = {};
  RemoteOptions options_ = {};
};

std::optional<std::string> variable_of_process(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

std::optional<std::string> text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

Result<RemoteOptions> read_options(const Surroundings& surroundings) {
  return OptionsReader(surroundings).read();
}

}  // namespace emu::remote

namespace emu {

Result<RemoteOptions> remote_options_from_environment() {
  return remote::read_options(
      {.variable = &remote::variable_of_process, .file = &remote::text_of_file});
}

}  // namespace emu
