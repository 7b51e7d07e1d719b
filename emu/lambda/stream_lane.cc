#include "lambda/stream_lane.h"

#include <algorithm>
#include <span>
#include <utility>

#include "lambda/limits.h"
#include "lambda/work_wait.h"

namespace emu::lambda {

namespace {

namespace conditions = discard_conditions;

constexpr std::string_view kCallFailed = "PROBLEM: Function call failed";

}  // namespace

void StreamWork::advance_checkpoint() {
  const std::optional<StreamCheckpoint> done = under_way.take_checkpoint();
  if (done) progress.on_checkpoint(*done);
}

bool StreamLane::add(ReadRecordPtr read) {
  bytes_ += static_cast<std::size_t>(read->record.dynamodb.size_bytes);
  records_.push_back(std::move(read));
  if (waiting_ != nullptr) work_.world.scheduler().wake(*waiting_);
  return !std::exchange(is_running_, true);
}

bool StreamLane::has_room() const {
  return records_.size() < work_.settings.batch_size && bytes_ < kPayloadBytesMax;
}

void StreamLane::run() {
  while (!work_.is_stopped && !records_.empty()) {
    gather();
    process();
  }
  is_running_ = false;
}

void StreamLane::gather() {
  const Time window_end = work_.world.now() + work_.settings.window;
  if (work_.world.now() == window_end) return;
  const WorkAtHand at_work(work_.world.scheduler(), window_end);
  while (has_room() && work_.world.now() < window_end && !work_.is_stopped) {
    Waiter waiter;
    const RegisteredWaiter registered(waiting_, waiter);
    work_.world.scheduler().park(waiter, window_end);
  }
}

// One batch, until nothing of it is left.
void StreamLane::process() {
  Pieces pieces;
  pieces.push_back(Piece{.count = std::min(work_.settings.batch_size, records_.size())});
  Duration backoff = kStreamBackoffMin;
  while (!pieces.empty() && !work_.is_stopped) {
    discard_expired(pieces.front());
    if (pieces.front().count > 0 && !attempt(pieces)) {
      if (pieces.empty() || pieces.front().count == 0 || work_.is_stopped) continue;
      wait_with_work(work_.world.scheduler(), work_.world.now() + backoff);
      backoff = std::min<Duration>(backoff * 2, kStreamBackoffMax);
      continue;
    }
    pieces.pop_front();
    backoff = kStreamBackoffMin;
  }
}

// Whether the first piece is done.
bool StreamLane::attempt(Pieces& pieces) {
  const std::optional<InvokeResult> result = invoke(pieces);
  if (!result) {
    work_.progress.on_result(kCallFailed);
    return false;
  }
  Piece& piece = pieces.front();
  if (result->function_error) {
    work_.world.record<events::BatchFailed>([&](auto& event) {
      event.mapping_arn = work_.settings.mapping_arn;
      event.message_ids = numbers_of(first_of(piece.count));
      event.function_error = *result->function_error;
    });
    on_failed(pieces, true);
    return false;
  }
  const std::size_t done = processed(piece, *result);
  finish(done);
  piece.count -= done;
  if (piece.count == 0) {
    work_.progress.on_result("OK");
    return true;
  }
  on_failed(pieces, false);
  return false;
}

// Nothing when the function could not be invoked.
std::optional<InvokeResult> StreamLane::invoke(Pieces& pieces) {
  StreamEvent event = event_of(first_of(pieces.front().count));
  if (event.count < pieces.front().count) {
    pieces.insert(pieces.begin() + 1, Piece{.count = pieces.front().count - event.count});
    pieces.front().count = event.count;
  }
  Piece& piece = pieces.front();
  work_.world.record<events::BatchReceived>([&](auto& received) {
    received.mapping_arn = work_.settings.mapping_arn;
    received.message_ids = numbers_of(first_of(piece.count));
    received.function_arn = work_.settings.function_arn;
  });
  struct Inside {
    std::set<std::uint64_t>& all;
    std::uint64_t task;
    ~Inside() { all.erase(task); }
  } const inside{work_.invoking, work_.world.scheduler().current().value};
  work_.invoking.insert(inside.task);

  const Invoke request{.function_name = work_.settings.function_arn,
                       .payload = std::move(event.payload)};
  InvokeResult result;
  piece.last.request_id = work_.world.uuid();
  const Status status =
      work_.world.call(work_.lambda, operation<Invoke>(), &request, &result, piece.last.request_id);
  if (!status) return std::nullopt;
  piece.last.was_invoked = true;
  ++piece.last.invocations;
  piece.last.function_error = result.function_error;
  return result;
}

// How many records of the piece the function has processed.
std::size_t StreamLane::processed(const Piece& piece, const InvokeResult& result) {
  if (!work_.settings.reports_item_failures) return piece.count;
  const std::vector<ReadRecordPtr> batch = first_of(piece.count);
  const std::size_t done = processed_count(batch, result.payload.view());
  if (done == batch.size()) return done;
  work_.world.record<events::BatchPartlyFailed>([&](auto& event) {
    event.mapping_arn = work_.settings.mapping_arn;
    event.message_ids = numbers_of(batch);
    event.failed_message_ids = numbers_of(std::span(batch).subspan(done));
  });
  return done;
}

// The first piece has failed: it is split, given up, or tried again. Splitting is no retry.
void StreamLane::on_failed(Pieces& pieces, bool may_split) {
  work_.progress.on_result(kCallFailed);
  Piece& piece = pieces.front();
  if (may_split && work_.settings.bisects && piece.count > 1) {
    Piece second = piece;
    piece.count = (piece.count + 1) / 2;
    second.count -= piece.count;
    pieces.insert(pieces.begin() + 1, std::move(second));
    return;
  }
  ++piece.failures;
  if (work_.settings.retries_max && piece.failures > *work_.settings.retries_max) {
    discard(piece, piece.count, conditions::kRetryAttemptsExhausted);
  }
}

void StreamLane::discard_expired(Piece& piece) {
  const Duration age_max = work_.settings.age_max
                               ? std::min<Duration>(*work_.settings.age_max, kStreamRecordAgeMax)
                               : kStreamRecordAgeMax;
  std::size_t expired = 0;
  while (expired < piece.count && work_.world.now() - records_[expired]->created() >= age_max) {
    ++expired;
  }
  if (expired > 0) discard(piece, expired, conditions::kRecordAgeExceeded);
}

// Gives up the first records of a piece.
void StreamLane::discard(Piece& piece, std::size_t count, std::string_view condition) {
  const std::vector<ReadRecordPtr> records = first_of(count);
  Status sent;
  if (!work_.settings.on_failure.empty()) {
    (void)work_.role.refresh();
    sent = send_discard_record(work_.role.aws(), work_.settings.on_failure,
                               discard_record({.condition = condition,
                                               .function_arn = work_.settings.function_arn,
                                               .stream_arn = work_.settings.stream_arn,
                                               .records = records,
                                               .attempt = piece.last},
                                              work_.world.now()));
  }
  work_.world.record<events::RecordsDiscarded>([&](auto& event) {
    event.mapping_arn = work_.settings.mapping_arn;
    event.sequence_numbers = numbers_of(records);
    event.condition = condition;
    event.destination_arn = work_.settings.on_failure;
    if (!sent) event.error_code = sent.error().code;
  });
  finish(count);
  piece.count -= count;
}

// Takes the first records of a lane away: they are processed, or given up.
void StreamLane::finish(std::size_t count) {
  for (; count > 0; --count) {
    const ReadRecord& read = *records_.front();
    work_.under_way.finish(read.place);
    bytes_ -= static_cast<std::size_t>(read.record.dynamodb.size_bytes);
    records_.pop_front();
  }
  work_.advance_checkpoint();
  if (work_.waits_for_room != nullptr) work_.world.scheduler().wake(*work_.waits_for_room);
}

std::vector<ReadRecordPtr> StreamLane::first_of(std::size_t count) const {
  return {records_.begin(), records_.begin() + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace emu::lambda
