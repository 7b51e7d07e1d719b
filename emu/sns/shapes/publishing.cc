#include <emu/describe.h>
#include <emu/sns/publishing.h>

namespace emu::sns {

void MessageAttributeValue::describe(StructureShape<MessageAttributeValue>& s) {
  s.member("DataType", &MessageAttributeValue::data_type);
  s.member("StringValue", &MessageAttributeValue::string_value);
  s.member("BinaryValue", &MessageAttributeValue::binary_value);
}

void PublishResult::describe(StructureShape<PublishResult>& s) {
  s.member("MessageId", &PublishResult::message_id);
  s.member("SequenceNumber", &PublishResult::sequence_number);
}

void Publish::describe(StructureShape<Publish>& s) {
  s.member("TopicArn", &Publish::topic_arn);
  s.member("TargetArn", &Publish::target_arn);
  s.member("PhoneNumber", &Publish::phone_number);
  s.member("Message", &Publish::message).required();
  s.member("Subject", &Publish::subject);
  s.member("MessageStructure", &Publish::message_structure);
  s.member("MessageAttributes", &Publish::message_attributes).map_named("Name", "Value");
  s.member("MessageDeduplicationId", &Publish::message_deduplication_id);
  s.member("MessageGroupId", &Publish::message_group_id);
}

void PublishBatchRequestEntry::describe(StructureShape<PublishBatchRequestEntry>& s) {
  s.member("Id", &PublishBatchRequestEntry::id).required();
  s.member("Message", &PublishBatchRequestEntry::message).required();
  s.member("Subject", &PublishBatchRequestEntry::subject);
  s.member("MessageStructure", &PublishBatchRequestEntry::message_structure);
  s.member("MessageAttributes", &PublishBatchRequestEntry::message_attributes)
      .map_named("Name", "Value");
  s.member("MessageDeduplicationId", &PublishBatchRequestEntry::message_deduplication_id);
  s.member("MessageGroupId", &PublishBatchRequestEntry::message_group_id);
}

void PublishBatchResultEntry::describe(StructureShape<PublishBatchResultEntry>& s) {
  s.member("Id", &PublishBatchResultEntry::id);
  s.member("MessageId", &PublishBatchResultEntry::message_id);
  s.member("SequenceNumber", &PublishBatchResultEntry::sequence_number);
}

void BatchResultErrorEntry::describe(StructureShape<BatchResultErrorEntry>& s) {
  s.member("Id", &BatchResultErrorEntry::id);
  s.member("Code", &BatchResultErrorEntry::code);
  s.member("Message", &BatchResultErrorEntry::message);
  s.member("SenderFault", &BatchResultErrorEntry::sender_fault);
}

void PublishBatchResult::describe(StructureShape<PublishBatchResult>& s) {
  s.member("Successful", &PublishBatchResult::successful).always();
  s.member("Failed", &PublishBatchResult::failed).always();
}

void PublishBatch::describe(StructureShape<PublishBatch>& s) {
  s.member("TopicArn", &PublishBatch::topic_arn).required();
  s.member("PublishBatchRequestEntries", &PublishBatch::publish_batch_request_entries).required();
}

}  // namespace emu::sns

namespace emu {
EMU_DESCRIBED(sns::MessageAttributeValue);
EMU_DESCRIBED(sns::PublishResult);
EMU_DESCRIBED_OPERATION(sns::Publish);
EMU_DESCRIBED(sns::PublishBatchRequestEntry);
EMU_DESCRIBED(sns::PublishBatchResultEntry);
EMU_DESCRIBED(sns::BatchResultErrorEntry);
EMU_DESCRIBED(sns::PublishBatchResult);
EMU_DESCRIBED_OPERATION(sns::PublishBatch);
}  // namespace emu
