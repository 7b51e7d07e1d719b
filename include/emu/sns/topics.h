// Topics of SNS: their attributes and tags. Include <emu/sns.h>.
#pragma once

#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sns {

struct Tag {
  std::string key;
  std::string value;
  static void describe(StructureShape<Tag>& s);
};

struct CreateTopicResult {
  std::string topic_arn = {};
  static void describe(StructureShape<CreateTopicResult>& s);
};

// Gives the topic that there is when its attributes and tags are those that are asked for, and
// fails with InvalidParameter when one differs. A FIFO topic has the attribute FifoTopic and a name
// that ends in ".fifo". Names have 1 to 256 letters, digits, hyphens and underscores. Fails with
// TopicLimitExceeded and TagLimitExceeded.
struct CreateTopic {
  static constexpr OperationName kOperation{"sns", "CreateTopic"};
  using Result = CreateTopicResult;
  std::optional<std::string> name;  // required
  std::map<std::string, std::string> attributes = {};
  std::vector<Tag> tags = {};
  std::optional<std::string> data_protection_policy = {};
  static void describe(StructureShape<CreateTopic>& s);
};

// With its subscriptions. Succeeds when there is no such topic.
struct DeleteTopic {
  static constexpr OperationName kOperation{"sns", "DeleteTopic"};
  using Result = Nothing;
  std::string topic_arn;
  static void describe(StructureShape<DeleteTopic>& s);
};

struct GetTopicAttributesResult {
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<GetTopicAttributesResult>& s);
};

// Also how many subscriptions there are, whom the policy allows what, and how deliveries to HTTP
// endpoints are tried again.
struct GetTopicAttributes {
  static constexpr OperationName kOperation{"sns", "GetTopicAttributes"};
  using Result = GetTopicAttributesResult;
  std::string topic_arn;
  static void describe(StructureShape<GetTopicAttributes>& s);
};

// An empty value takes most attributes back to their default.
struct SetTopicAttributes {
  static constexpr OperationName kOperation{"sns", "SetTopicAttributes"};
  using Result = Nothing;
  std::string topic_arn;
  std::string attribute_name;
  std::optional<std::string> attribute_value = {};
  static void describe(StructureShape<SetTopicAttributes>& s);
};

struct Topic {
  std::string topic_arn = {};
  static void describe(StructureShape<Topic>& s);
};

struct ListTopicsResult {
  std::vector<Topic> topics = {};
  std::string next_token = {};
  static void describe(StructureShape<ListTopicsResult>& s);
};

// 100 at a time, in the order of their names.
struct ListTopics {
  static constexpr OperationName kOperation{"sns", "ListTopics"};
  using Result = ListTopicsResult;
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListTopics>& s);
};

// Without members, and yet a result: the Query protocol writes it as an empty element.
struct TagResourceResult {
  static void describe(StructureShape<TagResourceResult>& s);
};

// A topic has up to 50 tags. Fails with ResourceNotFound and TagLimitExceeded, as do the other two.
struct TagResource {
  static constexpr OperationName kOperation{"sns", "TagResource"};
  using Result = TagResourceResult;
  std::string resource_arn;
  std::vector<Tag> tags;
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResourceResult {
  static void describe(StructureShape<UntagResourceResult>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"sns", "UntagResource"};
  using Result = UntagResourceResult;
  std::string resource_arn;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsForResourceResult {
  std::vector<Tag> tags = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s);
};

struct ListTagsForResource {
  static constexpr OperationName kOperation{"sns", "ListTagsForResource"};
  using Result = ListTagsForResourceResult;
  std::string resource_arn;
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::sns
