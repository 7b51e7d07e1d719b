#include <emu/lambda/function.h>
#include <emu/logs/events.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "cli/function_client.h"
#include "cli/verbs.h"

namespace emu::cli {

namespace {

constexpr const char* kLogsUsage =
    "usage: emu logs FUNCTION [options]\n"
    "\n"
    "Prints what a function of a running `emu serve` has written to its log. FUNCTION is its "
    "name,\n"
    "or its logical id in a template that was deployed.\n"
    "\n";
constexpr const char* kLogsUsageEnd =
    "\nExit code: 0 done, 1 there is no such function or no server answers, 2 wrong use.\n";
constexpr std::chrono::milliseconds kFollowEvery{500};

// Prints events once, in their order.
class LogPrinter {
 public:
  LogPrinter(Aws& aws, std::string group) : aws_(aws), group_(std::move(group)) {}

  // What has come since the last time. A group that is not there yet has nothing.
  Status print_new() {
    logs::FilterLogEvents filter{.log_group_name = group_, .start_time = newest_};
    while (true) {
      const auto page = aws_.send(filter);
      if (!page) {
        if (page.error().code == "ResourceNotFoundException") return {};
        return page.error();
      }
      for (const auto& event : page->events) print(event);
      if (page->next_token.empty()) break;
      filter.next_token = page->next_token;
    }
    std::fflush(stdout);
    return {};
  }

 private:
  void print(const logs::FilteredLogEvent& event) {
    // The next question begins at the newest time, whose events are told again.
    if (event.timestamp > newest_) {
      newest_ = event.timestamp;
      printed_.clear();
    }
    if (!printed_.insert(event.event_id).second) return;
    const Time at{std::chrono::milliseconds(event.timestamp)};
    std::string_view text = event.message;
    while (text.ends_with('\n')) text.remove_suffix(1);
    fmt::print("{} {}\n", iso8601(at), text);
  }

  Aws& aws_;
  std::string group_;
  std::int64_t newest_ = 0;
  std::set<std::string> printed_;  // of that time
};

Status perform_logs(ControlClient& client, const std::vector<std::string>& words, bool follow) {
  if (words.size() != 1) return usage_error("'emu logs' needs the name of one function");
  EMU_TRY(Aws aws, aws_of(client));
  EMU_TRY(const std::string function, find_function(client, aws, words.front()));
  EMU_TRY(const auto configuration,
          aws.send(lambda::GetFunctionConfiguration{.function_name = function}));
  LogPrinter printer(aws,
                     configuration.logging_config.log_group.value_or("/aws/lambda/" + function));
  EMU_CHECK(printer.print_new());
  while (follow) {
    std::this_thread::sleep_for(kFollowEvery);
    EMU_CHECK(printer.print_new());
  }
  return {};
}

}  // namespace

int logs_of(std::span<char* const> arguments) {
  bool follow = false;
  Flags flags;
  flags.add_switch("-f", follow, "go on with what is written, until Ctrl-C");
  return run_control_verb(
      {.name = "emu logs", .usage = kLogsUsage, .usage_end = kLogsUsageEnd, .takes_words = true},
      flags, arguments, [&](ControlClient& client, const std::vector<std::string>& words) {
        return perform_logs(client, words, follow);
      });
}

}  // namespace emu::cli
