#include "s3/storage_metrics.h"

#include <array>
#include <chrono>

#include "core/gate/metrics.h"
#include "s3/storage_use.h"

namespace emu::s3 {

namespace {

StorageUse with_uploads(const StoredBucket& bucket) {
  StorageUse use = bucket.use;
  for (const auto& [name, upload] : bucket.uploads) {
    for (const auto& [number, part] : upload.parts) {
      use.add(upload.object.storage_class, part.body.size());
    }
  }
  return use;
}

void put(const StoredBucket& bucket, Time midnight, MetricSink& sink) {
  const auto put_one = [&](std::string_view name, std::string_view type, std::uint64_t value,
                           std::string_view unit) {
    const std::array dimensions = {MetricDimension{.name = "BucketName", .value = bucket.name},
                                   MetricDimension{.name = "StorageType", .value = type}};
    sink.put_metric({.account = bucket.account,
                     .region = bucket.region,
                     .metric_namespace = "AWS/S3",
                     .name = name,
                     .dimensions = dimensions,
                     .time = midnight,
                     .value = static_cast<double>(value),
                     .unit = unit});
  };
  const StorageUse use = with_uploads(bucket);
  put_one("NumberOfObjects", "AllStorageTypes", use.objects, "Count");
  for (std::size_t type = 0; type < kStorageTypes.size(); ++type) {
    if (use.bytes[type] == 0) continue;
    put_one("BucketSizeBytes", kStorageTypes[type].name, use.bytes[type], "Bytes");
  }
}

}  // namespace

void StorageMetrics::begin() {
  if (timer_.value != 0 || buckets_.empty()) return;
  const Time midnight = std::chrono::floor<std::chrono::days>(world_.now()) + std::chrono::days(1);
  timer_ = world_.scheduler().at(
      midnight,
      [this] {
        timer_ = {};
        publish();
        begin();
      },
      true);
}

void StorageMetrics::forget() {
  if (timer_.value == 0 || !buckets_.empty()) return;
  world_.scheduler().cancel(timer_);
  timer_ = {};
}

void StorageMetrics::publish() {
  const Time midnight = std::chrono::floor<std::chrono::days>(world_.now());
  for (MetricSink* sink : world_.interfaces().all<MetricSink>()) {
    for (const auto& [name, bucket] : buckets_) put(bucket, midnight, *sink);
  }
}

}  // namespace emu::s3
