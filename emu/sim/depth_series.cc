#include "sim/depth_series.h"

#include <algorithm>

namespace emu::sim {

namespace {

const sqs::QueueDepth& deeper(const sqs::QueueDepth& a, const sqs::QueueDepth& b) {
  return total(b) > total(a) ? b : a;
}

}  // namespace

std::int64_t total(const sqs::QueueDepth& depth) {
  return depth.visible + depth.in_flight + depth.delayed;
}

void DepthSeries::add(const sqs::QueueDepth& depth) {
  last_ = depth;
  most_ = std::max(most_, total(depth));
  if (in_last_ == 0 || in_last_ == merged_) {
    if (samples_.size() == kSamplesMax) {
      for (std::size_t i = 0; i < kSamplesMax / 2; ++i) {
        samples_[i] = deeper(samples_[2 * i], samples_[2 * i + 1]);
      }
      samples_.resize(kSamplesMax / 2);
      merged_ *= 2;
    }
    samples_.push_back(depth);
    in_last_ = 1;
  } else {
    samples_.back() = deeper(samples_.back(), depth);
    ++in_last_;
  }
}

QueueFigures DepthSeries::figures(const std::string& arn) const {
  return {.arn = arn,
          .name = arn.substr(arn.rfind(':') + 1),
          .interval = interval_ * static_cast<std::int64_t>(merged_),
          .samples = samples_,
          .last = last_,
          .most = most_};
}

}  // namespace emu::sim
