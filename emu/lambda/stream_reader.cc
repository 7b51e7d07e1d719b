#include "lambda/stream_reader.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace emu::lambda {

namespace {

namespace streams = dynamodbstreams;

// Whether a sequence number, a decimal without leading zeros, is less than another one.
bool is_less(std::string_view number, std::string_view other) {
  return number.size() != other.size() ? number.size() < other.size() : number < other;
}

}  // namespace

StreamReader::StreamReader(World& world, Options options)
    : world_(world), options_(std::move(options)) {
  if (options_.checkpoint) at_ = *options_.checkpoint;
}

Result<std::vector<streams::Record>> StreamReader::read(Aws& as) {
  for (;;) {
    if (!iterator_) {
      EMU_TRY(const bool is_open, open(as));
      if (!is_open) return std::vector<streams::Record>();
    }
    Result<streams::GetRecordsResult> page =
        as.send(streams::GetRecords{.shard_iterator = *iterator_});
    if (!page) {
      iterator_.reset();
      const std::string& code = page.error().code;
      if (code == streams::errors::kExpiredIteratorException) continue;
      if (code != streams::errors::kTrimmedDataAccessException) return page.error();
      at_.sequence_number.clear();
      continue;
    }
    iterator_ = page->next_shard_iterator;
    is_shard_done_ = !iterator_;
    std::vector<streams::Record>& records = page->records;
    if (!records.empty()) at_.sequence_number = records.back().dynamodb.sequence_number;
    if (!records.empty() || iterator_) return std::move(records);
  }
}

Result<std::vector<streams::Shard>> StreamReader::shards(Aws& as) const {
  std::vector<streams::Shard> all;
  streams::DescribeStream request{.stream_arn = options_.stream_arn};
  for (;;) {
    EMU_TRY(streams::DescribeStreamResult page, as.send(request));
    streams::StreamDescription& stream = page.stream_description;
    std::move(stream.shards.begin(), stream.shards.end(), std::back_inserter(all));
    if (stream.last_evaluated_shard_id.empty()) return all;
    request.exclusive_start_shard_id = stream.last_evaluated_shard_id;
  }
}

Result<bool> StreamReader::open(Aws& as) {
  find_latest();
  EMU_TRY(const std::vector<streams::Shard> all, shards(as));
  if (!choose(all)) return false;
  EMU_TRY(iterator_, new_iterator(as));
  return true;
}

// The latest position as a number: an iterator would not outlive a long rest. It is taken before
// the shards are, so that they have it, whatever happens meanwhile.
void StreamReader::find_latest() {
  if (options_.starting_position != streams::shard_iterator_types::kLatest) return;
  if (!at_.shard_id.empty() || !at_.sequence_number.empty()) return;
  const streams::PeekStream look{.stream_arn = options_.stream_arn};
  streams::PeekStreamResult found;
  world_.look(operation<streams::PeekStream>(), &look, &found);
  if (!found.exists) return;
  at_.sequence_number = found.last_sequence_number;
  if (options_.on_latest_found) options_.on_latest_found(at_);
}

// False when the shard that is done has no child yet.
bool StreamReader::choose(const std::vector<streams::Shard>& shards) {
  if (shards.empty()) return false;
  if (at_.shard_id.empty()) {
    at_ = beginning_in(shards);
    return true;
  }
  const auto is_next = [this](const streams::Shard& shard) {
    return (is_shard_done_ ? shard.parent_shard_id : shard.shard_id) == at_.shard_id;
  };
  const auto next = std::find_if(shards.begin(), shards.end(), is_next);
  if (next != shards.end() && !is_shard_done_) return true;
  const bool is_known = std::any_of(shards.begin(), shards.end(), [this](const streams::Shard& s) {
    return s.shard_id == at_.shard_id;
  });
  if (next == shards.end() && is_known) return false;
  // A shard that is not there any more was the parent of all that are.
  at_ = {.shard_id = next == shards.end() ? shards.front().shard_id : next->shard_id};
  is_shard_done_ = false;
  return true;
}

// The position in the shard that has its number; or the beginning of the oldest, when the number
// was before all of them.
StreamCheckpoint StreamReader::beginning_in(const std::vector<streams::Shard>& shards) const {
  const auto later =
      std::find_if(shards.begin(), shards.end(), [this](const streams::Shard& shard) {
        return is_less(at_.sequence_number, shard.sequence_number_range.starting_sequence_number);
      });
  if (later == shards.begin()) return {.shard_id = shards.front().shard_id};
  return {.shard_id = std::prev(later)->shard_id, .sequence_number = at_.sequence_number};
}

Result<std::string> StreamReader::new_iterator(Aws& as) {
  streams::GetShardIterator request{
      .stream_arn = options_.stream_arn,
      .shard_id = at_.shard_id,
      .shard_iterator_type = streams::shard_iterator_types::kTrimHorizon};
  if (!at_.sequence_number.empty()) {
    request.shard_iterator_type = streams::shard_iterator_types::kAfterSequenceNumber;
    request.sequence_number = at_.sequence_number;
  }
  Result<streams::GetShardIteratorResult> got = as.send(request);
  if (!got && got.error().code == streams::errors::kTrimmedDataAccessException) {
    // Whatever is left came later.
    at_.sequence_number.clear();
    request.shard_iterator_type = streams::shard_iterator_types::kTrimHorizon;
    request.sequence_number.reset();
    got = as.send(request);
  }
  if (!got) return got.error();
  return std::move(got->shard_iterator);
}

}  // namespace emu::lambda
