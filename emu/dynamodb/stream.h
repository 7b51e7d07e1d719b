// Stream: the changes of one table, in their order, for a day and within a bound of bytes.
//
//   stream.append({.key = key, .old_image = nullptr, .new_image = &item}, now);   // an insertion
//   for (auto record = stream.from(position, now); record != stream.end(); ++record) …
//
// Records of more than a day ago go when somebody appends or looks; the service's timer looks when
// nobody else does. Shards are spans of time that are worked out when somebody asks. Finding a
// record takes logarithmic time.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
#include <emu/time.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dynamodb/limits.h"
#include "dynamodb/sequence_number.h"
#include "dynamodb/stored_item.h"
#include "dynamodb/stored_settings.h"

namespace emu::dynamodb {

// A caller, or DynamoDB itself when an item's time to live had ended.
enum class ChangeCause : std::uint8_t { kCaller, kExpiry };

// A change of an item, before it is a record: what is not there is null.
struct ItemChange {
  StoredItem key;  // the attributes of the key alone
  const StoredItem* old_image;
  const StoredItem* new_image;
  ChangeCause cause = ChangeCause::kCaller;
};

struct ChangeRecord {
  SequenceNumber number;
  const char* event_name;  // one of dynamodbstreams::event_names
  ChangeCause cause;
  StoredItem key;
  std::optional<StoredItem> old_image;
  std::optional<StoredItem> new_image;

  // In DynamoDB's bytes.
  std::size_t size() const;
};

// A span of a stream. Its numbers are those from `begin` to before `end`.
struct StreamShard {
  std::string id;
  std::string parent_id;  // empty for the first
  SequenceNumber begin;
  SequenceNumber end;
  bool is_closed;
};

// What a stream is called, and what it records.
struct StreamIdentity {
  std::string arn;
  std::string label;
  std::string table_name;
  std::vector<KeySchemaElement> key_schema;
  std::string view_type;
};

class Stream {
 public:
  Stream(StreamIdentity identity, Time created, std::size_t bytes_max = kStreamStoredBytesMax)
      : identity_(std::move(identity)),
        created_(created),
        bytes_max_(bytes_max),
        last_(SequenceNumber::at(created)) {}

  const StreamIdentity& identity() const { return identity_; }
  Time created() const { return created_; }
  bool is_enabled() const { return !ended_; }

  // By which IAM decides who may read the stream; it stays when the stream or the table has ended.
  // Source: Amazon DynamoDB Developer Guide, "Attach a resource-based policy to a DynamoDB stream".
  std::optional<ResourcePolicySettings>& policy() { return policy_; }

  // Records a change, unless it changed nothing. The stream must be enabled.
  void append(ItemChange change, Time now);

  // Nothing is appended any more.
  void disable(Time now) { ended_ = now; }
  // Until when a disabled stream is there: for as long as its records are. Else Time::max().
  Time gone() const;

  // Those with records that could still be read, in their order.
  std::vector<StreamShard> shards(Time now) const;

  using Records = std::deque<ChangeRecord>;
  // The first record with that number or a greater one.
  Records::const_iterator from(SequenceNumber number, Time now);
  Records::const_iterator end() const { return records_.end(); }
  std::size_t count(Time now);

  // Lets go of the records that cannot be read any more.
  void trim(Time now);
  // When that will be so of the oldest; Time::max() when there is none.
  Time next_trim() const;

  // The least number that a record can have that can be read.
  SequenceNumber horizon(Time now);
  // What the next record will at least have.
  SequenceNumber next(Time now) const { return std::max(last_.next(), SequenceNumber::at(now)); }
  // Whether a record has gone that had that number or a greater one.
  bool is_trimmed(SequenceNumber number, Time now);

 private:
  void drop_oldest();

  StreamIdentity identity_;
  Time created_;
  std::size_t bytes_max_;
  std::size_t bytes_ = 0;
  std::optional<Time> ended_ = {};
  std::optional<ResourcePolicySettings> policy_ = {};
  SequenceNumber last_;                         // of a record, or the first one there could be
  std::optional<SequenceNumber> trimmed_ = {};  // the last that has gone
  Records records_ = {};
};

}  // namespace emu::dynamodb
