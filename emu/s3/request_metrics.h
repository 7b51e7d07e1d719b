// RequestMetrics: counts requests for buckets with a metrics configuration, by its filter.
//
// It follows the trace from the first such configuration on. Buckets without one cost a search by
// name then, and nothing before.
// Source: Amazon S3 User Guide, "Metrics and dimensions", Amazon S3 request metrics in CloudWatch.
#pragma once

#include <emu/events.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/gate/minute_metrics.h"
#include "core/gate/world.h"
#include "s3/state.h"

namespace emu::s3 {

class RequestMetrics {
 public:
  // The buckets must outlive it.
  RequestMetrics(World& world, Buckets& buckets)
      : world_(world), buckets_(buckets), minutes_(world) {}

  // A bucket has got a configuration.
  void begin();
  void forget(std::optional<std::string_view> account) { minutes_.forget(account); }

  // Bytes of bodies, of an object of a bucket.
  void downloaded(StoredBucket& bucket, std::string_view key, std::uint64_t bytes);
  void uploaded(StoredBucket& bucket, std::string_view key, std::uint64_t bytes);

 private:
  void take(const events::CallAnswered& call);
  // For each configuration whose filter the object fits. No key: of the bucket.
  template <class Count>
  void each(StoredBucket& bucket, std::string_view key, const Count& count);

  World& world_;
  Buckets& buckets_;
  MinuteMetrics minutes_;
  bool follows_ = false;
};

}  // namespace emu::s3
