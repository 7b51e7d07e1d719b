#include <emu/describe.h>
#include <emu/sns/topics.h>

namespace emu::sns {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required().range(1, 128);
  s.member("Value", &Tag::value).range(0, 256);
}

void CreateTopicResult::describe(StructureShape<CreateTopicResult>& s) {
  s.member("TopicArn", &CreateTopicResult::topic_arn);
}

void CreateTopic::describe(StructureShape<CreateTopic>& s) {
  s.member("Name", &CreateTopic::name).required();
  s.member("Attributes", &CreateTopic::attributes);
  s.member("Tags", &CreateTopic::tags);
  s.member("DataProtectionPolicy", &CreateTopic::data_protection_policy);
}

void DeleteTopic::describe(StructureShape<DeleteTopic>& s) {
  s.member("TopicArn", &DeleteTopic::topic_arn).required();
}

void GetTopicAttributesResult::describe(StructureShape<GetTopicAttributesResult>& s) {
  s.member("Attributes", &GetTopicAttributesResult::attributes);
}

void GetTopicAttributes::describe(StructureShape<GetTopicAttributes>& s) {
  s.member("TopicArn", &GetTopicAttributes::topic_arn).required();
}

void SetTopicAttributes::describe(StructureShape<SetTopicAttributes>& s) {
  s.member("TopicArn", &SetTopicAttributes::topic_arn).required();
  s.member("AttributeName", &SetTopicAttributes::attribute_name).required();
  s.member("AttributeValue", &SetTopicAttributes::attribute_value);
}

void Topic::describe(StructureShape<Topic>& s) { s.member("TopicArn", &Topic::topic_arn); }

void ListTopicsResult::describe(StructureShape<ListTopicsResult>& s) {
  s.member("Topics", &ListTopicsResult::topics).always();
  s.member("NextToken", &ListTopicsResult::next_token);
}

void ListTopics::describe(StructureShape<ListTopics>& s) {
  s.member("NextToken", &ListTopics::next_token);
}

void TagResourceResult::describe(StructureShape<TagResourceResult>&) {}

void TagResource::describe(StructureShape<TagResource>& s) {
  s.member("ResourceArn", &TagResource::resource_arn).required().range(1, 1011);
  s.member("Tags", &TagResource::tags).required();
}

void UntagResourceResult::describe(StructureShape<UntagResourceResult>&) {}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  s.member("ResourceArn", &UntagResource::resource_arn).required().range(1, 1011);
  s.member("TagKeys", &UntagResource::tag_keys).required().each({.min = 1, .max = 128});
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("Tags", &ListTagsForResourceResult::tags).always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  s.member("ResourceArn", &ListTagsForResource::resource_arn).required().range(1, 1011);
}

}  // namespace emu::sns

namespace emu {
EMU_DESCRIBED(sns::Tag);
EMU_DESCRIBED(sns::CreateTopicResult);
EMU_DESCRIBED_OPERATION(sns::CreateTopic);
EMU_DESCRIBED_OPERATION(sns::DeleteTopic);
EMU_DESCRIBED(sns::GetTopicAttributesResult);
EMU_DESCRIBED_OPERATION(sns::GetTopicAttributes);
EMU_DESCRIBED_OPERATION(sns::SetTopicAttributes);
EMU_DESCRIBED(sns::Topic);
EMU_DESCRIBED(sns::ListTopicsResult);
EMU_DESCRIBED_OPERATION(sns::ListTopics);
EMU_DESCRIBED(sns::TagResourceResult);
EMU_DESCRIBED_OPERATION(sns::TagResource);
EMU_DESCRIBED(sns::UntagResourceResult);
EMU_DESCRIBED_OPERATION(sns::UntagResource);
EMU_DESCRIBED(sns::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(sns::ListTagsForResource);
}  // namespace emu
