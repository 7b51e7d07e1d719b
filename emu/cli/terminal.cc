#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>
#include <string_view>

namespace emu::cli {

namespace {

constexpr int kWidthMin = 60;
constexpr int kWidthMax = 120;

std::string_view terminal_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

// The first of these that is set decides, as for every program.
bool is_locale_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string value(terminal_variable(name));
    if (value.empty()) continue;
    std::transform(value.begin(), value.end(), value.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return value.find("utf-8") != value.npos || value.find("utf8") != value.npos;
  }
  return false;
}

}  // namespace

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

sim::TextOptions text_options(std::FILE* stream) {
  sim::TextOptions options{.utf8 = is_locale_utf8()};
  if (!is_terminal(stream)) return options;
  options.color = terminal_variable("NO_COLOR").empty() && terminal_variable("TERM") != "dumb";
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    options.width = std::clamp<int>(size.ws_col, kWidthMin, kWidthMax);
  }
  return options;
}

}  // namespace emu::cli
