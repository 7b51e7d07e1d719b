#include <emu/cloud.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.h"
#include "cli/operations_json.h"
#include "cli/verbs.h"
#include "core/gate/world.h"

namespace emu::cli {

namespace {

constexpr const char* kUsage =
    "usage: emu operations [options] [SERVICE…]\n"
    "\n"
    "Lists the operations that are answered: all of them, or those of some services.\n"
    "\n";
constexpr const char* kUsageEnd = "\nExit code: 0 done, 2 wrong use.\n";

std::string as_text(const std::vector<const OperationEntry*>& entries) {
  std::string text;
  std::string_view service;
  for (const OperationEntry* entry : entries) {
    const OperationName& name = entry->operation->name;
    if (name.service != service) {
      service = name.service;
      fmt::format_to(std::back_inserter(text), "{}\n", service);
    }
    fmt::format_to(std::back_inserter(text), "  {}\n", name.name);
  }
  return text;
}

bool is_of(const OperationEntry* entry, std::string_view service) {
  return entry->operation->name.service == service;
}

}  // namespace

int operations(std::span<char* const> arguments) {
  bool json = false;
  bool help = false;
  Flags flags;
  flags.add_switch("--json", json, "with the members of requests and answers, as JSON");
  flags.add_switch("--help", help, "print this");
  const auto services = flags.parse(arguments);
  if (!services) return refuse_use(services.error().message, "emu operations --help");
  if (help) {
    fmt::print("{}{}{}", kUsage, flags.help(), kUsageEnd);
    return kExitDone;
  }
  Cloud cloud;
  std::vector<const OperationEntry*> entries = cloud.world().operations().all();
  for (const std::string& service : *services) {
    if (std::none_of(entries.begin(), entries.end(),
                     [&](const OperationEntry* entry) { return is_of(entry, service); })) {
      return refuse_use(fmt::format("there is no service '{}'", service), "emu operations");
    }
  }
  if (!services->empty()) {
    std::erase_if(entries, [&](const OperationEntry* entry) {
      return std::none_of(services->begin(), services->end(),
                          [&](const std::string& service) { return is_of(entry, service); });
    });
  }
  fmt::print("{}", json ? operations_json(entries) + "\n" : as_text(entries));
  return kExitDone;
}

}  // namespace emu::cli
