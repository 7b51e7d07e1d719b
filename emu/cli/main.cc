// The program `emu`.
#include <fmt/core.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

#include "cli/verbs.h"

namespace emu::cli {

namespace {

struct Verb {
  std::string_view name;
  std::string_view help;
  int (*run)(std::span<char* const> arguments);
};

constexpr std::array<Verb, 14> kVerbs = {
    {{"serve", "serve an AWS account over HTTP, to every SDK and the AWS CLI", &serve},
     {"run", "run a scenario in virtual time and report what it measured", &run_scenario},
     {"env", "print what a shell sets so that AWS clients talk to a server", &env},
     {"aws", "run the AWS CLI against a server", &aws},
     {"wait", "wait until a server is ready", &wait},
     {"status", "say whether a server answers, and what it offers", &status},
     {"clock", "read, hold or move a server's clock", &clock},
     {"reset", "let a server forget everything", &reset},
     {"fault", "make calls to a server fail", &fault},
     {"deploy", "deploy a template to a server", &deploy},
     {"invoke", "invoke a function of a server", &invoke},
     {"logs", "print what a function of a server has written", &logs_of},
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

const Verb* find_verb(std::string_view name) {
  for (const Verb& verb : kVerbs) {
    if (verb.name == name) return &verb;
  }
  return nullptr;
}

int refuse_verb(std::string_view name) {
  if (name.starts_with('-')) {
    return refuse_use(fmt::format("there is no option '{}'; there is --help, --version", name),
                      "emu --help");
  }
  std::string names;
  for (const Verb& verb : kVerbs) names += (names.empty() ? "" : ", ") + std::string(verb.name);
  return refuse_use(fmt::format("there is no verb '{}'; there is {}", name, names), "emu --help");
}

// `emu help run` is `emu run --help`.
int help(std::span<char* const> arguments) {
  if (arguments.empty()) {
    print_help();
    return kExitDone;
  }
  const Verb* verb = find_verb(arguments[0]);
  if (verb == nullptr) return refuse_verb(arguments[0]);
  std::string option = "--help";
  char* argument = option.data();
  return verb->run(std::span<char* const>(&argument, 1));
}

int dispatch(std::span<char* const> arguments) {
  if (arguments.empty()) {
    print_help();
    return kExitUnusable;
  }
  const std::string_view name = arguments[0];
  if (name == "help") return help(arguments.subspan(1));
  if (name == "--help" || name == "-h") return help({});
  if (name == "--version") return print_version({});
  const Verb* verb = find_verb(name);
  return verb == nullptr ? refuse_verb(name) : verb->run(arguments.subspan(1));
}

// What was printed may not have reached its file: a disk can be full.
int flush_output(int exit_code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
  fmt::print(stderr, "emu: the output could not be written: {}\n", std::strerror(errno));
  return exit_code == kExitDone ? kExitFailed : exit_code;
}

}  // namespace

int refuse_use(std::string_view what, std::string_view hint) {
  fmt::print(stderr, "emu: {}\n`{}` says more.\n", what, hint);
  return kExitUnusable;
}

}  // namespace emu::cli

int main(int argc, char** argv) {
  try {
    return emu::cli::flush_output(emu::cli::dispatch(
        std::span<char* const>(argv, static_cast<std::size_t>(argc)).subspan(1)));
  } catch (const std::system_error& error) {
    // fmt throws it when what it prints cannot be written.
    fmt::print(stderr, "emu: {}\n", error.what());
    return emu::cli::kExitFailed;
  } catch (const std::exception& error) {
    fmt::print(stderr, "emu: {}\n", error.what());
    return emu::cli::kExitUnusable;
  }
}
