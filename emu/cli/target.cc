#include "cli/target.h"

#include <emu/remote.h>

#include <utility>

namespace emu::cli {

Result<std::shared_ptr<AwsBackend>> target_of_run(const std::string& where,
                                                  const std::string& region) {
  EMU_TRY(RemoteOptions options, remote_options_from_environment());
  options.region = region;
  // What is named on the command line is meant for every service.
  options.service_endpoints.clear();
  options.endpoint = where == "aws" ? std::string() : where;
  return remote_backend(options);
}

}  // namespace emu::cli
