// What a process writes, as the lines of its log.
//
// Bytes are lines up to a newline, and frames: a record that may have several lines, as AWS's own
// runtimes write them to the descriptor that _LAMBDA_TELEMETRY_LOG_FD names: 0xa55a0003, the length
// and the time in microseconds, all big-endian, and the text. What is more than the log takes is
// counted, and told in a line.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/function_runtimes.h"

namespace emu::runtimes {

class Output {
 public:
  using Clock = std::chrono::steady_clock;

  void add(std::string_view bytes, Clock::time_point now);
  // A line that is not the process's own.
  void add_line(std::string text, Clock::time_point now);
  // What was written without a newline is a line too.
  void end_line(Clock::time_point now);

  std::vector<OutputLine> take(Clock::time_point now);

 private:
  struct Line {
    std::string text;
    Clock::time_point at;
  };

  // How much of the bytes has been used; 0 when a frame is not whole yet.
  std::size_t read_some(std::string_view bytes, Clock::time_point now);
  void keep(std::string_view text, Clock::time_point now);

  std::string rest_ = {};     // a line, or the beginning of a frame, that is not whole
  std::size_t skipping_ = 0;  // bytes of a frame that is too long, still to come
  std::vector<Line> lines_ = {};
  std::size_t bytes_ = 0;
  std::size_t lost_bytes_ = 0;
};

}  // namespace emu::runtimes
