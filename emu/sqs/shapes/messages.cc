#include <emu/describe.h>
#include <emu/sqs/messages.h>

namespace emu::sqs {

void MessageAttributeValue::describe(StructureShape<MessageAttributeValue>& s) {
  s.member("StringValue", &MessageAttributeValue::string_value);
  s.member("BinaryValue", &MessageAttributeValue::binary_value);
  s.member("StringListValues", &MessageAttributeValue::string_list_values)
      .query_name("StringListValue");
  s.member("BinaryListValues", &MessageAttributeValue::binary_list_values)
      .query_name("BinaryListValue");
  s.member("DataType", &MessageAttributeValue::data_type);
}

void SendMessageResult::describe(StructureShape<SendMessageResult>& s) {
  s.member("MD5OfMessageBody", &SendMessageResult::md5_of_message_body);
  s.member("MD5OfMessageAttributes", &SendMessageResult::md5_of_message_attributes);
  s.member("MD5OfMessageSystemAttributes", &SendMessageResult::md5_of_message_system_attributes);
  s.member("MessageId", &SendMessageResult::message_id);
  s.member("SequenceNumber", &SendMessageResult::sequence_number);
}

void SendMessage::describe(StructureShape<SendMessage>& s) {
  s.member("QueueUrl", &SendMessage::queue_url).required();
  s.member("MessageBody", &SendMessage::message_body).required();
  s.member("DelaySeconds", &SendMessage::delay_seconds);
  s.member("MessageAttributes", &SendMessage::message_attributes)
      .query_name("MessageAttribute")
      .map_named("Name", "Value");
  s.member("MessageSystemAttributes", &SendMessage::message_system_attributes)
      .query_name("MessageSystemAttribute")
      .map_named("Name", "Value");
  s.member("MessageDeduplicationId", &SendMessage::message_deduplication_id);
  s.member("MessageGroupId", &SendMessage::message_group_id);
}

void BatchResultErrorEntry::describe(StructureShape<BatchResultErrorEntry>& s) {
  s.member("Id", &BatchResultErrorEntry::id).required();
  s.member("SenderFault", &BatchResultErrorEntry::sender_fault).required();
  s.member("Code", &BatchResultErrorEntry::code).required();
  s.member("Message", &BatchResultErrorEntry::message);
}

void SendMessageBatchRequestEntry::describe(StructureShape<SendMessageBatchRequestEntry>& s) {
  using Entry = SendMessageBatchRequestEntry;
  s.member("Id", &Entry::id).required();
  s.member("MessageBody", &Entry::message_body).required();
  s.member("DelaySeconds", &Entry::delay_seconds);
  s.member("MessageAttributes", &Entry::message_attributes)
      .query_name("MessageAttribute")
      .map_named("Name", "Value");
  s.member("MessageSystemAttributes", &Entry::message_system_attributes)
      .query_name("MessageSystemAttribute")
      .map_named("Name", "Value");
  s.member("MessageDeduplicationId", &Entry::message_deduplication_id);
  s.member("MessageGroupId", &Entry::message_group_id);
}

void SendMessageBatchResultEntry::describe(StructureShape<SendMessageBatchResultEntry>& s) {
  using Entry = SendMessageBatchResultEntry;
  s.member("Id", &Entry::id).required();
  s.member("MessageId", &Entry::message_id).required();
  s.member("MD5OfMessageBody", &Entry::md5_of_message_body).required();
  s.member("MD5OfMessageAttributes", &Entry::md5_of_message_attributes);
  s.member("MD5OfMessageSystemAttributes", &Entry::md5_of_message_system_attributes);
  s.member("SequenceNumber", &Entry::sequence_number);
}

void SendMessageBatchResult::describe(StructureShape<SendMessageBatchResult>& s) {
  s.member("Successful", &SendMessageBatchResult::successful)
      .query_name("SendMessageBatchResultEntry");
  s.member("Failed", &SendMessageBatchResult::failed).query_name("BatchResultErrorEntry");
}

void SendMessageBatch::describe(StructureShape<SendMessageBatch>& s) {
  s.member("QueueUrl", &SendMessageBatch::queue_url).required();
  s.member("Entries", &SendMessageBatch::entries)
      .query_name("SendMessageBatchRequestEntry")
      .required();
}

void Message::describe(StructureShape<Message>& s) {
  s.member("MessageId", &Message::message_id);
  s.member("ReceiptHandle", &Message::receipt_handle);
  s.member("MD5OfBody", &Message::md5_of_body);
  s.member("Body", &Message::body);
  s.member("Attributes", &Message::attributes).query_name("Attribute").map_named("Name", "Value");
  s.member("MD5OfMessageAttributes", &Message::md5_of_message_attributes);
  s.member("MessageAttributes", &Message::message_attributes)
      .query_name("MessageAttribute")
      .map_named("Name", "Value");
}

void ReceiveMessageResult::describe(StructureShape<ReceiveMessageResult>& s) {
  s.member("Messages", &ReceiveMessageResult::messages).query_name("Message");
}

void ReceiveMessage::describe(StructureShape<ReceiveMessage>& s) {
  s.member("QueueUrl", &ReceiveMessage::queue_url).required();
  s.member("AttributeNames", &ReceiveMessage::attribute_names).query_name("AttributeName");
  s.member("MessageSystemAttributeNames", &ReceiveMessage::message_system_attribute_names)
      .query_name("MessageSystemAttributeName");
  s.member("MessageAttributeNames", &ReceiveMessage::message_attribute_names)
      .query_name("MessageAttributeName");
  s.member("MaxNumberOfMessages", &ReceiveMessage::max_number_of_messages);
  s.member("VisibilityTimeout", &ReceiveMessage::visibility_timeout);
  s.member("WaitTimeSeconds", &ReceiveMessage::wait_time_seconds);
  s.member("ReceiveRequestAttemptId", &ReceiveMessage::receive_request_attempt_id);
}

void DeleteMessage::describe(StructureShape<DeleteMessage>& s) {
  s.member("QueueUrl", &DeleteMessage::queue_url).required();
  s.member("ReceiptHandle", &DeleteMessage::receipt_handle).required();
}

void DeleteMessageBatchRequestEntry::describe(StructureShape<DeleteMessageBatchRequestEntry>& s) {
  s.member("Id", &DeleteMessageBatchRequestEntry::id).required();
  s.member("ReceiptHandle", &DeleteMessageBatchRequestEntry::receipt_handle).required();
}

void DeleteMessageBatchResultEntry::describe(StructureShape<DeleteMessageBatchResultEntry>& s) {
  s.member("Id", &DeleteMessageBatchResultEntry::id).required();
}

void DeleteMessageBatchResult::describe(StructureShape<DeleteMessageBatchResult>& s) {
  s.member("Successful", &DeleteMessageBatchResult::successful)
      .query_name("DeleteMessageBatchResultEntry");
  s.member("Failed", &DeleteMessageBatchResult::failed).query_name("BatchResultErrorEntry");
}

void DeleteMessageBatch::describe(StructureShape<DeleteMessageBatch>& s) {
  s.member("QueueUrl", &DeleteMessageBatch::queue_url).required();
  s.member("Entries", &DeleteMessageBatch::entries)
      .query_name("DeleteMessageBatchRequestEntry")
      .required();
}

void ChangeMessageVisibility::describe(StructureShape<ChangeMessageVisibility>& s) {
  s.member("QueueUrl", &ChangeMessageVisibility::queue_url).required();
  s.member("ReceiptHandle", &ChangeMessageVisibility::receipt_handle).required();
  s.member("VisibilityTimeout", &ChangeMessageVisibility::visibility_timeout).required();
}

void ChangeMessageVisibilityBatchRequestEntry::describe(
    StructureShape<ChangeMessageVisibilityBatchRequestEntry>& s) {
  using Entry = ChangeMessageVisibilityBatchRequestEntry;
  s.member("Id", &Entry::id).required();
  s.member("ReceiptHandle", &Entry::receipt_handle).required();
  s.member("VisibilityTimeout", &Entry::visibility_timeout);
}

void ChangeMessageVisibilityBatchResultEntry::describe(
    StructureShape<ChangeMessageVisibilityBatchResultEntry>& s) {
  s.member("Id", &ChangeMessageVisibilityBatchResultEntry::id).required();
}

void ChangeMessageVisibilityBatchResult::describe(
    StructureShape<ChangeMessageVisibilityBatchResult>& s) {
  s.member("Successful", &ChangeMessageVisibilityBatchResult::successful)
      .query_name("ChangeMessageVisibilityBatchResultEntry");
  s.member("Failed", &ChangeMessageVisibilityBatchResult::failed)
      .query_name("BatchResultErrorEntry");
}

void ChangeMessageVisibilityBatch::describe(StructureShape<ChangeMessageVisibilityBatch>& s) {
  s.member("QueueUrl", &ChangeMessageVisibilityBatch::queue_url).required();
  s.member("Entries", &ChangeMessageVisibilityBatch::entries)
      .query_name("ChangeMessageVisibilityBatchRequestEntry")
      .required();
}

}  // namespace emu::sqs

namespace emu {
EMU_DESCRIBED(sqs::MessageAttributeValue);
EMU_DESCRIBED(sqs::SendMessageResult);
EMU_DESCRIBED_OPERATION(sqs::SendMessage);
EMU_DESCRIBED(sqs::BatchResultErrorEntry);
EMU_DESCRIBED(sqs::SendMessageBatchRequestEntry);
EMU_DESCRIBED(sqs::SendMessageBatchResultEntry);
EMU_DESCRIBED(sqs::SendMessageBatchResult);
EMU_DESCRIBED_OPERATION(sqs::SendMessageBatch);
EMU_DESCRIBED(sqs::Message);
EMU_DESCRIBED(sqs::ReceiveMessageResult);
EMU_DESCRIBED_OPERATION(sqs::ReceiveMessage);
EMU_DESCRIBED_OPERATION(sqs::DeleteMessage);
EMU_DESCRIBED(sqs::DeleteMessageBatchRequestEntry);
EMU_DESCRIBED(sqs::DeleteMessageBatchResultEntry);
EMU_DESCRIBED(sqs::DeleteMessageBatchResult);
EMU_DESCRIBED_OPERATION(sqs::DeleteMessageBatch);
EMU_DESCRIBED_OPERATION(sqs::ChangeMessageVisibility);
EMU_DESCRIBED(sqs::ChangeMessageVisibilityBatchRequestEntry);
EMU_DESCRIBED(sqs::ChangeMessageVisibilityBatchResultEntry);
EMU_DESCRIBED(sqs::ChangeMessageVisibilityBatchResult);
EMU_DESCRIBED_OPERATION(sqs::ChangeMessageVisibilityBatch);
}  // namespace emu
