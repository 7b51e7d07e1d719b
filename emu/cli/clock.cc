#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "cli/clock_text.h"
#include "cli/control_client.h"
#include "cli/verbs.h"
#include "core/json/json_writer.h"

namespace emu::cli {

namespace {

constexpr const char* kClockUsage =
    "usage: emu clock [command] [options]\n"
    "\n"
    "Reads or moves the clock of a running `emu serve`.\n"
    "\n"
    "  show            what it shows; so without a command too\n"
    "  hold            stop it: time stands still until it is moved\n"
    "  resume          let it go on\n"
    "  advance 36s     move it by so much (ms, s, min, h, d); all that is due on the way happens\n"
    "  set TIME        move it to a time such as 2026-01-01T00:00:00Z, never back\n"
    "  scale N         let it run N times as fast as real time\n"
    "\n";
constexpr const char* kClockUsageEnd =
    "\n"
    "Exit code: 0 done, 1 no server answers or it refuses, 2 wrong use.\n";

struct Command {
  std::string_view name;
  std::string_view member;  // of the body that takes the argument; empty: there is no argument
  bool is_number = false;
};
constexpr std::array<Command, 5> kCommands = {
    {{"hold", ""}, {"resume", ""}, {"advance", "by"}, {"set", "to"}, {"scale", "scale", true}}};

const Command* find_command(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::string body_of(const Command& command, const std::string& argument) {
  if (command.member.empty()) return {};
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key(command.member);
  // What is no number is refused by the server, in its own words.
  if (command.is_number && argument.find_first_not_of("0123456789.") == std::string::npos) {
    writer.raw(argument);
  } else {
    writer.string(argument);
  }
  writer.end_object();
  return json;
}

Result<JsonDocument> perform(ControlClient& client, const std::vector<std::string>& words) {
  if (words.empty() || (words.size() == 1 && words[0] == "show")) return client.get("/_emu/clock");
  const Command* command = find_command(words[0]);
  if (command == nullptr) return usage_error(fmt::format("the clock has no '{}'", words[0]));
  const std::size_t wanted = command->member.empty() ? 1 : 2;
  if (words.size() != wanted) {
    return usage_error(wanted == 1 ? fmt::format("'emu clock {}' takes nothing more", words[0])
                                   : fmt::format("'emu clock {}' needs one value", words[0]));
  }
  return client.post(fmt::format("/_emu/clock/{}", command->name), body_of(*command, words.back()));
}

}  // namespace

std::string clock_text(const JsonDocument& clock) {
  const auto held = clock.root().find("held");
  const auto scale = clock.root().find("scale");
  std::string text = text_of(clock, "now");
  if (held && held->type() == JsonView::Type::kBoolean && held->boolean()) return text + ", held";
  if (scale && scale->type() != JsonView::Type::kString && scale->real() != 1) {
    text += fmt::format(", x{}", scale->real());
  }
  return text;
}

int clock(std::span<char* const> arguments) {
  return run_control_verb(
      {.name = "emu clock", .usage = kClockUsage, .usage_end = kClockUsageEnd, .takes_words = true},
      {}, arguments, [](ControlClient& client, const std::vector<std::string>& words) -> Status {
        EMU_TRY(const JsonDocument answer, perform(client, words));
        fmt::print("{}\n", clock_text(answer));
        return {};
      });
}

}  // namespace emu::cli
