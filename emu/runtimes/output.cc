#include "runtimes/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"
#include "runtimes/limits.h"

namespace emu::runtimes {

namespace {

constexpr std::string_view kFrameMark("\xa5\x5a\x00\x03", 4);
constexpr std::size_t kFrameHeadBytes = 16;

std::size_t frame_length(std::string_view head) {
  std::size_t length = 0;
  for (std::size_t i = kFrameMark.size(); i < kFrameMark.size() + 4; ++i) {
    length = length << 8 | static_cast<unsigned char>(head[i]);
  }
  return length;
}

// A log holds text; a byte that is none becomes U+FFFD.
std::string as_text(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string text;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t begin = at;
    if (decode_code_point(bytes, at)) {
      text += bytes.substr(begin, at - begin);
    } else {
      text += "\xef\xbf\xbd";
      ++at;
    }
  }
  return text;
}

}  // namespace

void Output::add(std::string_view bytes, Clock::time_point now) {
  const std::size_t skipped = std::min(skipping_, bytes.size());
  skipping_ -= skipped;
  bytes.remove_prefix(skipped);
  std::string joined;
  if (!rest_.empty()) {
    joined = std::move(rest_);
    rest_.clear();
    joined += bytes;
    bytes = joined;
  }
  while (!bytes.empty()) {
    const std::size_t used = read_some(bytes, now);
    if (used == 0) break;
    bytes.remove_prefix(std::min(used, bytes.size()));
  }
  rest_ = std::string(bytes);
}

std::size_t Output::read_some(std::string_view bytes, Clock::time_point now) {
  if (bytes.front() == kFrameMark.front()) {
    const std::string_view mark = bytes.substr(0, kFrameMark.size());
    if (mark == kFrameMark.substr(0, mark.size())) {
      if (bytes.size() < kFrameHeadBytes) return 0;
      const std::size_t length = frame_length(bytes);
      if (bytes.size() < kFrameHeadBytes + length && length <= kLineBytesMax) return 0;
      std::string_view text = bytes.substr(kFrameHeadBytes, length);
      const std::size_t used = kFrameHeadBytes + text.size();
      skipping_ = length - text.size();
      lost_bytes_ += skipping_;
      if (text.ends_with('\n')) text.remove_suffix(1);
      keep(text, now);
      return used;
    }
  }
  const std::size_t end = bytes.find('\n');
  const std::size_t frame = bytes.find(kFrameMark, 1);
  if (end == std::string_view::npos && frame == std::string_view::npos) {
    if (bytes.size() < kLineBytesMax) return 0;
    keep(bytes, now);
    return bytes.size();
  }
  keep(bytes.substr(0, std::min(end, frame)), now);
  return end < frame ? end + 1 : frame;
}

void Output::keep(std::string_view text, Clock::time_point now) {
  if (bytes_ + text.size() > kOutputBytesMax || lines_.size() >= kOutputLinesMax) {
    lost_bytes_ += text.size() + 1;
    return;
  }
  const std::string_view kept = text.substr(0, kLineBytesMax);
  bytes_ += kept.size();
  lines_.push_back({.text = as_text(kept), .at = now});
}

void Output::add_line(std::string text, Clock::time_point now) {
  end_line(now);
  lines_.push_back({.text = std::move(text), .at = now});
}

void Output::end_line(Clock::time_point now) {
  const std::string rest = std::exchange(rest_, {});
  if (!rest.empty()) keep(rest, now);
}

std::vector<OutputLine> Output::take(Clock::time_point now) {
  std::vector<OutputLine> out;
  for (Line& line : std::exchange(lines_, {})) {
    out.push_back(
        {.text = std::move(line.text), .age = std::chrono::duration_cast<Duration>(now - line.at)});
  }
  bytes_ = 0;
  if (const std::size_t lost = std::exchange(lost_bytes_, 0); lost > 0) {
    out.push_back({.text = fmt::format("[emu] {} bytes more were written than a log takes of one "
                                       "invocation ({}); they are lost.",
                                       lost, kOutputBytesMax),
                   .age = {}});
  }
  return out;
}

}  // namespace emu::runtimes
