// StreamPoller: reads a DynamoDB stream for one mapping and invokes a function with batches.
//
// One task reads the shards in their order and hands each record to a lane (stream_lane.h), which
// invokes the function. There are as many lanes as the mapping's ParallelizationFactor, and an
// item's records are all in the same one, so that its changes are processed in their order. A lane
// has a task only while it has records. What is done up to some record of the stream is the
// mapping's checkpoint.
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

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "core/gate/world.h"
#include "core/task/scheduler.h"
#include "lambda/quiet.h"
#include "lambda/region.h"
#include "lambda/source_poller.h"
#include "lambda/stream_lane.h"
#include "lambda/stream_reader.h"
#include "lambda/stream_settings.h"

namespace emu::lambda {

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

  void spawn(std::function<void()> body);
  void end_tasks(bool spares_invocations);

  void read_stream();
  bool read_page();
  void take(std::vector<dynamodbstreams::Record> records);
  bool is_wanted(const DynamodbRecord& record) const;
  StreamLane& lane_of(const DynamodbRecord& record);
  void wait_for_room();
  void wait_for_next_read();
  Result<std::vector<dynamodbstreams::Record>> read_records();
  void on_read_failed(const Error& error);
  void wait_after_failure();

  Quiet& quiet_;
  StreamWork work_;
  StreamReader reader_;
  std::vector<StreamLane> lanes_;

  std::function<void()> on_stopped_ = nullptr;
  std::set<std::uint64_t> tasks_ = {};
  Time started_ = {};
  Time last_read_ = {};
  Duration read_backoff_;
  std::uint64_t happened_ = 0;  // by then
};

}  // namespace emu::lambda
