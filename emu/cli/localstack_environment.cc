#include "cli/localstack_environment.h"

#include <cstdlib>
#include <string_view>

#include "core/text/ascii.h"

namespace emu::cli {

namespace {

std::string_view variable(const char* name) {
  const char* const text = std::getenv(name);
  return text == nullptr ? std::string_view() : trim(text);
}

}  // namespace

LocalstackEnvironment read_localstack_environment() {
  LocalstackEnvironment read;
  std::string_view addresses = variable("GATEWAY_LISTEN");
  const std::string_view address = trim(take_until(addresses, ','));
  const auto colon = address.rfind(':');
  read.host = address.substr(0, colon);
  if (colon != address.npos) read.port = address.substr(colon + 1);
  std::string_view name = variable("LOCALSTACK_HOST");
  name = take_until(name, ':');
  if (!name.empty()) read.hosts.emplace_back(name);
  for (std::string_view origins = variable("EXTRA_CORS_ALLOWED_ORIGINS"); !origins.empty();) {
    if (const auto origin = trim(take_until(origins, ',')); !origin.empty()) {
      read.origins.emplace_back(origin);
    }
  }
  return read;
}

}  // namespace emu::cli
