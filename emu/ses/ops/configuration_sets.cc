#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "ses/limits.h"
#include "ses/page.h"
#include "ses/service.h"

namespace emu::ses {

namespace {

bool is_wanted(const DescribeConfigurationSet& in, std::string_view attribute) {
  const auto& names = in.configuration_set_attribute_names;
  return std::find(names.begin(), names.end(), attribute) != names.end();
}

// "RENDERING_FAILURE" is "renderingFailure" in this API.
std::string first_spelling(std::string_view type) {
  return type == "RENDERING_FAILURE" ? "renderingFailure" : lower_case(type);
}

std::string second_spelling(std::string_view type) {
  if (type == "renderingFailure") return "RENDERING_FAILURE";
  std::string upper(type);
  for (char& c : upper) c = to_upper(c);
  return upper;
}

std::string dimension_source(std::string_view source, bool is_first) {
  constexpr std::pair<std::string_view, std::string_view> kSources[] = {
      {"messageTag", "MESSAGE_TAG"}, {"emailHeader", "EMAIL_HEADER"}, {"linkTag", "LINK_TAG"}};
  for (const auto& [first, second] : kSources) {
    if (source == first || source == second) return std::string(is_first ? first : second);
  }
  return std::string(source);
}

StoredDestination stored(const EventDestination& given) {
  StoredDestination out{.name = given.name, .is_enabled = given.enabled.value_or(false)};
  for (const std::string& type : given.matching_event_types) {
    out.event_types.push_back(second_spelling(type));
  }
  if (given.sns_destination) out.topic_arn = given.sns_destination->topic_arn;
  if (given.kinesis_firehose_destination) {
    out.firehose_role_arn = given.kinesis_firehose_destination->iam_role_arn;
    out.firehose_stream_arn = given.kinesis_firehose_destination->delivery_stream_arn;
  }
  if (given.cloud_watch_destination) {
    for (const auto& one : given.cloud_watch_destination->dimension_configurations) {
      out.dimensions.push_back({.name = one.dimension_name,
                                .source = dimension_source(one.dimension_value_source, false),
                                .default_value = one.default_dimension_value});
    }
  }
  return out;
}

// Destinations of kinds that this API does not know are shown without them.
EventDestination described(const StoredDestination& kept) {
  EventDestination out{.name = kept.name, .enabled = kept.is_enabled, .matching_event_types = {}};
  for (const std::string& type : kept.event_types) {
    out.matching_event_types.push_back(first_spelling(type));
  }
  if (!kept.topic_arn.empty()) out.sns_destination = SnsDestination{.topic_arn = kept.topic_arn};
  if (!kept.firehose_stream_arn.empty()) {
    out.kinesis_firehose_destination = KinesisFirehoseDestination{
        .iam_role_arn = kept.firehose_role_arn, .delivery_stream_arn = kept.firehose_stream_arn};
  }
  if (kept.dimensions.empty()) return out;
  CloudWatchDestination& metrics =
      out.cloud_watch_destination.emplace(CloudWatchDestination{.dimension_configurations = {}});
  for (const MetricDimensionSource& one : kept.dimensions) {
    metrics.dimension_configurations.push_back(
        {.dimension_name = one.name,
         .dimension_value_source = dimension_source(one.source, true),
         .default_dimension_value = one.default_value});
  }
  return out;
}

std::string tls_policy_in_words(std::string_view policy, bool is_first) {
  if (policy.empty()) return {};
  const bool is_required = policy == "Require" || policy == "REQUIRE";
  if (is_first) return is_required ? "Require" : "Optional";
  return is_required ? "REQUIRE" : "OPTIONAL";
}

}  // namespace

Result<CreateConfigurationSetResult> Ses::create_configuration_set(
    Call& call, const CreateConfigurationSet& in) {
  EMU_CHECK(backend_.add_configuration_set(call, {.name = in.configuration_set.name}));
  return CreateConfigurationSetResult{};
}

Result<DeleteConfigurationSetResult> Ses::delete_configuration_set(
    Call& call, const DeleteConfigurationSet& in) {
  EMU_CHECK(backend_.delete_configuration_set(call, in.configuration_set_name));
  return DeleteConfigurationSetResult{};
}

Result<DescribeConfigurationSetResult> Ses::describe_configuration_set(
    Call& call, const DescribeConfigurationSet& in) {
  EMU_TRY(const StoredConfigurationSet* set,
          backend_.find_configuration_set(call, in.configuration_set_name));
  DescribeConfigurationSetResult out{.configuration_set = ConfigurationSet{.name = set->name}};
  if (is_wanted(in, "eventDestinations")) {
    for (const auto& [name, kept] : set->destinations) {
      out.event_destinations.push_back(described(kept));
    }
  }
  if (is_wanted(in, "trackingOptions") && set->redirect_domain) {
    out.tracking_options = TrackingOptions{.custom_redirect_domain = *set->redirect_domain};
  }
  if (is_wanted(in, "deliveryOptions") && !set->tls_policy.empty()) {
    out.delivery_options =
        DeliveryOptions{.tls_policy = tls_policy_in_words(set->tls_policy, true)};
  }
  if (is_wanted(in, "reputationOptions")) {
    out.reputation_options =
        ReputationOptions{.sending_enabled = set->is_sending_enabled,
                          .reputation_metrics_enabled = set->has_reputation_metrics,
                          .last_fresh_start = set->last_fresh_start};
  }
  return out;
}

Result<ListConfigurationSetsResult> Ses::list_configuration_sets(Call& call,
                                                                 const ListConfigurationSets& in) {
  ListConfigurationSetsResult out;
  EMU_TRY(out.next_token,
          visit_page(backend_.state(call).configuration_sets, {in.next_token, in.max_items},
                     {.usual = kPageMax, .max = kPageMax}, [&](const StoredConfigurationSet& set) {
                       out.configuration_sets.push_back({.name = set.name});
                       return true;
                     }));
  return out;
}

Result<CreateConfigurationSetEventDestinationResult>
Ses::create_configuration_set_event_destination(Call& call,
                                                const CreateConfigurationSetEventDestination& in) {
  EMU_CHECK(backend_.put_destination(call, in.configuration_set_name, stored(in.event_destination),
                                     DestinationChange::kCreate));
  return CreateConfigurationSetEventDestinationResult{};
}

Result<UpdateConfigurationSetEventDestinationResult>
Ses::update_configuration_set_event_destination(Call& call,
                                                const UpdateConfigurationSetEventDestination& in) {
  EMU_CHECK(backend_.put_destination(call, in.configuration_set_name, stored(in.event_destination),
                                     DestinationChange::kUpdate));
  return UpdateConfigurationSetEventDestinationResult{};
}

Result<DeleteConfigurationSetEventDestinationResult>
Ses::delete_configuration_set_event_destination(Call& call,
                                                const DeleteConfigurationSetEventDestination& in) {
  EMU_CHECK(
      backend_.delete_destination(call, in.configuration_set_name, in.event_destination_name));
  return DeleteConfigurationSetEventDestinationResult{};
}

Result<PutConfigurationSetDeliveryOptionsResult> Ses::put_configuration_set_delivery_options(
    Call& call, const PutConfigurationSetDeliveryOptions& in) {
  EMU_TRY(StoredConfigurationSet * set,
          backend_.find_configuration_set(call, in.configuration_set_name));
  const auto policy = in.delivery_options ? in.delivery_options->tls_policy : std::nullopt;
  set->tls_policy = tls_policy_in_words(policy.value_or(std::string()), false);
  return PutConfigurationSetDeliveryOptionsResult{};
}

Result<Nothing> Ses::update_configuration_set_reputation_metrics_enabled(
    Call& call, const UpdateConfigurationSetReputationMetricsEnabled& in) {
  EMU_TRY(StoredConfigurationSet * set,
          backend_.find_configuration_set(call, in.configuration_set_name));
  set->has_reputation_metrics = in.enabled;
  return Nothing{};
}

// Switched on again, a set begins afresh: Amazon SES API Reference, "ReputationOptions".
Result<Nothing> Ses::update_configuration_set_sending_enabled(
    Call& call, const UpdateConfigurationSetSendingEnabled& in) {
  EMU_TRY(StoredConfigurationSet * set,
          backend_.find_configuration_set(call, in.configuration_set_name));
  set->set_sending(in.enabled, backend_.now());
  return Nothing{};
}

}  // namespace emu::ses
