// StreamPoller: reads a DynamoDB stream for one mapping and invokes a function with batches.
//
// One task reads the shards in their order and hands each record to a lane; a lane is a task that
// invokes the function with one batch at a time. There are as many lanes as the mapping's
// ParallelizationFactor, and an item's records are all in the same one, so that its changes are
// processed in their order. A batch that fails is tried again with back-off before anything behind
// it in its lane; bisecting, partial answers, and the limits on retries and age say with what, and
// for how long. What is done up to some record of the stream is the mapping's checkpoint.
//
// AWS reads a shard four times a second. So does this, but for the reads that would find nothing:
// while nothing happens in the account, it rests, and then reads at the time at which it would
// have.
// Sources: Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB", "Polling and batching
// streams", "Retain discarded records for a DynamoDB event source in Lambda".
#pragma once

#include <emu/aws.h>
#include <emu/dynamodbstreams.h>
#include <emu/lambda.h>
#include <emu/result.h>
#include <emu/time.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/world.h"
#include "core/task/scheduler.h"
#include "lambda/discarded_records.h"
#include "lambda/filter.h"
#include "lambda/poller_role.h"
#include "lambda/quiet.h"
#include "lambda/region.h"
#include "lambda/source_poller.h"
#include "lambda/stream_batch.h"
#include "lambda/stream_reader.h"
#include "lambda/under_way.h"

namespace emu::lambda {

struct StreamSettings {
  std::string mapping_arn;
  std::string stream_arn;
  std::string function_arn;
  std::string starting_position;
  std::size_t batch_size;
  std::chrono::seconds window;  // how long a batch may gather
  std::size_t lanes;
  bool reports_item_failures;
  bool bisects;
  std::optional<std::int32_t> retries_max;      // nothing: no limit but the records' age
  std::optional<std::chrono::seconds> age_max;  // nothing: a day
  std::string on_failure;                       // ARN of a queue, or empty
  std::vector<EventFilter> filters;             // empty: everything passes
};

// What the mapping's stored state follows.
struct StreamProgress {
  std::function<void(const StreamCheckpoint&)> on_checkpoint;
  std::function<void(std::string_view result)> on_result;
  // Nothing is left to read: the stream is gone.
  std::function<void(std::string reason)> on_lost;
};

class StreamPoller final : public SourcePoller, public std::enable_shared_from_this<StreamPoller> {
 public:
  StreamPoller(World& world, const Region& region, Quiet& quiet, StreamSettings settings,
               std::optional<StreamCheckpoint> checkpoint, StreamProgress progress);

  void start() override;
  void stop(std::function<void()> on_stopped) override;
  void abandon() override;
  bool is_ordered() const override { return true; }

 private:
  class Presence;

  // The records of some items, in their order. The first ones make the batch that is processed.
  struct Lane {
    std::deque<ReadRecordPtr> records = {};
    std::size_t bytes = 0;
    Waiter* waiting = nullptr;  // the lane's task, while it waits for records
  };
  // A part of a batch: it is one until it is split.
  struct Piece {
    std::size_t count;
    StreamAttempt last = {};
    std::int32_t failures = 0;
  };
  using Pieces = std::deque<Piece>;

  void spawn(std::function<void()> body);
  void end_tasks(bool spares_invocations);

  void read_stream();
  bool read_page();
  void take(std::vector<dynamodbstreams::Record> records);
  bool is_wanted(const DynamodbRecord& record) const;
  Lane& lane_of(const DynamodbRecord& record);
  bool has_room() const;
  void wait_for_room();
  void wait_for_next_read();
  Result<std::vector<dynamodbstreams::Record>> read_records();
  void on_read_failed(const Error& error);
  void wait_after_failure();

  void run_lane(Lane& lane);
  void wait_for_records(Lane& lane, std::optional<Time> until);
  void gather(Lane& lane);
  void process(Lane& lane);
  bool attempt(Lane& lane, Pieces& pieces);
  std::optional<InvokeResult> invoke(const Lane& lane, Pieces& pieces);
  std::size_t processed(const Lane& lane, const Piece& piece, const InvokeResult& result);
  void on_failed(Lane& lane, Pieces& pieces, bool may_split);
  void discard_expired(Lane& lane, Piece& piece);
  void discard(Lane& lane, Piece& piece, std::size_t count, std::string_view condition);
  void finish(Lane& lane, std::size_t count);
  std::vector<ReadRecordPtr> first_of(const Lane& lane, std::size_t count) const;
  void advance_checkpoint();

  World& world_;
  Quiet& quiet_;
  StreamSettings settings_;
  StreamProgress progress_;
  CallerPtr lambda_;  // invokes on Lambda's own behalf
  PollerRole role_;   // reads, and tells the destination
  StreamReader reader_;

  std::vector<Lane> lanes_;
  UnderWay under_way_ = {};
  Waiter* waits_for_room_ = nullptr;  // the reading task

  std::function<void()> on_stopped_ = nullptr;
  bool is_stopped_ = false;
  std::set<std::uint64_t> tasks_ = {};
  std::set<std::uint64_t> invoking_ = {};  // those of them that are inside an invocation
  Time started_ = {};
  Time last_read_ = {};
  Duration read_backoff_;
  std::uint64_t happened_ = 0;  // by then
};

}  // namespace emu::lambda
