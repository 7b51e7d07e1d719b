#include <emu/lambda/invoke.h>
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "cli/function_client.h"
#include "cli/verbs.h"
#include "core/text/base64.h"

namespace emu::cli {

namespace {

constexpr const char* kInvokeUsage =
    "usage: emu invoke FUNCTION [options]\n"
    "\n"
    "Invokes a function of a running `emu serve`, and prints what it answers; its log goes to\n"
    "stderr. FUNCTION is its name, or its logical id in a template that was deployed.\n"
    "\n"
    "  emu invoke Consumer --event event.json\n"
    "  echo '{\"seat\": 12}' | emu invoke Consumer --event -\n"
    "\n";
constexpr const char* kInvokeUsageEnd =
    "\nExit code: 0 it succeeded, 1 it failed or no server answers, 2 wrong use.\n";

Result<std::string> read_event(const std::string& file) {
  if (file.empty()) return std::string("{}");
  if (file == "-") return std::string{std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream in(file, std::ios::binary);
  if (!in) return usage_error(fmt::format("the event '{}' cannot be read", file));
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

Status perform_invoke(ControlClient& client, const std::vector<std::string>& words,
                      const std::string& event_file) {
  if (words.size() != 1) return usage_error("'emu invoke' needs the name of one function");
  EMU_TRY(std::string event, read_event(event_file));
  EMU_TRY(Aws aws, aws_of(client));
  EMU_TRY(const std::string function, find_function(client, aws, words.front()));
  EMU_TRY(const auto answer, aws.send(lambda::Invoke{.function_name = function,
                                                     .log_type = "Tail",
                                                     .payload = Blob(std::move(event))}));
  if (answer.log_result) {
    fmt::print(stderr, "{}", base64_decode(*answer.log_result).value_or(""));
  }
  fmt::print("{}\n", answer.payload.view());
  if (!answer.function_error) return {};
  return Error{.code = "FunctionFailed",
               .message = fmt::format("the function failed ({})", *answer.function_error)};
}

}  // namespace

int invoke(std::span<char* const> arguments) {
  std::string event;
  Flags flags;
  flags.add_value("--event", "FILE", event, "the event, JSON; -: from stdin; {} unless given");
  return run_control_verb({.name = "emu invoke",
                           .usage = kInvokeUsage,
                           .usage_end = kInvokeUsageEnd,
                           .takes_words = true},
                          flags, arguments,
                          [&](ControlClient& client, const std::vector<std::string>& words) {
                            return perform_invoke(client, words, event);
                          });
}

}  // namespace emu::cli
