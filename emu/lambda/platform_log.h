// What Lambda itself writes into a function's log, as text or as JSON.
//
// Each gives the line, or nothing when the function's level leaves it out. Sources: Lambda
// Developer Guide, "Configuring JSON and plain text log formats", "Log-level filtering"; "Lambda
// Telemetry API Event schema reference".
#pragma once

#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>

#include "lambda/revision.h"

namespace emu::lambda {

using PlatformLine = std::optional<std::string>;

// How a phase ended: "success", "error" or "timeout".
struct PhaseEnd {
  std::string_view status = "success";
  std::string_view error_type = {};
};

struct Report {
  std::string_view request_id = {};
  Duration duration = {};
  std::optional<Duration> init_duration = {};
  int memory_used_mb = 0;
  PhaseEnd end = {};
};

PlatformLine init_start_line(const Revision& revision, Time now);
// `phase` is "init", or "invoke" when it is repeated there.
PlatformLine init_report_line(const Revision& revision, Time now, std::string_view phase,
                              Duration duration, const PhaseEnd& end);
PlatformLine start_line(const Revision& revision, Time now, std::string_view request_id);
PlatformLine end_line(const Revision& revision, Time now, const Report& report);
PlatformLine report_line(const Revision& revision, Time now, const Report& report);

}  // namespace emu::lambda
