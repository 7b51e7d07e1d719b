// StorageMetrics: tells CloudWatch how much each bucket holds, once a day, at midnight UTC.
//
// What buckets hold is counted as it changes (s3/storage_use.h), but for the parts of uploads,
// which are few. There is one timer, while there are buckets.
// Source: Amazon S3 User Guide, "Metrics and dimensions", Amazon S3 daily storage metrics.
#pragma once

#include <emu/time.h>

#include "core/gate/world.h"
#include "s3/state.h"

namespace emu::s3 {

class StorageMetrics {
 public:
  // The buckets must outlive it.
  StorageMetrics(World& world, const Buckets& buckets) : world_(world), buckets_(buckets) {}

  // There are buckets.
  void begin();
  // There may be none any more.
  void forget();

 private:
  void publish();

  World& world_;
  const Buckets& buckets_;
  TimerId timer_ = {};
};

}  // namespace emu::s3
