#include "cli/call_log.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "core/json/json_writer.h"
#include "core/time/iso_time.h"

namespace emu::cli {

namespace {

constexpr std::size_t kLinesBytesMax = std::size_t{8} << 20;

std::string operation_of(const TraceEvent& call) {
  return fmt::format("{}:{}", call.service, call.name);
}

// Who stands behind the account in an ARN, "role/worker"; a service's name as it is.
std::string_view short_name(std::string_view caller) {
  if (caller.empty()) return "anonymous";
  return caller.starts_with("arn:") ? caller.substr(caller.rfind(':') + 1) : caller;
}

std::string text_line(const TraceEvent& call) {
  std::string line = fmt::format("{} {}", iso8601(call.at), operation_of(call));
  for (const std::string_view part :
       {std::string_view(call.resource), std::string_view(call.subject)}) {
    if (!part.empty()) line.append(" ").append(part);
  }
  line += fmt::format(" by {} -> {} in {} us", short_name(call.caller),
                      call.outcome.empty() ? "ok" : call.outcome, call.took.count());
  if (!call.note.empty()) line += fmt::format(" ({})", call.note);
  return line;
}

std::string json_line(const TraceEvent& call) {
  std::string line;
  JsonWriter writer(line);
  writer.begin_object();
  writer.member("at", iso8601(call.at));
  writer.member("caller", call.caller);
  writer.member("operation", operation_of(call));
  writer.member("resource", call.resource);
  writer.member("subject", call.subject);
  writer.member("outcome", call.outcome.empty() ? "ok" : call.outcome);
  writer.member("microseconds", static_cast<std::int64_t>(call.took.count()));
  if (!call.note.empty()) writer.member("note", call.note);
  writer.end_object();
  return line;
}

}  // namespace

std::string log_line(const TraceEvent& call, LogFormat format) {
  std::string line = format == LogFormat::kJson ? json_line(call) : text_line(call);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';  // a key may hold the end of a line
  }
  return line += '\n';
}

CallLog::CallLog(Cloud& cloud, LogFormat format, std::FILE* file)
    : format_(format),
      file_(file),
      writer_([this] { write(); }),
      subscription_(cloud.subscribe([this](const Event& event) { add(event); })) {}

CallLog::~CallLog() {
  subscription_.end();
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  writer_.join();
}

void CallLog::add(const Event& event) {
  if (event.as<events::CallAnswered>() == nullptr) return;
  const std::string line = log_line(to_trace_event(event), format_);
  const std::lock_guard lock(mutex_);
  if (lines_.size() + line.size() > kLinesBytesMax) {
    ++left_out_;
    return;
  }
  lines_ += line;
  changed_.notify_one();
}

void CallLog::write() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ending_ || !lines_.empty(); });
    if (lines_.empty()) return;
    const std::string lines = std::exchange(lines_, {});
    const std::uint64_t left_out = std::exchange(left_out_, 0);
    lock.unlock();
    std::fwrite(lines.data(), 1, lines.size(), file_);
    if (left_out > 0) fmt::print(file_, "emu: {} calls are not in the log\n", left_out);
    std::fflush(file_);
    lock.lock();
  }
}

}  // namespace emu::cli
