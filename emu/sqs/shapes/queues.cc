#include <emu/describe.h>
#include <emu/sqs/queues.h>

namespace emu::sqs {

void CreateQueueResult::describe(StructureShape<CreateQueueResult>& s) {
  s.member("QueueUrl", &CreateQueueResult::queue_url);
}

void CreateQueue::describe(StructureShape<CreateQueue>& s) {
  s.member("QueueName", &CreateQueue::queue_name).required();
  s.member("Attributes", &CreateQueue::attributes)
      .query_name("Attribute")
      .map_named("Name", "Value");
  s.member("tags", &CreateQueue::tags).query_name("Tag").map_named("Key", "Value");
}

void DeleteQueue::describe(StructureShape<DeleteQueue>& s) {
  s.member("QueueUrl", &DeleteQueue::queue_url).required();
}

void GetQueueUrlResult::describe(StructureShape<GetQueueUrlResult>& s) {
  s.member("QueueUrl", &GetQueueUrlResult::queue_url);
}

void GetQueueUrl::describe(StructureShape<GetQueueUrl>& s) {
  s.member("QueueName", &GetQueueUrl::queue_name).required();
  s.member("QueueOwnerAWSAccountId", &GetQueueUrl::queue_owner_aws_account_id);
}

void ListQueuesResult::describe(StructureShape<ListQueuesResult>& s) {
  s.member("QueueUrls", &ListQueuesResult::queue_urls).query_name("QueueUrl");
  s.member("NextToken", &ListQueuesResult::next_token);
}

void ListQueues::describe(StructureShape<ListQueues>& s) {
  s.member("QueueNamePrefix", &ListQueues::queue_name_prefix);
  s.member("NextToken", &ListQueues::next_token);
  s.member("MaxResults", &ListQueues::max_results);
}

void GetQueueAttributesResult::describe(StructureShape<GetQueueAttributesResult>& s) {
  s.member("Attributes", &GetQueueAttributesResult::attributes)
      .query_name("Attribute")
      .map_named("Name", "Value");
}

void GetQueueAttributes::describe(StructureShape<GetQueueAttributes>& s) {
  s.member("QueueUrl", &GetQueueAttributes::queue_url).required();
  s.member("AttributeNames", &GetQueueAttributes::attribute_names).query_name("AttributeName");
}

void SetQueueAttributes::describe(StructureShape<SetQueueAttributes>& s) {
  s.member("QueueUrl", &SetQueueAttributes::queue_url).required();
  s.member("Attributes", &SetQueueAttributes::attributes)
      .query_name("Attribute")
      .map_named("Name", "Value")
      .required();
}

void PurgeQueue::describe(StructureShape<PurgeQueue>& s) {
  s.member("QueueUrl", &PurgeQueue::queue_url).required();
}

void ListDeadLetterSourceQueuesResult::describe(
    StructureShape<ListDeadLetterSourceQueuesResult>& s) {
  s.member("queueUrls", &ListDeadLetterSourceQueuesResult::queue_urls)
      .query_name("QueueUrl")
      .always();
  s.member("NextToken", &ListDeadLetterSourceQueuesResult::next_token);
}

void ListDeadLetterSourceQueues::describe(StructureShape<ListDeadLetterSourceQueues>& s) {
  s.member("QueueUrl", &ListDeadLetterSourceQueues::queue_url).required();
  s.member("NextToken", &ListDeadLetterSourceQueues::next_token);
  s.member("MaxResults", &ListDeadLetterSourceQueues::max_results);
}

void AddPermission::describe(StructureShape<AddPermission>& s) {
  s.member("QueueUrl", &AddPermission::queue_url).required();
  s.member("Label", &AddPermission::label).required();
  s.member("AWSAccountIds", &AddPermission::aws_account_ids).query_name("AWSAccountId").required();
  s.member("Actions", &AddPermission::actions).query_name("ActionName").required();
}

void RemovePermission::describe(StructureShape<RemovePermission>& s) {
  s.member("QueueUrl", &RemovePermission::queue_url).required();
  s.member("Label", &RemovePermission::label).required();
}

void TagQueue::describe(StructureShape<TagQueue>& s) {
  s.member("QueueUrl", &TagQueue::queue_url).required();
  s.member("Tags", &TagQueue::tags).query_name("Tag").map_named("Key", "Value").required();
}

void UntagQueue::describe(StructureShape<UntagQueue>& s) {
  s.member("QueueUrl", &UntagQueue::queue_url).required();
  s.member("TagKeys", &UntagQueue::tag_keys).query_name("TagKey").required();
}

void ListQueueTagsResult::describe(StructureShape<ListQueueTagsResult>& s) {
  s.member("Tags", &ListQueueTagsResult::tags).query_name("Tag").map_named("Key", "Value");
}

void ListQueueTags::describe(StructureShape<ListQueueTags>& s) {
  s.member("QueueUrl", &ListQueueTags::queue_url).required();
}

}  // namespace emu::sqs

namespace emu {
EMU_DESCRIBED(sqs::CreateQueueResult);
EMU_DESCRIBED_OPERATION(sqs::CreateQueue);
EMU_DESCRIBED_OPERATION(sqs::DeleteQueue);
EMU_DESCRIBED(sqs::GetQueueUrlResult);
EMU_DESCRIBED_OPERATION(sqs::GetQueueUrl);
EMU_DESCRIBED(sqs::ListQueuesResult);
EMU_DESCRIBED_OPERATION(sqs::ListQueues);
EMU_DESCRIBED(sqs::GetQueueAttributesResult);
EMU_DESCRIBED_OPERATION(sqs::GetQueueAttributes);
EMU_DESCRIBED_OPERATION(sqs::SetQueueAttributes);
EMU_DESCRIBED_OPERATION(sqs::PurgeQueue);
EMU_DESCRIBED(sqs::ListDeadLetterSourceQueuesResult);
EMU_DESCRIBED_OPERATION(sqs::ListDeadLetterSourceQueues);
EMU_DESCRIBED_OPERATION(sqs::AddPermission);
EMU_DESCRIBED_OPERATION(sqs::RemovePermission);
EMU_DESCRIBED_OPERATION(sqs::TagQueue);
EMU_DESCRIBED_OPERATION(sqs::UntagQueue);
EMU_DESCRIBED(sqs::ListQueueTagsResult);
EMU_DESCRIBED_OPERATION(sqs::ListQueueTags);
}  // namespace emu
