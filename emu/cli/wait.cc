#include <emu/sim/scenario.h>
#include <fmt/format.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "cli/control_client.h"
#include "cli/verbs.h"

namespace emu::cli {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kInterval{20};

constexpr const char* kWaitUsage =
    "usage: emu wait [options]\n"
    "\n"
    "Waits until an `emu serve` is ready, for scripts that start one in the background.\n"
    "\n";
constexpr const char* kWaitUsageEnd =
    "\nExit code: 0 it is ready, 1 it was not in time, 2 wrong use.\n";

Status wait_until_ready(ControlClient& client, Duration timeout) {
  const auto limit = steady_clock::now() + timeout;
  while (true) {
    const auto health = client.get("/_emu/health");
    if (health) return {};
    if (steady_clock::now() >= limit) return health.error();
    std::this_thread::sleep_for(kInterval);
  }
}

}  // namespace

int wait(std::span<char* const> arguments) {
  std::string timeout = "30s";
  Flags flags;
  flags.add_value("--timeout", "TIME", timeout, "how long; 30s unless given");
  return run_control_verb(
      {.name = "emu wait", .usage = kWaitUsage, .usage_end = kWaitUsageEnd}, flags, arguments,
      [&](ControlClient& client, const std::vector<std::string>&) -> Status {
        const auto duration = sim::parse_duration(timeout);
        if (duration) return wait_until_ready(client, *duration);
        return usage_error(fmt::format("'--timeout' needs a time such as 30s, not '{}'", timeout));
      });
}

}  // namespace emu::cli
