#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/client_environment.h"
#include "cli/control_client.h"
#include "cli/verbs.h"
#include "core/text/account_id.h"

namespace emu::cli {

namespace {

constexpr const char* kEnvUsage =
    "usage: emu env [options]\n"
    "\n"
    "Prints what a shell needs to set so that the AWS CLI and SDKs talk to a running `emu serve`:\n"
    "\n"
    "  eval \"$(emu env)\"\n"
    "  emu env --shell fish | source\n"
    "  emu env --shell powershell | Out-String | Invoke-Expression\n"
    "\n";

struct EnvOptions {
  std::string shell = "sh";
  std::string account = {};
  bool json = false;
};

Status print_environment(ControlClient& client, const EnvOptions& options) {
  if (!options.account.empty() && !is_account_id(options.account)) {
    return usage_error(fmt::format("'--account' needs 12 digits, not '{}'", options.account));
  }
  if (shell_commands({}, options.shell).empty()) {
    return usage_error(
        fmt::format("'--shell' needs sh, fish or powershell, not '{}'", options.shell));
  }
  EMU_TRY(const std::string region, client.region());
  ClientEnvironment environment{.url = client.url(), .region = region};
  if (!options.account.empty()) environment.access_key = options.account;
  fmt::print("{}", options.json ? variables_json(environment)
                                : shell_commands(environment, options.shell));
  return {};
}

}  // namespace

int env(std::span<char* const> arguments) {
  EnvOptions options;
  Flags flags;
  flags.add_value("--shell", "NAME", options.shell,
                  "sh, for bash and zsh too, unless given; fish or powershell");
  flags.add_switch("--json", options.json, "one JSON object instead of commands");
  flags.add_value("--account", "ID", options.account, "act in this account, 12 digits");
  const std::string usage_end =
      fmt::format("\n{}\nExit code: 0 done, 1 no server answers, 2 wrong use.\n", kOldClients);
  return run_control_verb({.name = "emu env", .usage = kEnvUsage, .usage_end = usage_end.c_str()},
                          flags, arguments,
                          [&](ControlClient& client, const std::vector<std::string>&) {
                            return print_environment(client, options);
                          });
}

}  // namespace emu::cli
