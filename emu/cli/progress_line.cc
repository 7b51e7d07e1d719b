#include "cli/progress_line.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "cli/terminal.h"
#include "sim/quantities.h"

namespace emu::cli {

namespace {

constexpr Duration kRedraw = std::chrono::milliseconds(100);
constexpr const char* kClearLine = "\r\x1b[K";

// "05:30" of the virtual clock.
std::string clock(Duration duration) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
  return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace

ProgressLine::ProgressLine() : is_shown_(is_terminal(stderr)) {}

ProgressLine::~ProgressLine() {
  if (is_shown_ && drawn_ > Duration(0)) fmt::print(stderr, "{}", kClearLine);
}

void ProgressLine::show(const sim::Progress& progress) {
  if (!is_shown_ || progress.wall_time - drawn_ < kRedraw) return;
  drawn_ = progress.wall_time;
  const auto speed = progress.virtual_time.count() / std::max<std::int64_t>(drawn_.count(), 1);
  fmt::print(stderr, "{}{} of {}  sent {}  processed {}  queued {}  {}x real time", kClearLine,
             clock(progress.virtual_time), clock(progress.load_time),
             sim::format_count(progress.sent), sim::format_count(progress.processed),
             sim::format_count(progress.queued), speed);
  std::fflush(stderr);
}

}  // namespace emu::cli
