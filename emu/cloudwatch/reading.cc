#include "cloudwatch/reading.h"

#include <algorithm>

#include "cloudwatch/limits.h"

namespace emu::cloudwatch {

Time rounded_start(Time start, std::chrono::seconds period, Time now) {
  std::chrono::seconds step{60};
  if (start >= now - kSecondsKept && period < step) {
    step = period;
  } else if (start < now - kFiveMinutesKept) {
    step = std::chrono::seconds(3'600);
  } else if (start < now - kMinutesKept) {
    step = std::chrono::seconds(300);
  }
  return Time(start.time_since_epoch() / step * Duration(step));
}

Time bounded(Time time) { return std::clamp(time, Time(), kLatestTime); }

}  // namespace emu::cloudwatch
