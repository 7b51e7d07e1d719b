// The pollers of one event source mapping: tasks that receive from an SQS queue and invoke a
// function with batches.
//
// Five poll at first. While functions run, no poller waits in vain and the queue gives as many
// messages as it is asked for, one more is added every 200 ms (300 a minute), up to 1,250 or to the
// mapping's maximum concurrency. A poller goes, down to five, when its long poll came
// back empty, when it finds another one waiting after its batch, or when its batch failed.
//
// A batch that could not be invoked (throttled, or Lambda failed) is invoked again with back-off
// until its visibility timeout ends; then the poller drops it, and the queue hands it out again.
// The batch of a failed invocation is left to its visibility timeout at once.
//
// A FIFO queue gives no more messages of a group while some are in flight, so that a group has one
// batch at a time, in order, and there run as many as there are groups. A visibility timeout that
// ends while a batch runs, or waits because not all fitted into one event, lets the queue give its
// messages out again, as to any consumer. Sources: Lambda
// Developer Guide, "Configuring scaling behavior for SQS event source mappings", "Handling errors
// for an SQS event source in Lambda".
#pragma once

#include <emu/arn.h>
#include <emu/aws.h>
#include <emu/sqs.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/gate/world.h"
#include "core/task/scheduler.h"
#include "lambda/filter.h"
#include "lambda/poller_role.h"
#include "lambda/quiet.h"
#include "lambda/region.h"
#include "lambda/source_poller.h"

namespace emu::lambda {

class Batch;

struct PollingSettings {
  std::string mapping_arn;
  Arn queue;
  std::string function_arn;
  std::size_t batch_size;
  std::chrono::seconds window;  // how long a batch may gather
  bool reports_item_failures;
  std::optional<std::int32_t> maximum_concurrency;
  std::vector<EventFilter> filters;  // empty: everything passes
};

class Pollers final : public SourcePoller, public std::enable_shared_from_this<Pollers> {
 public:
  // `on_lost` is called with the reason when nothing is left to poll: the queue is gone.
  Pollers(World& world, const Region& region, Quiet& quiet, PollingSettings settings,
          std::function<void(std::string reason)> on_lost);

  void start() override;
  void stop(std::function<void()> on_stopped) override;
  void abandon() override;
  bool is_ordered() const override { return false; }

 private:
  class Presence;

  void spawn_poller();
  void poll();
  bool gather(Batch& batch);
  bool receive(Batch& batch, sqs::ReceiveMessage& request);
  void rest_while_quiet();
  bool is_queue_empty() const;
  bool process(Batch& batch);
  std::optional<InvokeResult> invoke(const Batch& batch, Blob event);
  std::size_t finish(const Batch& batch, const InvokeResult& result);
  void delete_messages(const std::vector<const sqs::Message*>& messages);
  void drop_unwanted(std::vector<sqs::Message>& messages);
  std::chrono::seconds visibility_timeout();
  bool refresh_role();
  void on_receive_failed(const Error& error);

  void grow_if_busy();
  bool is_any_waiting() const;
  bool may_shrink();

  std::size_t pollers_min() const;
  std::size_t pollers_max() const;

  World& world_;
  Quiet& quiet_;
  PollingSettings settings_;
  std::string queue_url_;
  std::function<void(std::string)> on_lost_;
  std::function<void()> on_stopped_;
  Aws lambda_;       // invokes on Lambda's own behalf
  PollerRole role_;  // polls

  bool is_stopped_ = false;
  bool is_refused_ = false;                // the poll that ended last was
  std::size_t count_ = 0;                  // of pollers
  std::set<std::uint64_t> tasks_;          // theirs
  std::size_t invoking_ = 0;               // of them, inside an invocation
  std::map<std::uint64_t, Time> waiting_;  // the tasks that ask for a first message, since when
  Time drained_ = {};                      // when the queue last gave less than it was asked for
  TimerId growth_ = {};
  Time next_growth_ = {};
  Time next_shrinking_ = {};
};

}  // namespace emu::lambda
