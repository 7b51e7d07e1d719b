#include "s3/request_metrics.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "s3/versions.h"

namespace emu::s3 {

namespace {

enum Kind : std::size_t {
  kAll,
  kGet,
  kPut,
  kDelete,
  kHead,
  kPost,
  kList,
  kBytesDownloaded,
  kBytesUploaded,
  kClientErrors,
  kServerErrors,
  kFirstByteLatency,
  kTotalLatency,
};

constexpr std::array kKinds = {MetricKind{"AllRequests"},
                               MetricKind{"GetRequests"},
                               MetricKind{"PutRequests"},
                               MetricKind{"DeleteRequests"},
                               MetricKind{"HeadRequests"},
                               MetricKind{"PostRequests"},
                               MetricKind{"ListRequests"},
                               MetricKind{"BytesDownloaded", "Bytes"},
                               MetricKind{"BytesUploaded", "Bytes"},
                               MetricKind{"4xxErrors"},
                               MetricKind{"5xxErrors"},
                               MetricKind{"FirstByteLatency", "Milliseconds"},
                               MetricKind{"TotalRequestLatency", "Milliseconds"}};

bool has_tag(const std::vector<Tag>& tags, const Tag& wanted) {
  return std::any_of(tags.begin(), tags.end(), [&](const Tag& tag) {
    return tag.key == wanted.key && tag.value == wanted.value;
  });
}

// By the tags that the object has now. Requests come through no access point here.
bool fits(const MetricsConfiguration& configuration, const StoredBucket& bucket,
          std::string_view key) {
  if (!configuration.filter) return true;
  if (key.empty()) return false;
  const MetricsFilter& filter = *configuration.filter;
  MetricsAndOperator all = filter.and_operator.value_or(MetricsAndOperator{});
  if (filter.prefix) all.prefix = filter.prefix;
  if (filter.tag) all.tags.push_back(*filter.tag);
  if (!filter.access_point_arn.empty() || !all.access_point_arn.empty()) return false;
  if (all.prefix && !key.starts_with(*all.prefix)) return false;
  if (all.tags.empty()) return true;
  const StoredObject* object = current_object(bucket, key);
  return object != nullptr && std::all_of(all.tags.begin(), all.tags.end(), [&](const Tag& wanted) {
           return has_tag(object->tags, wanted);
         });
}

std::optional<Kind> kind_of(const events::CallAnswered& call, bool is_of_object) {
  if (call.is<ListObjects>() || call.is<ListObjectsV2>() || call.is<ListObjectVersions>()) {
    return kList;
  }
  if (call.is<DeleteObjects>()) return kDelete;
  const std::string_view method = call.type->name.method;
  if (method == "HEAD") return kHead;
  if (method == "POST") return kPost;
  if (!is_of_object) return std::nullopt;
  if (method == "GET") return kGet;
  if (method == "PUT") return kPut;
  if (method == "DELETE") return kDelete;
  return std::nullopt;
}

bool is_server_error(std::string_view code) {
  return code == "InternalError" || code == "ServiceUnavailable" || code == "SlowDown" ||
         code == "NotImplemented";
}

bool is_client_error(std::string_view code) {
  return !code.empty() && code != "NotModified" && code != "PermanentRedirect" &&
         !is_server_error(code);
}

}  // namespace

void RequestMetrics::begin() {
  if (follows_) return;
  follows_ = true;
  world_.trace().subscribe([this](const Event& event) {
    const auto* call = event.as<events::CallAnswered>();
    if (call != nullptr && call->service == GetObject::kOperation.service) take(*call);
  });
}

template <class Count>
void RequestMetrics::each(StoredBucket& bucket, std::string_view key, const Count& count) {
  for (const auto& [id, configuration] : bucket.metrics) {
    if (!fits(configuration, bucket, key)) continue;
    std::shared_ptr<ResourceMetrics>& counted = bucket.requests[id];
    if (!counted) {
      counted = std::make_shared<ResourceMetrics>(
          ResourceMetrics::Owner{.account = bucket.account, .region = bucket.region},
          MetricKinds{.metric_namespace = "AWS/S3", .kinds = kKinds});
      counted->dimensions = {{"BucketName", bucket.name}, {"FilterId", id}};
    }
    count([&](Kind kind, double value) { minutes_.add(counted, kind, value); });
  }
}

void RequestMetrics::downloaded(StoredBucket& bucket, std::string_view key, std::uint64_t bytes) {
  if (bucket.metrics.empty()) return;
  each(bucket, key, [&](const auto& add) { add(kBytesDownloaded, static_cast<double>(bytes)); });
}

void RequestMetrics::uploaded(StoredBucket& bucket, std::string_view key, std::uint64_t bytes) {
  if (bucket.metrics.empty()) return;
  each(bucket, key, [&](const auto& add) { add(kBytesUploaded, static_cast<double>(bytes)); });
}

void RequestMetrics::take(const events::CallAnswered& call) {
  constexpr std::string_view kPrefix = "arn:aws:s3:::";
  std::string_view resource = call.resource_arn;
  if (!resource.starts_with(kPrefix) || call.type == nullptr) return;
  resource.remove_prefix(kPrefix.size());
  const std::size_t slash = std::min(resource.find('/'), resource.size());
  const auto found = buckets_.find(resource.substr(0, slash));
  if (found == buckets_.end() || found->second.metrics.empty()) return;
  const std::string_view key = resource.substr(std::min(slash + 1, resource.size()));
  const std::optional<Kind> kind = kind_of(call, !key.empty());
  const double took = static_cast<double>(call.took.count()) / 1000;
  each(found->second, key, [&](const auto& add) {
    add(kAll, 1);
    if (kind) add(*kind, 1);
    add(kClientErrors, is_client_error(call.outcome) ? 1 : 0);
    add(kServerErrors, is_server_error(call.outcome) ? 1 : 0);
    add(kFirstByteLatency, took);
    add(kTotalLatency, took);
  });
}

}  // namespace emu::s3
