#include "lambda/stream_poller.h"

#include <algorithm>
#include <utility>

#include "core/hash/rolling_hash.h"
#include "core/json/json_view.h"
#include "lambda/limits.h"
#include "lambda/work_wait.h"

namespace emu::lambda {

namespace {

StreamWork work_of(World& world, const Region& region, StreamSettings settings,
                   StreamProgress progress) {
  PollerRole role(world, region, settings.function_arn);
  return {.world = world,
          .settings = std::move(settings),
          .progress = std::move(progress),
          .lambda = lambda_itself(region.stored),
          .role = std::move(role)};
}

}  // namespace

StreamPoller::StreamPoller(World& world, const Region& region, Quiet& quiet,
                           StreamSettings settings, std::optional<StreamCheckpoint> checkpoint,
                           StreamProgress progress)
    : quiet_(quiet),
      work_(work_of(world, region, std::move(settings), std::move(progress))),
      reader_(world, {.stream_arn = work_.settings.stream_arn,
                      .starting_position = work_.settings.starting_position,
                      .checkpoint = std::move(checkpoint),
                      .on_latest_found = work_.progress.on_checkpoint}),
      lanes_(work_.settings.lanes, StreamLane(work_)),
      read_backoff_(kStreamBackoffMin) {}

// Counts a task for as long as it lives, also when it is killed.
class StreamPoller::Presence {
 public:
  explicit Presence(std::shared_ptr<StreamPoller> poller) : poller_(std::move(poller)) {}
  ~Presence() {
    poller_->tasks_.erase(task_.value);
    if (poller_->work_.is_stopped && poller_->tasks_.empty() && poller_->on_stopped_) {
      std::exchange(poller_->on_stopped_, nullptr)();
    }
  }
  Presence(const Presence&) = delete;
  Presence& operator=(const Presence&) = delete;

  void set_task(TaskId task) {
    task_ = task;
    poller_->tasks_.insert(task.value);
  }

 private:
  std::shared_ptr<StreamPoller> poller_;
  TaskId task_;
};

void StreamPoller::start() {
  quiet_.listen();
  started_ = work_.world.now();
  spawn([this] { read_stream(); });
}

void StreamPoller::stop(std::function<void()> on_stopped) {
  work_.is_stopped = true;
  on_stopped_ = std::move(on_stopped);
  end_tasks(true);
  if (tasks_.empty() && on_stopped_) std::exchange(on_stopped_, nullptr)();
}

void StreamPoller::abandon() {
  work_.is_stopped = true;
  on_stopped_ = nullptr;
  end_tasks(false);
}

void StreamPoller::spawn(std::function<void()> body) {
  // Made here, so that a task that is killed before its first step is counted off too.
  const auto presence = std::make_shared<Presence>(shared_from_this());
  presence->set_task(work_.world.scheduler().spawn({.name = "stream poller", .daemon = true},
                                                   [presence, body = std::move(body)] { body(); }));
}

void StreamPoller::end_tasks(bool spares_invocations) {
  const std::set<std::uint64_t> tasks = tasks_;
  for (const std::uint64_t task : tasks) {
    if (!spares_invocations || !work_.invoking.contains(task)) work_.world.scheduler().kill({task});
  }
}

void StreamPoller::read_stream() {
  while (!work_.is_stopped) {
    wait_for_room();
    if (!read_page()) wait_for_next_read();
  }
}

// Whether there was something to read.
bool StreamPoller::read_page() {
  last_read_ = work_.world.now();
  happened_ = quiet_.happened();
  Result<std::vector<dynamodbstreams::Record>> records = read_records();
  if (!records) {
    on_read_failed(records.error());
    return true;
  }
  read_backoff_ = kStreamBackoffMin;
  const bool found = !records->empty();
  take(*std::move(records));
  return found;
}

Result<std::vector<dynamodbstreams::Record>> StreamPoller::read_records() {
  EMU_CHECK(work_.role.refresh());
  return reader_.read(work_.role.aws());
}

void StreamPoller::on_read_failed(const Error& error) {
  if (error.code == dynamodbstreams::errors::kResourceNotFoundException) {
    if (work_.is_stopped) return;
    work_.progress.on_lost("The stream " + work_.settings.stream_arn + " does not exist.");
    // Also when nobody knows the mapping any more.
    if (!work_.is_stopped) stop({});
    return;
  }
  work_.role.forget();
  work_.progress.on_result("PROBLEM: " + error.message);
  wait_after_failure();
}

// What failed may be mended, a permission come back: most likely while something happens.
void StreamPoller::wait_after_failure() {
  if (quiet_.is_long()) {
    quiet_.rest(work_.world.now() + kRefusedRest);
    return;
  }
  work_.world.scheduler().sleep_until(work_.world.now() + read_backoff_);
  read_backoff_ = std::min<Duration>(read_backoff_ * 2, kStreamBackoffMax);
}

void StreamPoller::take(std::vector<dynamodbstreams::Record> records) {
  const auto shard_id = std::make_shared<const std::string>(reader_.shard_id());
  for (dynamodbstreams::Record& record : records) {
    const ReadRecordPtr read = read_record(std::move(record), work_.settings.stream_arn, shard_id);
    read->place = work_.under_way.add(shard_id, read->number());
    if (!is_wanted(read->record)) {
      work_.under_way.finish(read->place);
      continue;
    }
    StreamLane& lane = lane_of(read->record);
    if (lane.add(read)) spawn([&lane] { lane.run(); });
  }
  work_.advance_checkpoint();
}

bool StreamPoller::is_wanted(const DynamodbRecord& record) const {
  if (work_.settings.filters.empty()) return true;
  std::string why;
  const std::optional<JsonDocument> json = JsonDocument::parse(to_json(record), why);
  return json && std::any_of(work_.settings.filters.begin(), work_.settings.filters.end(),
                             [&](const EventFilter& filter) {
                               return filter.matches(json->root(), nullptr);
                             });
}

StreamLane& StreamPoller::lane_of(const DynamodbRecord& record) {
  if (lanes_.size() == 1) return lanes_.front();
  Digest key;
  for (const auto& [name, value] : record.dynamodb.keys) key.add(to_json(value));
  return lanes_[key.value() % lanes_.size()];
}

void StreamPoller::wait_for_room() {
  const auto has_room = [](const StreamLane& lane) { return lane.has_room(); };
  Waiter waiter;
  const RegisteredWaiter registered(work_.waits_for_room, waiter);
  while (!std::all_of(lanes_.begin(), lanes_.end(), has_room)) {
    work_.world.scheduler().park(waiter, std::nullopt);
  }
}

// The reads between would find nothing.
void StreamPoller::wait_for_next_read() {
  if (quiet_.happened() == happened_) quiet_.rest(std::nullopt);
  const Duration since = work_.world.now() - started_;
  const auto reads = (since + kStreamReadInterval - Duration(1)) / kStreamReadInterval;
  const Time next =
      std::max(started_ + reads * kStreamReadInterval, last_read_ + kStreamReadInterval);
  wait_with_work(work_.world.scheduler(), next);
}

}  // namespace emu::lambda
