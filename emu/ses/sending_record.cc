#include "ses/sending_record.h"

#include <chrono>

#include "ses/limits.h"

namespace emu::ses {

namespace {

template <class Interval>
Time beginning(Time now, Interval interval) {
  return now - now.time_since_epoch() % std::chrono::duration_cast<Duration>(interval);
}

}  // namespace

void SendingRecord::add_recipients(Time now, std::int64_t recipients) {
  const Time minute = beginning(now, std::chrono::minutes(1));
  if (recent_.empty() || recent_.back().first != minute) recent_.emplace_back(minute, 0);
  recent_.back().second += recipients;
  recent_total_ += recipients;
}

std::int64_t SendingRecord::last_day(Time now) {
  while (!recent_.empty() && recent_.front().first + kQuotaWindow <= now) {
    recent_total_ -= recent_.front().second;
    recent_.pop_front();
  }
  return recent_total_;
}

SendingCounts& SendingRecord::counts(Time now) {
  statistics(now);
  return intervals_[beginning(now, kStatisticsInterval)];
}

const std::map<Time, SendingCounts>& SendingRecord::statistics(Time now) {
  while (!intervals_.empty() && intervals_.begin()->first + kStatisticsKept <= now) {
    intervals_.erase(intervals_.begin());
  }
  return intervals_;
}

}  // namespace emu::ses
