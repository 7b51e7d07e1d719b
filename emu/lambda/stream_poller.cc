#include "lambda/stream_poller.h"

#include <algorithm>
#include <utility>

#include "core/hash/rolling_hash.h"
#include "core/json/json_view.h"
#include "lambda/limits.h"
#include "lambda/work_wait.h"

namespace emu::lambda {

namespace {

namespace conditions = discard_conditions;

constexpr std::string_view kCallFailed = "PROBLEM: Function call failed";

// Registers a waiter for as long as its frame lives.
class Registered {
 public:
  Registered(Waiter*& place, Waiter& waiter) : place_(place) { place_ = &waiter; }
  ~Registered() { place_ = nullptr; }
  Registered(const Registered&) = delete;
  Registered& operator=(const Registered&) = delete;

 private:
  Waiter*& place_;
};

}  // namespace

StreamPoller::StreamPoller(World& world, const Region& region, Quiet& quiet,
                           StreamSettings settings, std::optional<StreamCheckpoint> checkpoint,
                           StreamProgress progress)
    : world_(world),
      quiet_(quiet),
      settings_(std::move(settings)),
      progress_(std::move(progress)),
      lambda_(lambda_itself(region.stored)),
      role_(world, region, settings_.function_arn),
      reader_(world, {.stream_arn = settings_.stream_arn,
                      .starting_position = settings_.starting_position,
                      .checkpoint = std::move(checkpoint),
                      .on_latest_found = progress_.on_checkpoint}),
      lanes_(settings_.lanes),
      read_backoff_(kStreamBackoffMin) {}

// Counts a task for as long as it lives, also when it is killed.
class StreamPoller::Presence {
 public:
  explicit Presence(std::shared_ptr<StreamPoller> poller) : poller_(std::move(poller)) {}
  ~Presence() {
    poller_->tasks_.erase(task_.value);
    if (poller_->is_stopped_ && poller_->tasks_.empty() && poller_->on_stopped_) {
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
  started_ = world_.now();
  spawn([this] { read_stream(); });
  for (Lane& lane : lanes_) spawn([this, &lane] { run_lane(lane); });
}

void StreamPoller::stop(std::function<void()> on_stopped) {
  is_stopped_ = true;
  on_stopped_ = std::move(on_stopped);
  end_tasks(true);
  if (tasks_.empty() && on_stopped_) std::exchange(on_stopped_, nullptr)();
}

void StreamPoller::abandon() {
  is_stopped_ = true;
  on_stopped_ = nullptr;
  end_tasks(false);
}

void StreamPoller::spawn(std::function<void()> body) {
  // Made here, so that a task that is killed before its first step is counted off too.
  const auto presence = std::make_shared<Presence>(shared_from_this());
  presence->set_task(world_.scheduler().spawn({.name = "stream poller", .daemon = true},
                                              [presence, body = std::move(body)] { body(); }));
}

void StreamPoller::end_tasks(bool spares_invocations) {
  const std::set<std::uint64_t> tasks = tasks_;
  for (const std::uint64_t task : tasks) {
    if (!spares_invocations || !invoking_.contains(task)) world_.scheduler().kill({task});
  }
}

void StreamPoller::read_stream() {
  while (!is_stopped_) {
    wait_for_room();
    if (!read_page()) wait_for_next_read();
  }
}

// Whether there was something to read.
bool StreamPoller::read_page() {
  last_read_ = world_.now();
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
  EMU_CHECK(role_.refresh());
  return reader_.read(role_.aws());
}

void StreamPoller::on_read_failed(const Error& error) {
  if (error.code == dynamodbstreams::errors::kResourceNotFoundException) {
    if (!is_stopped_) progress_.on_lost("The stream " + settings_.stream_arn + " does not exist.");
    // Also when nobody knows the mapping any more.
    if (!is_stopped_) stop({});
    return;
  }
  role_.forget();
  progress_.on_result("PROBLEM: " + error.message);
  wait_after_failure();
}

// What failed may be mended, a permission come back: most likely while something happens.
void StreamPoller::wait_after_failure() {
  if (quiet_.is_long()) {
    quiet_.rest(world_.now() + kRefusedRest);
    return;
  }
  world_.scheduler().sleep_until(world_.now() + read_backoff_);
  read_backoff_ = std::min<Duration>(read_backoff_ * 2, kStreamBackoffMax);
}

void StreamPoller::take(std::vector<dynamodbstreams::Record> records) {
  const auto shard_id = std::make_shared<const std::string>(reader_.shard_id());
  for (dynamodbstreams::Record& record : records) {
    const std::int64_t bytes = record.dynamodb.size_bytes;
    const ReadRecordPtr read = read_record(std::move(record), settings_.stream_arn, shard_id);
    read->place = under_way_.add(shard_id, read->number());
    if (!is_wanted(read->record)) {
      under_way_.finish(read->place);
      continue;
    }
    Lane& lane = lane_of(read->record);
    lane.records.push_back(read);
    lane.bytes += static_cast<std::size_t>(bytes);
    if (lane.waiting != nullptr) world_.scheduler().wake(*lane.waiting);
  }
  advance_checkpoint();
}

bool StreamPoller::is_wanted(const DynamodbRecord& record) const {
  if (settings_.filters.empty()) return true;
  std::string why;
  const std::optional<JsonDocument> json = JsonDocument::parse(to_json(record), why);
  return json && std::any_of(settings_.filters.begin(), settings_.filters.end(),
                             [&](const EventFilter& filter) {
                               return filter.matches(json->root(), nullptr);
                             });
}

StreamPoller::Lane& StreamPoller::lane_of(const DynamodbRecord& record) {
  if (lanes_.size() == 1) return lanes_.front();
  Digest key;
  for (const auto& [name, value] : record.dynamodb.keys) key.add(to_json(value));
  return lanes_[key.value() % lanes_.size()];
}

bool StreamPoller::has_room() const {
  return std::all_of(lanes_.begin(), lanes_.end(), [this](const Lane& lane) {
    return lane.records.size() < settings_.batch_size && lane.bytes < kPayloadBytesMax;
  });
}

void StreamPoller::wait_for_room() {
  Waiter waiter;
  const Registered registered(waits_for_room_, waiter);
  while (!has_room()) world_.scheduler().park(waiter, std::nullopt);
}

// The reads between would find nothing.
void StreamPoller::wait_for_next_read() {
  if (quiet_.happened() == happened_) quiet_.rest(std::nullopt);
  const Duration since = world_.now() - started_;
  const auto reads = (since + kStreamReadInterval - Duration(1)) / kStreamReadInterval;
  const Time next =
      std::max(started_ + reads * kStreamReadInterval, last_read_ + kStreamReadInterval);
  wait_with_work(world_.scheduler(), next);
}

void StreamPoller::run_lane(Lane& lane) {
  while (!is_stopped_) {
    if (lane.records.empty()) {
      wait_for_records(lane, std::nullopt);
    } else {
      gather(lane);
      process(lane);
    }
  }
}

void StreamPoller::wait_for_records(Lane& lane, std::optional<Time> until) {
  Waiter waiter;
  const Registered registered(lane.waiting, waiter);
  world_.scheduler().park(waiter, until);
}

void StreamPoller::gather(Lane& lane) {
  const Time window_end = world_.now() + settings_.window;
  if (world_.now() == window_end) return;
  const WorkAtHand at_work(world_.scheduler(), window_end);
  while (lane.records.size() < settings_.batch_size && lane.bytes < kPayloadBytesMax &&
         world_.now() < window_end && !is_stopped_) {
    wait_for_records(lane, window_end);
  }
}

// One batch, until nothing of it is left.
void StreamPoller::process(Lane& lane) {
  Pieces pieces;
  pieces.push_back(Piece{.count = std::min(settings_.batch_size, lane.records.size())});
  Duration backoff = kStreamBackoffMin;
  while (!pieces.empty() && !is_stopped_) {
    discard_expired(lane, pieces.front());
    if (pieces.front().count > 0 && !attempt(lane, pieces)) {
      if (pieces.empty() || pieces.front().count == 0 || is_stopped_) continue;
      wait_with_work(world_.scheduler(), world_.now() + backoff);
      backoff = std::min<Duration>(backoff * 2, kStreamBackoffMax);
      continue;
    }
    pieces.pop_front();
    backoff = kStreamBackoffMin;
  }
}

// Whether the first piece is done.
bool StreamPoller::attempt(Lane& lane, Pieces& pieces) {
  const std::optional<InvokeResult> result = invoke(lane, pieces);
  if (!result) {
    progress_.on_result(kCallFailed);
    return false;
  }
  Piece& piece = pieces.front();
  if (result->function_error) {
    world_.record<events::BatchFailed>([&](auto& event) {
      event.mapping_arn = settings_.mapping_arn;
      event.message_ids = numbers_of(first_of(lane, piece.count));
      event.function_error = *result->function_error;
    });
    on_failed(lane, pieces, true);
    return false;
  }
  const std::size_t done = processed(lane, piece, *result);
  finish(lane, done);
  piece.count -= done;
  if (piece.count == 0) {
    progress_.on_result("OK");
    return true;
  }
  on_failed(lane, pieces, false);
  return false;
}

// Nothing when the function could not be invoked.
std::optional<InvokeResult> StreamPoller::invoke(const Lane& lane, Pieces& pieces) {
  StreamEvent event = event_of(first_of(lane, pieces.front().count));
  if (event.count < pieces.front().count) {
    pieces.insert(pieces.begin() + 1, Piece{.count = pieces.front().count - event.count});
    pieces.front().count = event.count;
  }
  Piece& piece = pieces.front();
  world_.record<events::BatchReceived>([&](auto& received) {
    received.mapping_arn = settings_.mapping_arn;
    received.message_ids = numbers_of(first_of(lane, piece.count));
    received.function_arn = settings_.function_arn;
  });
  struct Inside {
    std::set<std::uint64_t>& all;
    std::uint64_t task;
    ~Inside() { all.erase(task); }
  } const inside{invoking_, world_.scheduler().current().value};
  invoking_.insert(inside.task);

  const Invoke request{.function_name = settings_.function_arn,
                       .payload = std::move(event.payload)};
  InvokeResult result;
  piece.last.request_id = world_.uuid();
  const Status status =
      world_.call(lambda_, operation<Invoke>(), &request, &result, piece.last.request_id);
  if (!status) return std::nullopt;
  piece.last.was_invoked = true;
  ++piece.last.invocations;
  piece.last.function_error = result.function_error;
  return result;
}

// How many records of the piece the function has processed.
std::size_t StreamPoller::processed(const Lane& lane, const Piece& piece,
                                    const InvokeResult& result) {
  if (!settings_.reports_item_failures) return piece.count;
  const std::vector<ReadRecordPtr> batch = first_of(lane, piece.count);
  const std::size_t done = processed_count(batch, result.payload.view());
  if (done == batch.size()) return done;
  world_.record<events::BatchPartlyFailed>([&](auto& event) {
    event.mapping_arn = settings_.mapping_arn;
    event.message_ids = numbers_of(batch);
    event.failed_message_ids = numbers_of(std::span(batch).subspan(done));
  });
  return done;
}

// The first piece has failed: it is split, given up, or tried again. Splitting is no retry.
void StreamPoller::on_failed(Lane& lane, Pieces& pieces, bool may_split) {
  progress_.on_result(kCallFailed);
  Piece& piece = pieces.front();
  if (may_split && settings_.bisects && piece.count > 1) {
    Piece second = piece;
    piece.count = (piece.count + 1) / 2;
    second.count -= piece.count;
    pieces.insert(pieces.begin() + 1, std::move(second));
    return;
  }
  ++piece.failures;
  if (settings_.retries_max && piece.failures > *settings_.retries_max) {
    discard(lane, piece, piece.count, conditions::kRetryAttemptsExhausted);
  }
}

void StreamPoller::discard_expired(Lane& lane, Piece& piece) {
  const Duration age_max = settings_.age_max
                               ? std::min<Duration>(*settings_.age_max, kStreamRecordAgeMax)
                               : kStreamRecordAgeMax;
  std::size_t expired = 0;
  while (expired < piece.count && world_.now() - lane.records[expired]->created() >= age_max) {
    ++expired;
  }
  if (expired > 0) discard(lane, piece, expired, conditions::kRecordAgeExceeded);
}

// Gives up the first records of a piece.
void StreamPoller::discard(Lane& lane, Piece& piece, std::size_t count,
                           std::string_view condition) {
  const std::vector<ReadRecordPtr> records = first_of(lane, count);
  Status sent;
  if (!settings_.on_failure.empty()) {
    (void)role_.refresh();
    sent = send_discard_record(role_.aws(), settings_.on_failure,
                               discard_record({.condition = condition,
                                               .function_arn = settings_.function_arn,
                                               .stream_arn = settings_.stream_arn,
                                               .records = records,
                                               .attempt = piece.last},
                                              world_.now()));
  }
  world_.record<events::RecordsDiscarded>([&](auto& event) {
    event.mapping_arn = settings_.mapping_arn;
    event.sequence_numbers = numbers_of(records);
    event.condition = condition;
    event.destination_arn = settings_.on_failure;
    if (!sent) event.error_code = sent.error().code;
  });
  finish(lane, count);
  piece.count -= count;
}

// Takes the first records of a lane away: they are processed, or given up.
void StreamPoller::finish(Lane& lane, std::size_t count) {
  for (; count > 0; --count) {
    const ReadRecord& read = *lane.records.front();
    under_way_.finish(read.place);
    lane.bytes -= static_cast<std::size_t>(read.record.dynamodb.size_bytes);
    lane.records.pop_front();
  }
  advance_checkpoint();
  if (waits_for_room_ != nullptr) world_.scheduler().wake(*waits_for_room_);
}

std::vector<ReadRecordPtr> StreamPoller::first_of(const Lane& lane, std::size_t count) const {
  return {lane.records.begin(), lane.records.begin() + static_cast<std::ptrdiff_t>(count)};
}

void StreamPoller::advance_checkpoint() {
  const std::optional<StreamCheckpoint> done = under_way_.take_checkpoint();
  if (done) progress_.on_checkpoint(*done);
}

}  // namespace emu::lambda
