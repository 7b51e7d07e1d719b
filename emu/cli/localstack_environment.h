// The variables by which LocalStack is configured, as far as they mean something here; so that a
// container's environment need not be changed: docs/from-localstack.md.
#pragma once

#include <string>
#include <vector>

namespace emu::cli {

struct LocalstackEnvironment {
  std::string host = {};                  // of GATEWAY_LISTEN, which may name several: the first
  std::string port = {};                  // the same
  std::vector<std::string> hosts = {};    // LOCALSTACK_HOST
  std::vector<std::string> origins = {};  // EXTRA_CORS_ALLOWED_ORIGINS
};

LocalstackEnvironment read_localstack_environment();

}  // namespace emu::cli
