// A queue's depth over time in bounded memory: when there are too many samples, each two become the
// deeper one of them.
#pragma once

#include <emu/sim/report.h>
#include <emu/time.h>

#include <cstddef>
#include <string>
#include <vector>

namespace emu::sim {

inline constexpr std::size_t kSamplesMax = 4096;

class DepthSeries {
 public:
  explicit DepthSeries(Duration interval) : interval_(interval) {}

  // The depth at the end of the next interval.
  void add(const sqs::QueueDepth& depth);
  const sqs::QueueDepth& last() const { return last_; }
  QueueFigures figures(const std::string& arn) const;

 private:
  Duration interval_;
  std::size_t merged_ = 1;   // intervals in each sample
  std::size_t in_last_ = 0;  // intervals in the last sample so far
  std::vector<sqs::QueueDepth> samples_;
  sqs::QueueDepth last_ = {};
  std::int64_t most_ = 0;
};

std::int64_t total(const sqs::QueueDepth& depth);

}  // namespace emu::sim
