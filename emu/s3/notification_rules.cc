#include "s3/notification_rules.h"

#include <emu/arn.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/text/ascii.h"
#include "s3/errors.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kEventPrefix = "s3:";

constexpr std::array<std::string_view, 27> kEvents = {
    "s3:ReducedRedundancyLostObject",
    "s3:ObjectCreated:*",
    "s3:ObjectCreated:Put",
    "s3:ObjectCreated:Post",
    "s3:ObjectCreated:Copy",
    "s3:ObjectCreated:CompleteMultipartUpload",
    "s3:ObjectRemoved:*",
    "s3:ObjectRemoved:Delete",
    "s3:ObjectRemoved:DeleteMarkerCreated",
    "s3:ObjectRestore:*",
    "s3:ObjectRestore:Post",
    "s3:ObjectRestore:Completed",
    "s3:ObjectRestore:Delete",
    "s3:Replication:*",
    "s3:Replication:OperationFailedReplication",
    "s3:Replication:OperationNotTracked",
    "s3:Replication:OperationMissedThreshold",
    "s3:Replication:OperationReplicatedAfterThreshold",
    "s3:LifecycleTransition",
    "s3:IntelligentTiering",
    "s3:ObjectAcl:Put",
    "s3:LifecycleExpiration:*",
    "s3:LifecycleExpiration:Delete",
    "s3:LifecycleExpiration:DeleteMarkerCreated",
    "s3:ObjectTagging:*",
    "s3:ObjectTagging:Put",
    "s3:ObjectTagging:Delete"};

// Whether a configured event stands for the one that happened, or for another configured one.
bool covers(std::string_view configured, std::string_view event) {
  if (configured == event) return true;
  if (!configured.ends_with(":*")) return false;
  return event.starts_with(configured.substr(0, configured.size() - 1));
}

bool share_an_event(const Destined& a, const Destined& b) {
  return std::any_of(a.events->begin(), a.events->end(), [&](const std::string& one) {
    return std::any_of(b.events->begin(), b.events->end(), [&](const std::string& other) {
      return covers(one, other) || covers(other, one);
    });
  });
}

bool overlap(std::string_view a, std::string_view b, bool at_end) {
  if (a.size() > b.size()) std::swap(a, b);
  return at_end ? b.ends_with(a) : b.starts_with(a);
}

Error configurations_overlap(std::string_view text) {
  return make_error("InvalidArgument", text, 400);
}

// No key may have the same event told twice.
Status check_overlaps(const std::vector<Destined>& parts) {
  for (auto a = parts.begin(); a != parts.end(); ++a) {
    for (auto b = parts.begin(); b != a; ++b) {
      if (!share_an_event(*a, *b)) continue;
      if (!overlap(a->prefix, b->prefix, false) || !overlap(a->suffix, b->suffix, true)) continue;
      const bool unfiltered =
          a->prefix.empty() && a->suffix.empty() && b->prefix.empty() && b->suffix.empty();
      return configurations_overlap(
          unfiltered ? "Configurations overlap. Configurations on the same bucket cannot share a "
                       "common event type."
                     : "Configuration is ambiguously defined. Cannot have overlapping suffixes in "
                       "two rules if the prefixes are overlapping for the same event type.");
    }
  }
  return {};
}

Status check_filter(const std::optional<NotificationConfigurationFilter>& filter) {
  if (!filter || !filter->key) return {};
  std::set<std::string> names;
  for (const FilterRule& rule : filter->key->filter_rules) {
    const std::string name = lower_case(rule.name);
    if (name != "prefix" && name != "suffix") {
      return invalid_argument("filter rule name must be either prefix or suffix", "FilterRule.Name",
                              rule.name);
    }
    if (!names.insert(name).second) {
      return invalid_argument("Cannot specify more than one " + name + " rule in a filter.",
                              "FilterRule.Name", rule.name);
    }
    if (!rule.value) return malformed_xml();
    if (rule.value->size() > kKeyBytesMax) {
      return invalid_argument(
          "Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation",
          "FilterRule.Value", *rule.value);
    }
  }
  return {};
}

std::string_view element_of(Destined::Kind kind) {
  switch (kind) {
    case Destined::Kind::kTopic:
      return "Topic";
    case Destined::Kind::kQueue:
      return "Queue";
    case Destined::Kind::kFunction:
      break;
  }
  return "CloudFunction";
}

Status check_arn(const Destined& part, std::string_view bucket_region) {
  const std::optional<Arn> arn = Arn::parse(part.arn);
  if (!arn || arn->resource.empty()) {
    return invalid_argument("The ARN is not well formed", element_of(part.kind), part.arn);
  }
  if (arn->region != bucket_region) {
    return invalid_argument(
        "The notification destination service region is not valid for the bucket location "
        "constraint",
        element_of(part.kind), part.arn);
  }
  return {};
}

Status check_events(const Destined& part) {
  if (part.events->size() > kEvents.size()) return malformed_xml();
  for (const std::string& event : *part.events) {
    if (std::find(kEvents.begin(), kEvents.end(), event) == kEvents.end()) {
      return invalid_argument("The event is not supported for notifications", "Event", event);
    }
  }
  return {};
}

template <class Part>
Destined destined(Destined::Kind kind, const Part& part, std::string_view arn) {
  Destined made{.kind = kind, .id = part.id, .arn = arn, .events = &part.events};
  if (!part.filter || !part.filter->key) return made;
  for (const FilterRule& rule : part.filter->key->filter_rules) {
    if (!rule.value) continue;
    (is_prefix_rule(rule) ? made.prefix : made.suffix) = *rule.value;
  }
  return made;
}

}  // namespace

bool is_prefix_rule(const FilterRule& rule) { return equal_ignoring_case(rule.name, "prefix"); }

bool Destined::wants(std::string_view event, std::string_view key) const {
  if (!key.starts_with(prefix) || !key.ends_with(suffix)) return false;
  return std::any_of(events->begin(), events->end(), [&](std::string_view configured) {
    return covers(configured.substr(kEventPrefix.size()), event);
  });
}

std::vector<Destined> destined_of(const NotificationConfiguration& configuration) {
  std::vector<Destined> parts;
  for (const auto& part : configuration.topic_configurations) {
    parts.push_back(destined(Destined::Kind::kTopic, part, part.topic_arn));
  }
  for (const auto& part : configuration.queue_configurations) {
    parts.push_back(destined(Destined::Kind::kQueue, part, part.queue_arn));
  }
  for (const auto& part : configuration.lambda_function_configurations) {
    parts.push_back(destined(Destined::Kind::kFunction, part, part.lambda_function_arn));
  }
  return parts;
}

Status check_notifications(const NotificationConfiguration& configuration,
                           std::string_view bucket_region) {
  for (const auto& part : configuration.topic_configurations) EMU_CHECK(check_filter(part.filter));
  for (const auto& part : configuration.queue_configurations) EMU_CHECK(check_filter(part.filter));
  for (const auto& part : configuration.lambda_function_configurations) {
    EMU_CHECK(check_filter(part.filter));
  }
  const std::vector<Destined> parts = destined_of(configuration);
  if (parts.size() > kNotificationsMax) {
    return make_error("InvalidArgument",
                      "The number of notification configurations must not exceed 100", 400);
  }
  std::set<std::string_view> ids;
  for (const Destined& part : parts) {
    EMU_CHECK(check_rule_id(part.id, "Id"));
    if (!part.id.empty() && !ids.insert(part.id).second) {
      return invalid_argument("Same ID used for multiple configurations. IDs must be unique", "Id",
                              part.id);
    }
    EMU_CHECK(check_events(part));
    EMU_CHECK(check_arn(part, bucket_region));
  }
  return check_overlaps(parts);
}

}  // namespace emu::s3
