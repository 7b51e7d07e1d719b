#include <emu/describe.h>
#include <emu/ses/configuration_sets.h>

namespace emu::ses {

void ConfigurationSet::describe(StructureShape<ConfigurationSet>& s) {
  s.member("Name", &ConfigurationSet::name).required();
}

void CreateConfigurationSetResult::describe(StructureShape<CreateConfigurationSetResult>&) {}

void CreateConfigurationSet::describe(StructureShape<CreateConfigurationSet>& s) {
  s.member("ConfigurationSet", &CreateConfigurationSet::configuration_set).required();
}

void DeleteConfigurationSetResult::describe(StructureShape<DeleteConfigurationSetResult>&) {}

void DeleteConfigurationSet::describe(StructureShape<DeleteConfigurationSet>& s) {
  s.member("ConfigurationSetName", &DeleteConfigurationSet::configuration_set_name).required();
}

void KinesisFirehoseDestination::describe(StructureShape<KinesisFirehoseDestination>& s) {
  s.member("IAMRoleARN", &KinesisFirehoseDestination::iam_role_arn).required();
  s.member("DeliveryStreamARN", &KinesisFirehoseDestination::delivery_stream_arn).required();
}

void CloudWatchDimensionConfiguration::describe(
    StructureShape<CloudWatchDimensionConfiguration>& s) {
  s.member("DimensionName", &CloudWatchDimensionConfiguration::dimension_name).required();
  s.member("DimensionValueSource", &CloudWatchDimensionConfiguration::dimension_value_source)
      .required()
      .one_of({"messageTag", "emailHeader", "linkTag"});
  s.member("DefaultDimensionValue", &CloudWatchDimensionConfiguration::default_dimension_value)
      .required();
}

void CloudWatchDestination::describe(StructureShape<CloudWatchDestination>& s) {
  s.member("DimensionConfigurations", &CloudWatchDestination::dimension_configurations).required();
}

void SnsDestination::describe(StructureShape<SnsDestination>& s) {
  s.member("TopicARN", &SnsDestination::topic_arn).required();
}

void EventDestination::describe(StructureShape<EventDestination>& s) {
  s.member("Name", &EventDestination::name).required();
  s.member("Enabled", &EventDestination::enabled);
  s.member("MatchingEventTypes", &EventDestination::matching_event_types)
      .required()
      .each({.values = {"send", "reject", "bounce", "complaint", "delivery", "open", "click",
                        "renderingFailure"}});
  s.member("KinesisFirehoseDestination", &EventDestination::kinesis_firehose_destination);
  s.member("CloudWatchDestination", &EventDestination::cloud_watch_destination);
  s.member("SNSDestination", &EventDestination::sns_destination);
}

void TrackingOptions::describe(StructureShape<TrackingOptions>& s) {
  s.member("CustomRedirectDomain", &TrackingOptions::custom_redirect_domain);
}

void DeliveryOptions::describe(StructureShape<DeliveryOptions>& s) {
  s.member("TlsPolicy", &DeliveryOptions::tls_policy).one_of({"Require", "Optional"});
}

void ReputationOptions::describe(StructureShape<ReputationOptions>& s) {
  s.member("SendingEnabled", &ReputationOptions::sending_enabled);
  s.member("ReputationMetricsEnabled", &ReputationOptions::reputation_metrics_enabled);
  s.member("LastFreshStart", &ReputationOptions::last_fresh_start);
}

void DescribeConfigurationSetResult::describe(StructureShape<DescribeConfigurationSetResult>& s) {
  s.member("ConfigurationSet", &DescribeConfigurationSetResult::configuration_set);
  s.member("EventDestinations", &DescribeConfigurationSetResult::event_destinations).always();
  s.member("TrackingOptions", &DescribeConfigurationSetResult::tracking_options);
  s.member("DeliveryOptions", &DescribeConfigurationSetResult::delivery_options);
  s.member("ReputationOptions", &DescribeConfigurationSetResult::reputation_options);
}

void DescribeConfigurationSet::describe(StructureShape<DescribeConfigurationSet>& s) {
  s.member("ConfigurationSetName", &DescribeConfigurationSet::configuration_set_name).required();
  s.member("ConfigurationSetAttributeNames",
           &DescribeConfigurationSet::configuration_set_attribute_names)
      .each({.values = {"eventDestinations", "trackingOptions", "deliveryOptions",
                        "reputationOptions"}});
}

void ListConfigurationSetsResult::describe(StructureShape<ListConfigurationSetsResult>& s) {
  s.member("ConfigurationSets", &ListConfigurationSetsResult::configuration_sets).always();
  s.member("NextToken", &ListConfigurationSetsResult::next_token);
}

void ListConfigurationSets::describe(StructureShape<ListConfigurationSets>& s) {
  s.member("NextToken", &ListConfigurationSets::next_token);
  s.member("MaxItems", &ListConfigurationSets::max_items);
}

void CreateConfigurationSetEventDestinationResult::describe(
    StructureShape<CreateConfigurationSetEventDestinationResult>&) {}

void CreateConfigurationSetEventDestination::describe(
    StructureShape<CreateConfigurationSetEventDestination>& s) {
  s.member("ConfigurationSetName", &CreateConfigurationSetEventDestination::configuration_set_name)
      .required();
  s.member("EventDestination", &CreateConfigurationSetEventDestination::event_destination)
      .required();
}

void UpdateConfigurationSetEventDestinationResult::describe(
    StructureShape<UpdateConfigurationSetEventDestinationResult>&) {}

void UpdateConfigurationSetEventDestination::describe(
    StructureShape<UpdateConfigurationSetEventDestination>& s) {
  s.member("ConfigurationSetName", &UpdateConfigurationSetEventDestination::configuration_set_name)
      .required();
  s.member("EventDestination", &UpdateConfigurationSetEventDestination::event_destination)
      .required();
}

void DeleteConfigurationSetEventDestinationResult::describe(
    StructureShape<DeleteConfigurationSetEventDestinationResult>&) {}

void DeleteConfigurationSetEventDestination::describe(
    StructureShape<DeleteConfigurationSetEventDestination>& s) {
  s.member("ConfigurationSetName", &DeleteConfigurationSetEventDestination::configuration_set_name)
      .required();
  s.member("EventDestinationName", &DeleteConfigurationSetEventDestination::event_destination_name)
      .required();
}

void CreateConfigurationSetTrackingOptionsResult::describe(
    StructureShape<CreateConfigurationSetTrackingOptionsResult>&) {}

void CreateConfigurationSetTrackingOptions::describe(
    StructureShape<CreateConfigurationSetTrackingOptions>& s) {
  s.member("ConfigurationSetName", &CreateConfigurationSetTrackingOptions::configuration_set_name)
      .required();
  s.member("TrackingOptions", &CreateConfigurationSetTrackingOptions::tracking_options).required();
}

void UpdateConfigurationSetTrackingOptionsResult::describe(
    StructureShape<UpdateConfigurationSetTrackingOptionsResult>&) {}

void UpdateConfigurationSetTrackingOptions::describe(
    StructureShape<UpdateConfigurationSetTrackingOptions>& s) {
  s.member("ConfigurationSetName", &UpdateConfigurationSetTrackingOptions::configuration_set_name)
      .required();
  s.member("TrackingOptions", &UpdateConfigurationSetTrackingOptions::tracking_options).required();
}

void DeleteConfigurationSetTrackingOptionsResult::describe(
    StructureShape<DeleteConfigurationSetTrackingOptionsResult>&) {}

void DeleteConfigurationSetTrackingOptions::describe(
    StructureShape<DeleteConfigurationSetTrackingOptions>& s) {
  s.member("ConfigurationSetName", &DeleteConfigurationSetTrackingOptions::configuration_set_name)
      .required();
}

void PutConfigurationSetDeliveryOptionsResult::describe(
    StructureShape<PutConfigurationSetDeliveryOptionsResult>&) {}

void PutConfigurationSetDeliveryOptions::describe(
    StructureShape<PutConfigurationSetDeliveryOptions>& s) {
  s.member("ConfigurationSetName", &PutConfigurationSetDeliveryOptions::configuration_set_name)
      .required();
  s.member("DeliveryOptions", &PutConfigurationSetDeliveryOptions::delivery_options);
}

void UpdateConfigurationSetReputationMetricsEnabled::describe(
    StructureShape<UpdateConfigurationSetReputationMetricsEnabled>& s) {
  s.member("ConfigurationSetName",
           &UpdateConfigurationSetReputationMetricsEnabled::configuration_set_name)
      .required();
  s.member("Enabled", &UpdateConfigurationSetReputationMetricsEnabled::enabled).required();
}

void UpdateConfigurationSetSendingEnabled::describe(
    StructureShape<UpdateConfigurationSetSendingEnabled>& s) {
  s.member("ConfigurationSetName", &UpdateConfigurationSetSendingEnabled::configuration_set_name)
      .required();
  s.member("Enabled", &UpdateConfigurationSetSendingEnabled::enabled).required();
}

}  // namespace emu::ses

namespace emu {
EMU_DESCRIBED(ses::ConfigurationSet);
EMU_DESCRIBED(ses::CreateConfigurationSetResult);
EMU_DESCRIBED_OPERATION(ses::CreateConfigurationSet);
EMU_DESCRIBED(ses::DeleteConfigurationSetResult);
EMU_DESCRIBED_OPERATION(ses::DeleteConfigurationSet);
EMU_DESCRIBED(ses::KinesisFirehoseDestination);
EMU_DESCRIBED(ses::CloudWatchDimensionConfiguration);
EMU_DESCRIBED(ses::CloudWatchDestination);
EMU_DESCRIBED(ses::SnsDestination);
EMU_DESCRIBED(ses::EventDestination);
EMU_DESCRIBED(ses::TrackingOptions);
EMU_DESCRIBED(ses::DeliveryOptions);
EMU_DESCRIBED(ses::ReputationOptions);
EMU_DESCRIBED(ses::DescribeConfigurationSetResult);
EMU_DESCRIBED_OPERATION(ses::DescribeConfigurationSet);
EMU_DESCRIBED(ses::ListConfigurationSetsResult);
EMU_DESCRIBED_OPERATION(ses::ListConfigurationSets);
EMU_DESCRIBED(ses::CreateConfigurationSetEventDestinationResult);
EMU_DESCRIBED_OPERATION(ses::CreateConfigurationSetEventDestination);
EMU_DESCRIBED(ses::UpdateConfigurationSetEventDestinationResult);
EMU_DESCRIBED_OPERATION(ses::UpdateConfigurationSetEventDestination);
EMU_DESCRIBED(ses::DeleteConfigurationSetEventDestinationResult);
EMU_DESCRIBED_OPERATION(ses::DeleteConfigurationSetEventDestination);
EMU_DESCRIBED(ses::CreateConfigurationSetTrackingOptionsResult);
EMU_DESCRIBED_OPERATION(ses::CreateConfigurationSetTrackingOptions);
EMU_DESCRIBED(ses::UpdateConfigurationSetTrackingOptionsResult);
EMU_DESCRIBED_OPERATION(ses::UpdateConfigurationSetTrackingOptions);
EMU_DESCRIBED(ses::DeleteConfigurationSetTrackingOptionsResult);
EMU_DESCRIBED_OPERATION(ses::DeleteConfigurationSetTrackingOptions);
EMU_DESCRIBED(ses::PutConfigurationSetDeliveryOptionsResult);
EMU_DESCRIBED_OPERATION(ses::PutConfigurationSetDeliveryOptions);
EMU_DESCRIBED_OPERATION(ses::UpdateConfigurationSetReputationMetricsEnabled);
EMU_DESCRIBED_OPERATION(ses::UpdateConfigurationSetSendingEnabled);
}  // namespace emu
