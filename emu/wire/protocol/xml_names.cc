#include "wire/protocol/xml_names.h"

#include <emu/describe.h>

#include <array>

namespace emu::wire {

namespace {

struct SqsName {
  std::string_view member;
  std::string_view name;
  std::string_view key = {};  // of a map
  std::string_view value = {};
  std::string_view operation = {};  // only in this one
};

constexpr std::array<SqsName, 24> kSqsNames = {{
    {"AWSAccountIds", "AWSAccountId"},
    {"Actions", "ActionName"},
    {"AttributeNames", "AttributeName"},
    {"Attributes", "Attribute", "Name", "Value"},
    {"BinaryListValues", "BinaryListValue"},
    {"Entries", "ChangeMessageVisibilityBatchRequestEntry", {}, {}, "ChangeMessageVisibilityBatch"},
    {"Entries", "DeleteMessageBatchRequestEntry", {}, {}, "DeleteMessageBatch"},
    {"Entries", "SendMessageBatchRequestEntry", {}, {}, "SendMessageBatch"},
    {"Failed", "BatchResultErrorEntry"},
    {"MessageAttributeNames", "MessageAttributeName"},
    {"MessageAttributes", "MessageAttribute", "Name", "Value"},
    {"MessageSystemAttributeNames", "MessageSystemAttributeName"},
    {"MessageSystemAttributes", "MessageSystemAttribute", "Name", "Value"},
    {"Messages", "Message"},
    {"QueueUrls", "QueueUrl"},
    {"Results", "ListMessageMoveTasksResultEntry"},
    {"StringListValues", "StringListValue"},
    {"Successful",
     "ChangeMessageVisibilityBatchResultEntry",
     {},
     {},
     "ChangeMessageVisibilityBatch"},
    {"Successful", "DeleteMessageBatchResultEntry", {}, {}, "DeleteMessageBatch"},
    {"Successful", "SendMessageBatchResultEntry", {}, {}, "SendMessageBatch"},
    {"TagKeys", "TagKey"},
    {"Tags", "Tag", "Key", "Value"},
    {"queueUrls", "QueueUrl"},
    {"tags", "Tag", "Key", "Value"},
}};

XmlField sqs_field(const Operation& op, const Member& member) {
  for (const SqsName& row : kSqsNames) {
    if (row.member == member.name && (row.operation.empty() || row.operation == op.name.name)) {
      return {
          .name = row.name, .entry = {}, .is_flattened = true, .key = row.key, .value = row.value};
    }
  }
  return {.name = member.wire_name, .entry = {}, .is_flattened = true};
}

}  // namespace

XmlField xml_field(const Operation& op, const Member& member) {
  const bool is_container = member.shape().kind == Kind::kList || member.shape().kind == Kind::kMap;
  if (is_container && op.name.service == "sqs") return sqs_field(op, member);
  return {.name = member.wire_name,
          .entry = member.element_name.empty() ? member.shape().element_name : member.element_name,
          .is_flattened = member.is_flattened};
}

}  // namespace emu::wire
