// Values that texts of DynamoDB Streams take, for those who want a compiler to read them.
#pragma once

namespace emu::dynamodbstreams {

// Record::event_name.
namespace event_names {
inline constexpr const char* kInsert = "INSERT";
inline constexpr const char* kModify = "MODIFY";
inline constexpr const char* kRemove = "REMOVE";
}  // namespace event_names

// GetShardIterator::shard_iterator_type.
namespace shard_iterator_types {
inline constexpr const char* kTrimHorizon = "TRIM_HORIZON";
inline constexpr const char* kLatest = "LATEST";
inline constexpr const char* kAtSequenceNumber = "AT_SEQUENCE_NUMBER";
inline constexpr const char* kAfterSequenceNumber = "AFTER_SEQUENCE_NUMBER";
}  // namespace shard_iterator_types

// StreamDescription::stream_status.
namespace stream_statuses {
inline constexpr const char* kEnabled = "ENABLED";
inline constexpr const char* kDisabled = "DISABLED";
}  // namespace stream_statuses

// What a record holds of the item beside its key: StreamSpecification::stream_view_type.
namespace stream_view_types {
inline constexpr const char* kKeysOnly = "KEYS_ONLY";
inline constexpr const char* kNewImage = "NEW_IMAGE";
inline constexpr const char* kOldImage = "OLD_IMAGE";
inline constexpr const char* kNewAndOldImages = "NEW_AND_OLD_IMAGES";
}  // namespace stream_view_types

}  // namespace emu::dynamodbstreams
