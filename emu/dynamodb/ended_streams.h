// EndedStreams: the streams that were disabled, and those of deleted tables, for as long as their
// records can be read: a day.
#pragma once

#include <emu/time.h>

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/limits.h"
#include "dynamodb/stream.h"

namespace emu::dynamodb {

class EndedStreams {
 public:
  // Of more than so many, those go first that ended first.
  explicit EndedStreams(std::size_t count_max = kEndedStreamsMax) : count_max_(count_max) {}

  // Streams come in the order of their ends, and no two have one ARN.
  void add(Stream stream);
  // Lets go of those that cannot be read any more.
  void drop_gone(Time now);
  // The same, and of such records of the others. The answer is when the next stream can go,
  // Time::max() when there is none.
  Time forget_changes(Time now);

  // Null when there is none.
  Stream* find(std::string_view arn);
  // The label of the table's stream that has the last one, when it is there.
  std::optional<std::string> last_label(std::string_view table_arn) const;

  using ByArn = std::map<std::string, Stream, std::less<>>;
  const ByArn& by_arn() const { return by_arn_; }

 private:
  void drop_oldest();

  std::size_t count_max_;
  ByArn by_arn_ = {};
  std::deque<std::string> arns_ = {};  // in the order of their ends
};

}  // namespace emu::dynamodb
