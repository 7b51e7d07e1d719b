// The program `emu`.
#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <exception>
#include <span>
#include <string_view>

#include "cli/verbs.h"

namespace emu::cli {

namespace {

struct Verb {
  std::string_view name;
  std::string_view help;
  int (*run)(std::span<char* const> arguments);
};

constexpr std::array<Verb, 10> kVerbs = {
    {{"serve", "serve an AWS account over HTTP, to every SDK and the AWS CLI", &serve},
     {"run", "run a scenario in virtual time and report what it measured", &run_scenario},
     {"env", "print what a shell sets so that AWS clients talk to a server", &env},
     {"aws", "run the AWS CLI against a server", &aws},
     {"wait", "wait until a server is ready", &wait},
     {"status", "say whether a server answers, and what it offers", &status},
     {"clock", "read, hold or move a server's clock", &clock},
     {"reset", "let a server forget everything", &reset},
     {"operations", "list the operations that are answered", &operations},
     {"version", "print the version", &print_version}}};

void print_help() {
  fmt::print(
      "emu: a local AWS testbed, served over HTTP or run in virtual time\n"
      "\n"
      "usage: emu <verb> [arguments]\n"
      "\n");
  for (const Verb& verb : kVerbs) fmt::print("  {:<10}  {}\n", verb.name, verb.help);
  fmt::print(
      "\n"
      "`emu <verb> --help` says more about a verb. To begin with:\n"
      "\n"
      "  emu run scenarios/bus-booking.yaml\n"
      "  emu serve --init scenarios/bus-booking.yaml\n");
}

int dispatch(std::span<char* const> arguments) {
  if (arguments.empty()) {
    print_help();
    return kExitUnusable;
  }
  const std::string_view name = arguments[0];
  if (name == "--help" || name == "-h" || name == "help") {
    print_help();
    return kExitDone;
  }
  if (name == "--version") return print_version({});
  for (const Verb& verb : kVerbs) {
    if (verb.name == name) return verb.run(arguments.subspan(1));
  }
  const bool is_option = name.starts_with('-');
  return refuse_use(fmt::format("there is no {} '{}'", is_option ? "option" : "verb", name),
                    "emu --help");
}

}  // namespace

int refuse_use(std::string_view what, std::string_view hint) {
  fmt::print(stderr, "emu: {}\n`{}` lists what there is.\n", what, hint);
  return kExitUnusable;
}

}  // namespace emu::cli

int main(int argc, char** argv) {
  try {
    return emu::cli::dispatch(
        std::span<char* const>(argv, static_cast<std::size_t>(argc)).subspan(1));
  } catch (const std::exception& error) {
    fmt::print(stderr, "emu: {}\n", error.what());
    return emu::cli::kExitUnusable;
  }
}
