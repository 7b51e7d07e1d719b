// StreamLane: the records of some items of a stream on their way to a function, in their order.
//
// A lane invokes the function with one batch at a time. A batch that fails is tried again with
// back-off before anything behind it; bisecting, partial answers, and the limits on retries and age
// say with what, and for how long. Its task lives for as long as it has records.
// Sources: Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB", "Retain discarded
// records for a DynamoDB event source in Lambda".
#pragma once

#include <emu/lambda.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "core/gate/world.h"
#include "core/task/scheduler.h"
#include "lambda/discarded_records.h"
#include "lambda/poller_role.h"
#include "lambda/stream_batch.h"
#include "lambda/stream_settings.h"
#include "lambda/under_way.h"

namespace emu::lambda {

// What the lanes of one stream have in common, and its reader.
struct StreamWork {
  World& world;
  StreamSettings settings;
  StreamProgress progress;
  CallerPtr lambda;  // invokes on Lambda's own behalf
  PollerRole role;   // reads, and tells the destination
  UnderWay under_way = {};
  std::set<std::uint64_t> invoking = {};  // the tasks that are inside an invocation
  Waiter* waits_for_room = nullptr;       // the reading task, while some lane is full
  bool is_stopped = false;

  // Tells up to where all is done, if that has moved.
  void advance_checkpoint();
};

class StreamLane {
 public:
  // The work must outlive it.
  explicit StreamLane(StreamWork& work) : work_(work) {}

  // Whether a task has to run it: none does yet.
  bool add(ReadRecordPtr read);
  // Whether its next batch could be larger.
  bool has_room() const;

  // Processes its records until there are none left, as a task.
  void run();

 private:
  // A part of a batch: it is one until it is split.
  struct Piece {
    std::size_t count;
    StreamAttempt last = {};
    std::int32_t failures = 0;
  };
  using Pieces = std::deque<Piece>;

  void gather();
  void process();
  bool attempt(Pieces& pieces);
  std::optional<InvokeResult> invoke(Pieces& pieces);
  std::size_t processed(const Piece& piece, const InvokeResult& result);
  void on_failed(Pieces& pieces, bool may_split);
  void discard_expired(Piece& piece);
  void discard(Piece& piece, std::size_t count, std::string_view condition);
  void finish(std::size_t count);
  std::vector<ReadRecordPtr> first_of(std::size_t count) const;

  StreamWork& work_;
  std::deque<ReadRecordPtr> records_ = {};  // the first ones make the batch that is processed
  std::size_t bytes_ = 0;
  bool is_running_ = false;
  Waiter* waiting_ = nullptr;  // its task, while a batch gathers
};

}  // namespace emu::lambda
