#include "lambda/function_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/hash/ids.h"
#include "core/text/base64.h"
#include "core/text/utf8.h"
#include "lambda/limits.h"

namespace emu::lambda {

namespace {

// "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef"
std::string new_stream_name(World& world) {
  std::string day = iso8601(world.now()).substr(0, 10);
  std::replace(day.begin(), day.end(), '-', '/');
  return fmt::format("{}/[$LATEST]{}", day, hex_id(world.random(), 32));
}

}  // namespace

FunctionLog::FunctionLog(World& world, Aws role, std::string group)
    : world_(world),
      role_(std::move(role)),
      request_{.log_group_name = std::move(group),
               .log_stream_name = new_stream_name(world),
               .log_events = {}} {}

void FunctionLog::line(std::string_view text, Duration age) {
  if (is_closed_) return;
  std::string message;
  if (text.size() >= kLogLineBytesMax) text = truncate_utf8(text, kLogLineBytesMax - 1);
  message.reserve(text.size() + 1);
  message.append(text).push_back('\n');
  std::int64_t timestamp = epoch_millis(world_.now() - age);
  // They are written in the order of their times.
  if (!request_.log_events.empty()) {
    timestamp = std::max(timestamp, request_.log_events.back().timestamp);
  }
  request_.log_events.push_back({.timestamp = timestamp, .message = std::move(message)});
}

bool FunctionLog::prepare() {
  if (is_prepared_) return true;
  if (retry_at_ && world_.now() < *retry_at_) return false;
  // The group may exist already, made by another sandbox or beforehand; only the stream has to
  // work.
  (void)role_.send(logs::CreateLogGroup{.log_group_name = group()});
  is_prepared_ =
      role_.send(logs::CreateLogStream{.log_group_name = group(), .log_stream_name = stream()})
          .ok();
  if (!is_prepared_) retry_at_ = world_.now() + kLogRetryInterval;
  return is_prepared_;
}

void FunctionLog::flush() {
  if (request_.log_events.empty()) return;
  if (!prepare()) {
    request_.log_events.clear();
    return;
  }
  std::size_t bytes = 0;
  for (const logs::InputLogEvent& event : request_.log_events) {
    bytes += event.message.size() + kLogEventOverheadBytes;
  }
  if (request_.log_events.size() <= kLogBatchEventsMax && bytes <= kLogBatchBytesMax) {
    if (!role_.send(request_)) is_prepared_ = false;
    request_.log_events.clear();
    return;
  }
  flush_in_parts();
}

void FunctionLog::flush_in_parts() {
  logs::PutLogEvents part{.log_group_name = group(), .log_stream_name = stream(), .log_events = {}};
  std::size_t bytes = 0;
  const auto send = [&] {
    if (!part.log_events.empty() && !role_.send(part)) is_prepared_ = false;
    part.log_events.clear();
    bytes = 0;
  };
  for (logs::InputLogEvent& event : std::exchange(request_.log_events, {})) {
    const std::size_t size = event.message.size() + kLogEventOverheadBytes;
    if (part.log_events.size() == kLogBatchEventsMax || bytes + size > kLogBatchBytesMax) send();
    bytes += size;
    part.log_events.push_back(std::move(event));
  }
  send();
}

std::string FunctionLog::tail() const {
  std::string text;
  auto event = request_.log_events.rbegin();
  while (event != request_.log_events.rend() && text.size() < kLogTailBytesMax) {
    text.insert(0, event->message);
    ++event;
  }
  if (text.size() > kLogTailBytesMax) text.erase(0, text.size() - kLogTailBytesMax);
  return base64_encode(text);
}

}  // namespace emu::lambda
