#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/clock_text.h"
#include "cli/control_client.h"
#include "cli/verbs.h"

namespace emu::cli {

namespace {

constexpr const char* kStatusUsage =
    "usage: emu status [options]\n"
    "\n"
    "Says whether an `emu serve` answers, what it offers and what its clock shows.\n"
    "\n";
constexpr const char* kStatusUsageEnd = "\nExit code: 0 it answers, 1 it does not, 2 wrong use.\n";

std::string names_of_services(const JsonDocument& health) {
  std::string names;
  const auto services = health.root().find("services");
  if (!services || services->type() != JsonView::Type::kObject) return names;
  services->each_member([&](std::string_view name, const JsonView&) {
    if (!names.empty()) names += ", ";
    names += name;
    return true;
  });
  return names;
}

}  // namespace

int status(std::span<char* const> arguments) {
  return run_control_verb(
      {.name = "emu status", .usage = kStatusUsage, .usage_end = kStatusUsageEnd}, {}, arguments,
      [](ControlClient& client, const std::vector<std::string>&) -> Status {
        EMU_TRY(const JsonDocument health, client.get("/_emu/health"));
        EMU_TRY(const JsonDocument clock, client.get("/_emu/clock"));
        fmt::print("emu {} at {}\nservices  {}\nclock     {}\n", text_of(health, "version"),
                   client.url(), names_of_services(health), clock_text(clock));
        return {};
      });
}

}  // namespace emu::cli
