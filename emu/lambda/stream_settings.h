// What a mapping of a stream is set to, and what it tells.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lambda/filter.h"
#include "lambda/state.h"

namespace emu::lambda {

struct StreamSettings {
  std::string mapping_arn;
  std::string stream_arn;
  std::string function_arn;
  std::string starting_position;
  std::size_t batch_size;
  std::chrono::seconds window;  // how long a batch may gather
  std::size_t lanes;
  bool reports_item_failures;
  bool bisects;
  std::optional<std::int32_t> retries_max;      // nothing: no limit but the records' age
  std::optional<std::chrono::seconds> age_max;  // nothing: a day
  std::string on_failure;                       // ARN of a queue, or empty
  std::vector<EventFilter> filters;             // empty: everything passes
};

// What the mapping's stored state follows.
struct StreamProgress {
  std::function<void(const StreamCheckpoint&)> on_checkpoint;
  std::function<void(std::string_view result)> on_result;
  // Nothing is left to read: the stream is gone.
  std::function<void(std::string reason)> on_lost;
};

}  // namespace emu::lambda
