// DynamoDB's numbers. Source: Amazon DynamoDB Developer Guide, "Quotas in Amazon DynamoDB" and
// "Constraints in Amazon DynamoDB".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::dynamodb {

inline constexpr std::size_t kItemBytesMax = std::size_t{400} * 1024;
inline constexpr std::size_t kHashKeyBytesMax = 2048;
inline constexpr std::size_t kRangeKeyBytesMax = 1024;
inline constexpr std::size_t kAttributeNameBytesMax = 65535;
// Of a value inside maps and lists: an attribute's own is the first.
inline constexpr std::size_t kNestingMax = 32;

inline constexpr std::size_t kPlaceholderBytesMax = 255;
inline constexpr std::size_t kExpressionBytesMax = 4096;
inline constexpr std::size_t kExpressionOperatorsMax = 300;
inline constexpr std::size_t kInOperandsMax = 100;
// Of a hash key that a SELECT lists. Source: "PartiQL arithmetic, comparison, and logical operators
// for DynamoDB".
inline constexpr std::size_t kHashValuesMax = 50;
// Function calls inside each other. AWS does not document its own bound.
inline constexpr std::size_t kExpressionNestingMax = 64;
// Parsed expressions kept for the next call with the same text.
inline constexpr std::size_t kExpressionsKept = 256;

// Secondary indexes of a table, and the attributes that they may have together beside their keys.
inline constexpr std::size_t kGlobalIndexesMax = 20;
inline constexpr std::size_t kLocalIndexesMax = 5;
inline constexpr std::size_t kProjectedAttributesMax = 100;
// Hash attributes of a global index, and range attributes. Source: "Multi-attribute keys pattern".
inline constexpr std::size_t kIndexKeyPartsMax = 4;
// Of the items with one hash key, in the table and its local indexes.
inline constexpr std::size_t kGigabyte = std::size_t{1024} * 1024 * 1024;
inline constexpr std::size_t kItemCollectionBytesMax = 10 * kGigabyte;

// Characters of the name of a table or index.
inline constexpr std::size_t kNameMin = 3;
inline constexpr std::size_t kNameMax = 255;

// Of all items of a transaction together.
inline constexpr std::size_t kTransactionBytesMax = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t kTransactionActionsMax = 100;
static_assert(kTransactionActionsMax < kExpressionsKept,
              "the expressions of a transaction are kept until all have been read");
inline constexpr std::chrono::minutes kTokenLife{10};
// Tokens kept of one account and region, the oldest dropped first: more than AWS would take in ten
// minutes from most, and a bound for memory.
inline constexpr std::size_t kTokensMax = 65536;

inline constexpr std::size_t kTablesMax = 2500;
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::size_t kTagsPage = 10;
inline constexpr std::int32_t kListTablesLimit = 100;
inline constexpr std::int32_t kListGlobalTablesLimit = 100;
inline constexpr std::int32_t kListContributorInsightsLimit = 100;
inline constexpr std::int32_t kListBackupsLimit = 100;
inline constexpr std::int64_t kThroughputMax = 1'000'000'000'000;

// What auto scaling may track. Source: Amazon DynamoDB API Reference,
// "AutoScalingTargetTrackingScalingPolicyConfigurationUpdate".
inline constexpr double kTargetValueMin = 8.515920e-109;
inline constexpr double kTargetValueMax = 1.174271e+108;

// For how long unused throughput is kept.
inline constexpr std::chrono::minutes kBurst{5};
// What a new table on demand takes at once.
inline constexpr std::int64_t kOnDemandReadUnits = 12'000;
inline constexpr std::int64_t kOnDemandWriteUnits = 4'000;
// Of an account and region, and of a table, by default.
inline constexpr std::int64_t kAccountCapacityUnits = 80'000;
inline constexpr std::int64_t kTableCapacityUnits = 40'000;

// Destinations that a table remembers, those that are disabled among them. The bound is ours.
inline constexpr std::size_t kKinesisDestinationsMax = 10;

inline constexpr std::size_t kPolicyBytesMax = std::size_t{20} * 1024;

// How often the specification of time to live may change.
inline constexpr std::chrono::hours kTimeToLiveChange{1};
inline constexpr std::int32_t kRecoveryDays = 35;
// What a table keeps to be restored to points in time. The bound is ours.
inline constexpr std::size_t kChangeLogBytesMax = std::size_t{256} * 1024 * 1024;
// How far the latest time that a table can be restored to is behind the clock.
inline constexpr std::chrono::minutes kRestorableLag{5};

inline constexpr std::size_t kBatchGetMax = 100;
inline constexpr std::size_t kBatchWriteMax = 25;
// What one BatchGetItem answers, in bytes of items: 52 of 300 KB, as "BatchGetItem" counts.
inline constexpr std::size_t kBatchBytesMax = 16'000'000;

// What one Query or Scan looks at, in bytes of items.
inline constexpr std::size_t kPageBytesMax = std::size_t{1024} * 1024;

inline constexpr std::size_t kReadUnitBytes = 4096;
inline constexpr std::size_t kWriteUnitBytes = 1024;

// Time to live. Source: the page "Using time to live (TTL) in DynamoDB".
inline constexpr std::chrono::years kExpiryAgeMax{5};

// Streams. Sources: the page "Change data capture for DynamoDB Streams"; Amazon DynamoDB Streams
// API Reference, "GetRecords", "GetShardIterator", "DescribeStream", "ListStreams". How long a
// shard is open is known from what clients report.
inline constexpr std::chrono::hours kStreamRetention{24};
// What a stream keeps. The bound is ours.
inline constexpr std::size_t kStreamStoredBytesMax = std::size_t{256} * 1024 * 1024;
// Streams of an account and region that have ended and can still be read. The bound is ours.
inline constexpr std::size_t kEndedStreamsMax = 10'000;
// Changes that nobody can read any more are let go of at least so often.
inline constexpr std::chrono::hours kForgettingInterval{1};
inline constexpr std::chrono::hours kShardLifetime{4};
inline constexpr std::chrono::minutes kShardIteratorLifetime{15};
inline constexpr std::size_t kStreamRecordsMax = 1000;
inline constexpr std::size_t kStreamBytesMax = std::size_t{1024} * 1024;
inline constexpr std::size_t kStreamsPage = 100;
inline constexpr std::size_t kShardsPage = 100;

}  // namespace emu::dynamodb
