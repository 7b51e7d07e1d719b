#include "dynamodb/stream.h"

#include <emu/dynamodbstreams/values.h>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/assert.h"
#include "core/hash/hash.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

namespace names = dynamodbstreams::event_names;
namespace views = dynamodbstreams::stream_view_types;

const char* event_name(const ItemChange& change) {
  if (change.old_image == nullptr) return names::kInsert;
  return change.new_image == nullptr ? names::kRemove : names::kModify;
}

// Source: Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams": an operation
// that changes no data writes no record.
bool changes_nothing(const ItemChange& change) {
  if (change.old_image == nullptr || change.new_image == nullptr) {
    return change.old_image == change.new_image;
  }
  return *change.old_image == *change.new_image;
}

bool shows_old_image(std::string_view view) {
  return view == views::kOldImage || view == views::kNewAndOldImages;
}

bool shows_new_image(std::string_view view) {
  return view == views::kNewImage || view == views::kNewAndOldImages;
}

std::optional<StoredItem> image(const StoredItem* item, bool is_shown) {
  if (item == nullptr || !is_shown) return std::nullopt;
  return *item;
}

// "shardId-00000001767225600000-1f3870be", as AWS forms them: milliseconds and a hash.
std::string shard_id(std::string_view stream_arn, Time begin) {
  const std::string millis = fmt::format("{:020}", epoch_millis(begin));
  const std::string hash = md5_hex(fmt::format("{}{}", stream_arn, millis));
  return fmt::format("shardId-{}-{}", millis, std::string_view(hash).substr(0, 8));
}

// What a record takes beside its items, about.
constexpr std::size_t kRecordBytes = 128;

std::size_t stored_bytes(const ChangeRecord& record) { return kRecordBytes + record.size(); }

}  // namespace

std::size_t ChangeRecord::size() const {
  return key.size() + (old_image ? old_image->size() : 0) + (new_image ? new_image->size() : 0);
}

void Stream::append(ItemChange change, Time now) {
  EMU_ASSERT(is_enabled(), "a stream that has ended takes no records");
  if (changes_nothing(change)) return;
  trim(now);
  last_ = next(now);
  records_.push_back({.number = last_,
                      .event_name = event_name(change),
                      .cause = change.cause,
                      .key = std::move(change.key),
                      .old_image = image(change.old_image, shows_old_image(identity_.view_type)),
                      .new_image = image(change.new_image, shows_new_image(identity_.view_type))});
  bytes_ += stored_bytes(records_.back());
  while (bytes_ > bytes_max_) drop_oldest();
}

Time Stream::gone() const { return ended_ ? *ended_ + kStreamRetention : Time::max(); }

std::vector<StreamShard> Stream::shards(Time now) const {
  const Time until = ended_.value_or(now);
  const Time oldest = now - kStreamRetention;
  std::vector<StreamShard> shards;
  std::int64_t index = oldest < created_ ? 0 : (oldest - created_) / kShardLifetime;
  for (; created_ + index * kShardLifetime <= until; ++index) {
    const Time begin = created_ + index * kShardLifetime;
    const Time end = begin + kShardLifetime;
    const bool ends_early = ended_ && *ended_ < end;
    shards.push_back(
        {.id = shard_id(identity_.arn, begin),
         .parent_id = index == 0 ? "" : shard_id(identity_.arn, begin - kShardLifetime),
         .begin = SequenceNumber::at(begin),
         .end = SequenceNumber::at(ends_early ? *ended_ + Duration(1) : end),
         .is_closed = ends_early || end <= now});
  }
  return shards;
}

Stream::Records::const_iterator Stream::from(SequenceNumber number, Time now) {
  trim(now);
  return std::lower_bound(
      records_.begin(), records_.end(), number,
      [](const ChangeRecord& record, SequenceNumber at) { return record.number < at; });
}

std::size_t Stream::count(Time now) {
  trim(now);
  return records_.size();
}

bool Stream::is_trimmed(SequenceNumber number, Time now) {
  trim(now);
  return trimmed_ && number <= *trimmed_;
}

void Stream::trim(Time now) {
  while (next_trim() <= now) drop_oldest();
}

Time Stream::next_trim() const {
  return records_.empty() ? Time::max() : records_.front().number.time() + kStreamRetention;
}

SequenceNumber Stream::horizon(Time now) {
  trim(now);
  const SequenceNumber of_a_day = SequenceNumber::at(now - kStreamRetention + Duration(1));
  return trimmed_ ? std::max(of_a_day, trimmed_->next()) : of_a_day;
}

void Stream::drop_oldest() {
  trimmed_ = records_.front().number;
  bytes_ -= stored_bytes(records_.front());
  records_.pop_front();
}

}  // namespace emu::dynamodb
