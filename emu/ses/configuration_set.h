// Configuration sets: how mail is sent, and who hears of what becomes of it.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::ses {

struct MetricDimensionSource {
  std::string name = {};
  std::string source = {};  // "MESSAGE_TAG", "EMAIL_HEADER" or "LINK_TAG"
  std::string default_value = {};
};

// Exactly one of topic, bus, dimensions, stream and application is given.
struct StoredDestination {
  std::string name = {};
  bool is_enabled = false;
  std::vector<std::string> event_types = {};  // as the second API names them: "BOUNCE"
  std::string topic_arn = {};
  std::string event_bus_arn = {};
  std::vector<MetricDimensionSource> dimensions = {};
  std::string firehose_role_arn = {};
  std::string firehose_stream_arn = {};
  std::string pinpoint_arn = {};

  bool wants(std::string_view event_type) const;
};

struct StoredConfigurationSet {
  std::string name = {};
  bool is_sending_enabled = true;
  bool has_reputation_metrics = false;
  std::optional<Time> last_fresh_start = {};
  std::optional<std::string> redirect_domain = {};
  std::string https_policy = {};
  std::string tls_policy = {};
  std::string sending_pool = {};
  std::optional<std::int64_t> max_delivery_seconds = {};
  // Those of the account unless they are given.
  std::optional<std::vector<std::string>> suppressed_reasons = {};
  std::string vdm_dashboard = {};
  std::string vdm_guardian = {};
  bool has_vdm = false;
  std::string archive_arn = {};
  std::map<std::string, std::string> tags = {};
  std::map<std::string, StoredDestination, std::less<>> destinations = {};

  // Switched on again, its reputation begins afresh.
  void set_sending(bool is_enabled, Time now);
};

}  // namespace emu::ses
