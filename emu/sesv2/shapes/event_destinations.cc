#include <emu/describe.h>
#include <emu/sesv2/event_destinations.h>

namespace emu::sesv2 {

void KinesisFirehoseDestination::describe(StructureShape<KinesisFirehoseDestination>& s) {
  s.member("IamRoleArn", &KinesisFirehoseDestination::iam_role_arn).required().at_least(1);
  s.member("DeliveryStreamArn", &KinesisFirehoseDestination::delivery_stream_arn)
      .required()
      .at_least(1);
}

void CloudWatchDimensionConfiguration::describe(
    StructureShape<CloudWatchDimensionConfiguration>& s) {
  s.member("DimensionName", &CloudWatchDimensionConfiguration::dimension_name).required();
  s.member("DimensionValueSource", &CloudWatchDimensionConfiguration::dimension_value_source)
      .required()
      .one_of({"MESSAGE_TAG", "EMAIL_HEADER", "LINK_TAG"});
  s.member("DefaultDimensionValue", &CloudWatchDimensionConfiguration::default_dimension_value)
      .required();
}

void CloudWatchDestination::describe(StructureShape<CloudWatchDestination>& s) {
  s.member("DimensionConfigurations", &CloudWatchDestination::dimension_configurations).required();
}

void SnsDestination::describe(StructureShape<SnsDestination>& s) {
  s.member("TopicArn", &SnsDestination::topic_arn).required().at_least(1);
}

void EventBridgeDestination::describe(StructureShape<EventBridgeDestination>& s) {
  s.member("EventBusArn", &EventBridgeDestination::event_bus_arn).required().at_least(1);
}

void PinpointDestination::describe(StructureShape<PinpointDestination>& s) {
  s.member("ApplicationArn", &PinpointDestination::application_arn).at_least(1);
}

void EventDestinationDefinition::describe(StructureShape<EventDestinationDefinition>& s) {
  s.member("Enabled", &EventDestinationDefinition::enabled);
  s.member("MatchingEventTypes", &EventDestinationDefinition::matching_event_types)
      .each({.values = {"SEND", "REJECT", "BOUNCE", "COMPLAINT", "DELIVERY", "OPEN", "CLICK",
                        "RENDERING_FAILURE", "DELIVERY_DELAY", "SUBSCRIPTION"}});
  s.member("KinesisFirehoseDestination", &EventDestinationDefinition::kinesis_firehose_destination);
  s.member("CloudWatchDestination", &EventDestinationDefinition::cloud_watch_destination);
  s.member("SnsDestination", &EventDestinationDefinition::sns_destination);
  s.member("EventBridgeDestination", &EventDestinationDefinition::event_bridge_destination);
  s.member("PinpointDestination", &EventDestinationDefinition::pinpoint_destination);
}

void CreateConfigurationSetEventDestination::describe(
    StructureShape<CreateConfigurationSetEventDestination>& s) {
  s.member("ConfigurationSetName", &CreateConfigurationSetEventDestination::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("EventDestinationName", &CreateConfigurationSetEventDestination::event_destination_name)
      .required();
  s.member("EventDestination", &CreateConfigurationSetEventDestination::event_destination)
      .required();
}

void EventDestination::describe(StructureShape<EventDestination>& s) {
  s.member("Name", &EventDestination::name);
  s.member("Enabled", &EventDestination::enabled);
  s.member("MatchingEventTypes", &EventDestination::matching_event_types);
  s.member("KinesisFirehoseDestination", &EventDestination::kinesis_firehose_destination);
  s.member("CloudWatchDestination", &EventDestination::cloud_watch_destination);
  s.member("SnsDestination", &EventDestination::sns_destination);
  s.member("EventBridgeDestination", &EventDestination::event_bridge_destination);
  s.member("PinpointDestination", &EventDestination::pinpoint_destination);
}

void GetConfigurationSetEventDestinationsResult::describe(
    StructureShape<GetConfigurationSetEventDestinationsResult>& s) {
  s.member("EventDestinations", &GetConfigurationSetEventDestinationsResult::event_destinations)
      .always();
}

void GetConfigurationSetEventDestinations::describe(
    StructureShape<GetConfigurationSetEventDestinations>& s) {
  s.member("ConfigurationSetName", &GetConfigurationSetEventDestinations::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
}

void UpdateConfigurationSetEventDestination::describe(
    StructureShape<UpdateConfigurationSetEventDestination>& s) {
  s.member("ConfigurationSetName", &UpdateConfigurationSetEventDestination::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("EventDestinationName", &UpdateConfigurationSetEventDestination::event_destination_name)
      .path("EventDestinationName")
      .required();
  s.member("EventDestination", &UpdateConfigurationSetEventDestination::event_destination)
      .required();
}

void DeleteConfigurationSetEventDestination::describe(
    StructureShape<DeleteConfigurationSetEventDestination>& s) {
  s.member("ConfigurationSetName", &DeleteConfigurationSetEventDestination::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("EventDestinationName", &DeleteConfigurationSetEventDestination::event_destination_name)
      .path("EventDestinationName")
      .required();
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED(sesv2::KinesisFirehoseDestination);
EMU_DESCRIBED(sesv2::CloudWatchDimensionConfiguration);
EMU_DESCRIBED(sesv2::CloudWatchDestination);
EMU_DESCRIBED(sesv2::SnsDestination);
EMU_DESCRIBED(sesv2::EventBridgeDestination);
EMU_DESCRIBED(sesv2::PinpointDestination);
EMU_DESCRIBED(sesv2::EventDestinationDefinition);
EMU_DESCRIBED_OPERATION(sesv2::CreateConfigurationSetEventDestination);
EMU_DESCRIBED(sesv2::EventDestination);
EMU_DESCRIBED(sesv2::GetConfigurationSetEventDestinationsResult);
EMU_DESCRIBED_OPERATION(sesv2::GetConfigurationSetEventDestinations);
EMU_DESCRIBED_OPERATION(sesv2::UpdateConfigurationSetEventDestination);
EMU_DESCRIBED_OPERATION(sesv2::DeleteConfigurationSetEventDestination);
}  // namespace emu
