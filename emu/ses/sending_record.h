// SendingRecord: how much an account has sent, for its quota and its statistics.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <deque>
#include <map>
#include <utility>

namespace emu::ses {

struct SendingCounts {
  std::int64_t attempts = 0;
  std::int64_t bounces = 0;
  std::int64_t complaints = 0;
  std::int64_t rejects = 0;
};

class SendingRecord {
 public:
  // Recipients that count towards the quota.
  void add_recipients(Time now, std::int64_t recipients);
  std::int64_t last_day(Time now);

  // The counts of the interval that `now` is in.
  SendingCounts& counts(Time now);
  // By the beginning of their intervals; what is too old is gone.
  const std::map<Time, SendingCounts>& statistics(Time now);

 private:
  std::deque<std::pair<Time, std::int64_t>> recent_;  // a minute's recipients each
  std::int64_t recent_total_ = 0;
  std::map<Time, SendingCounts> intervals_;
};

}  // namespace emu::ses
