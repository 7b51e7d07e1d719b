#include "lambda/platform_log.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <iterator>

#include "core/json/json_writer.h"

namespace emu::lambda {

namespace {

constexpr std::string_view kLatest = "$LATEST";

double milliseconds(Duration duration) { return static_cast<double>(duration.count()) / 1000.0; }

std::int64_t whole_milliseconds_up(Duration duration) {
  return std::chrono::ceil<std::chrono::milliseconds>(duration).count();
}

int rank_of(std::string_view level) {
  if (level == "DEBUG") return 0;
  return level == "WARN" ? 2 : 1;
}

bool is_logged(const Revision& revision, std::string_view level) {
  return rank_of(level) >= rank_of(revision.system_log_level);
}

std::string_view level_of(const PhaseEnd& end, std::string_view level_of_success) {
  return end.status == "success" ? level_of_success : "WARN";
}

template <class Fill>
std::string event(Time now, std::string_view type, const Fill& fill) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("time", iso8601(now));
  json.member("type", type);
  json.key("record");
  json.begin_object();
  fill(json);
  json.end_object();
  json.end_object();
  return text;
}

void add_number(JsonWriter& json, std::string_view name, Duration duration) {
  json.key(name);
  json.raw(fmt::format("{:.3f}", milliseconds(duration)));
}

void add_end(JsonWriter& json, const PhaseEnd& end) {
  json.member("status", end.status);
  if (!end.error_type.empty()) json.member("errorType", end.error_type);
}

}  // namespace

PlatformLine init_start_line(const Revision& revision, Time now) {
  if (!revision.is_log_json) {
    return fmt::format("INIT_START Runtime Version: {}\tRuntime Version ARN: {}", revision.runtime,
                       revision.runtime_version_arn);
  }
  if (!is_logged(revision, "INFO")) return std::nullopt;
  return event(now, "platform.initStart", [&](JsonWriter& json) {
    json.member("initializationType", "on-demand");
    json.member("phase", "init");
    json.member("runtimeVersion", revision.runtime);
    json.member("runtimeVersionArn", revision.runtime_version_arn);
    json.member("functionName", revision.name);
    json.member("functionVersion", kLatest);
  });
}

PlatformLine init_report_line(const Revision& revision, Time now, std::string_view phase,
                              Duration duration, const PhaseEnd& end) {
  if (revision.is_log_json) {
    if (!is_logged(revision, level_of(end, "DEBUG"))) return std::nullopt;
    return event(now, "platform.initReport", [&](JsonWriter& json) {
      json.member("initializationType", "on-demand");
      add_end(json, end);
      json.member("phase", phase);
      json.key("metrics");
      json.begin_object();
      add_number(json, "durationMs", duration);
      json.end_object();
    });
  }
  std::string text = fmt::format("INIT_REPORT Init Duration: {:.2f} ms\tPhase: {}\tStatus: {}",
                                 milliseconds(duration), phase, end.status);
  if (!end.error_type.empty()) {
    fmt::format_to(std::back_inserter(text), "\tError Type: {}", end.error_type);
  }
  return text;
}

PlatformLine start_line(const Revision& revision, Time now, std::string_view request_id) {
  if (!revision.is_log_json) {
    return fmt::format("START RequestId: {} Version: {}", request_id, kLatest);
  }
  if (!is_logged(revision, "INFO")) return std::nullopt;
  return event(now, "platform.start", [&](JsonWriter& json) {
    json.member("requestId", request_id);
    json.member("version", kLatest);
  });
}

PlatformLine end_line(const Revision& revision, Time now, const Report& report) {
  if (!revision.is_log_json) return fmt::format("END RequestId: {}", report.request_id);
  if (!is_logged(revision, level_of(report.end, "DEBUG"))) return std::nullopt;
  return event(now, "platform.runtimeDone", [&](JsonWriter& json) {
    json.member("requestId", report.request_id);
    add_end(json, report.end);
    json.key("metrics");
    json.begin_object();
    add_number(json, "durationMs", report.duration);
    json.end_object();
  });
}

PlatformLine report_line(const Revision& revision, Time now, const Report& report) {
  if (revision.is_log_json) {
    if (!is_logged(revision, level_of(report.end, "INFO"))) return std::nullopt;
    return event(now, "platform.report", [&](JsonWriter& json) {
      json.member("requestId", report.request_id);
      json.key("metrics");
      json.begin_object();
      add_number(json, "durationMs", report.duration);
      json.member("billedDurationMs", whole_milliseconds_up(report.duration));
      json.member("memorySizeMB", revision.memory_mb);
      json.member("maxMemoryUsedMB", report.memory_used_mb);
      if (report.init_duration) add_number(json, "initDurationMs", *report.init_duration);
      json.end_object();
      add_end(json, report.end);
    });
  }
  std::string text = fmt::format(
      "REPORT RequestId: {}\tDuration: {:.2f} ms\tBilled Duration: {} ms\tMemory Size: {} MB\t"
      "Max Memory Used: {} MB\t",
      report.request_id, milliseconds(report.duration), whole_milliseconds_up(report.duration),
      revision.memory_mb, report.memory_used_mb);
  if (report.init_duration) {
    fmt::format_to(std::back_inserter(text), "Init Duration: {:.2f} ms\t",
                   milliseconds(*report.init_duration));
  }
  if (report.end.status != "success") text += fmt::format("Status: {}", report.end.status);
  if (!report.end.error_type.empty()) {
    text += fmt::format("\tError Type: {}", report.end.error_type);
  }
  return text;
}

}  // namespace emu::lambda
