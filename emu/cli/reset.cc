#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/control_client.h"
#include "cli/verbs.h"
#include "core/json/json_writer.h"

namespace emu::cli {

namespace {

constexpr const char* kResetUsage =
    "usage: emu reset [options]\n"
    "\n"
    "Lets a running `emu serve` forget every resource, as if it had just been started. What "
    "--init\n"
    "has deployed is gone too; the clock stays as it is.\n"
    "\n";
constexpr const char* kResetUsageEnd =
    "\nExit code: 0 done, 1 no server answers or it refuses, 2 wrong use.\n";

// Nothing for all accounts. An empty id, as from a variable that is not set, is refused there.
std::string body_of(const std::vector<std::string>& accounts) {
  if (accounts.empty()) return {};
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("account", accounts.front());
  writer.end_object();
  return json;
}

}  // namespace

int reset(std::span<char* const> arguments) {
  std::vector<std::string> accounts;
  Flags flags;
  flags.add_list("--account", "ID", accounts, "only this account, 12 digits");
  return run_control_verb({.name = "emu reset", .usage = kResetUsage, .usage_end = kResetUsageEnd},
                          flags, arguments,
                          [&](ControlClient& client, const std::vector<std::string>&) -> Status {
                            if (accounts.size() > 1)
                              return usage_error("'--account' can be given once only");
                            const auto done = client.post("/_emu/reset", body_of(accounts));
                            return done ? Status() : Status(done.error());
                          });
}

}  // namespace emu::cli
