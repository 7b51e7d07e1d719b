// Settings of a table that have operations of their own, as they are stored in TableSettings.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>

#include "dynamodb/limits.h"

namespace emu::dynamodb {

// As UpdateTimeToLive has left it. Items expire while it is enabled.
struct TimeToLiveSettings {
  bool is_enabled = false;
  std::string attribute_name = {};  // kept when it is disabled
  Time changed = {};
  static void describe(StructureShape<TimeToLiveSettings>& s);
};

struct PointInTimeRecoverySettings {
  Time enabled = {};
  std::int32_t days = 0;
  static void describe(StructureShape<PointInTimeRecoverySettings>& s);

  // The times that the table can be restored to.
  Time earliest(Time now) const { return std::max(enabled, now - std::chrono::days(days)); }
  Time latest(Time now) const { return std::max(enabled, now - kRestorableLag); }
};

}  // namespace emu::dynamodb
