// Publishing to topics, devices and phones. Include <emu/sns.h>.
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sns {

// Types are String, String.Array (JSON), Number and Binary.
struct MessageAttributeValue {
  std::string data_type;
  std::optional<std::string> string_value = {};
  Blob binary_value = {};
  static void describe(StructureShape<MessageAttributeValue>& s);
};

struct PublishResult {
  std::string message_id = {};
  std::string sequence_number = {};
  static void describe(StructureShape<PublishResult>& s);
};

// To one of a topic, an endpoint of a device and a phone number. A message has up to 256 KiB,
// attributes included. `message_structure` "json" gives each protocol a text of its own. Fails with
// ParameterValueInvalid for attributes that are not valid, and with EndpointDisabled.
struct Publish {
  static constexpr OperationName kOperation{"sns", "Publish"};
  using Result = PublishResult;
  std::optional<std::string> topic_arn = {};
  std::optional<std::string> target_arn = {};
  std::optional<std::string> phone_number = {};
  std::optional<std::string> message;  // required
  std::optional<std::string> subject = {};
  std::optional<std::string> message_structure = {};
  std::map<std::string, MessageAttributeValue> message_attributes = {};
  std::optional<std::string> message_deduplication_id = {};
  std::optional<std::string> message_group_id = {};
  static void describe(StructureShape<Publish>& s);
};

struct PublishBatchRequestEntry {
  std::string id;
  std::optional<std::string> message;  // required
  std::optional<std::string> subject = {};
  std::optional<std::string> message_structure = {};
  std::map<std::string, MessageAttributeValue> message_attributes = {};
  std::optional<std::string> message_deduplication_id = {};
  std::optional<std::string> message_group_id = {};
  static void describe(StructureShape<PublishBatchRequestEntry>& s);
};

struct PublishBatchResultEntry {
  std::string id = {};
  std::string message_id = {};
  std::string sequence_number = {};
  static void describe(StructureShape<PublishBatchResultEntry>& s);
};

struct BatchResultErrorEntry {
  std::string id = {};
  std::string code = {};
  std::string message = {};
  std::optional<bool> sender_fault = {};
  static void describe(StructureShape<BatchResultErrorEntry>& s);
};

struct PublishBatchResult {
  std::vector<PublishBatchResultEntry> successful = {};
  std::vector<BatchResultErrorEntry> failed = {};
  static void describe(StructureShape<PublishBatchResult>& s);
};

// Up to 10 messages with 256 KiB in all. Each succeeds or fails by itself. Fails with
// EmptyBatchRequest, TooManyEntriesInBatchRequest, BatchEntryIdsNotDistinct, InvalidBatchEntryId
// and BatchRequestTooLong.
struct PublishBatch {
  static constexpr OperationName kOperation{"sns", "PublishBatch"};
  using Result = PublishBatchResult;
  std::string topic_arn;
  std::vector<PublishBatchRequestEntry> publish_batch_request_entries;
  static void describe(StructureShape<PublishBatch>& s);
};

}  // namespace emu::sns
