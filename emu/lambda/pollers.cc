#include "lambda/pollers.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/text/queue_url.h"
#include "lambda/batch.h"
#include "lambda/limits.h"
#include "lambda/work_wait.h"

namespace emu::lambda {

namespace {

std::vector<std::string> ids_of(const std::vector<sqs::Message>& messages) {
  std::vector<std::string> ids;
  ids.reserve(messages.size());
  for (const sqs::Message& message : messages) ids.push_back(message.message_id);
  return ids;
}

// The ids of those that are not among the ones that succeeded, which come in the same order.
std::vector<std::string> ids_of_others(const std::vector<sqs::Message>& messages,
                                       const std::vector<const sqs::Message*>& succeeded) {
  std::vector<std::string> ids;
  auto next = succeeded.begin();
  for (const sqs::Message& message : messages) {
    if (next != succeeded.end() && *next == &message) {
      ++next;
    } else {
      ids.push_back(message.message_id);
    }
  }
  return ids;
}

}  // namespace

Pollers::Pollers(World& world, const Region& region, Quiet& quiet, PollingSettings settings,
                 std::function<void(std::string reason)> on_lost)
    : world_(world),
      quiet_(quiet),
      settings_(std::move(settings)),
      queue_url_(queue_url(settings_.queue)),
      on_lost_(std::move(on_lost)),
      lambda_(world.client(lambda_itself(region.stored))),
      role_(world, region, settings_.function_arn) {}

// Counts a poller for as long as its task lives, also when that is killed.
class Pollers::Presence {
 public:
  explicit Presence(std::shared_ptr<Pollers> pollers) : pollers_(std::move(pollers)) {}
  ~Presence() {
    --pollers_->count_;
    pollers_->tasks_.erase(task_.value);
    if (pollers_->is_stopped_ && pollers_->count_ == 0 && pollers_->on_stopped_) {
      std::exchange(pollers_->on_stopped_, nullptr)();
    }
  }
  Presence(const Presence&) = delete;
  Presence& operator=(const Presence&) = delete;

  void set_task(TaskId task) {
    task_ = task;
    pollers_->tasks_.insert(task.value);
  }

 private:
  std::shared_ptr<Pollers> pollers_;
  TaskId task_;
};

void Pollers::start() {
  quiet_.listen();
  for (std::size_t i = 0; i < pollers_min(); ++i) spawn_poller();
}

void Pollers::stop(std::function<void()> on_stopped) {
  is_stopped_ = true;
  on_stopped_ = std::move(on_stopped);
  world_.scheduler().cancel(growth_);
  for (const auto& [task, since] : waiting_) world_.scheduler().kill({task});
  if (count_ == 0 && on_stopped_) std::exchange(on_stopped_, nullptr)();
}

void Pollers::abandon() {
  is_stopped_ = true;
  on_stopped_ = nullptr;
  world_.scheduler().cancel(growth_);
  for (const std::uint64_t task : tasks_) world_.scheduler().kill({task});
}

std::size_t Pollers::pollers_max() const {
  if (!settings_.maximum_concurrency) return kPollersMax;
  return static_cast<std::size_t>(*settings_.maximum_concurrency);
}

std::size_t Pollers::pollers_min() const { return std::min(kPollersMin, pollers_max()); }

void Pollers::spawn_poller() {
  ++count_;
  // Made here, so that a poller that is killed before its first step is counted off too.
  const auto presence = std::make_shared<Presence>(shared_from_this());
  presence->set_task(world_.scheduler().spawn({.name = "event source poller", .daemon = true},
                                              [this, presence] { poll(); }));
}

void Pollers::poll() {
  Batch batch;
  while (!is_stopped_) {
    if (!gather(batch)) {
      if (count_ > pollers_min()) return;
      continue;
    }
    const bool went_well = process(batch);
    if (batch.empty() && (!went_well || is_any_waiting()) && may_shrink()) return;
  }
  while (!batch.empty()) (void)process(batch);
}

// Receives until there is a batch: its size is reached, its event is full, or its window is over.
// False when a long poll came back empty.
bool Pollers::gather(Batch& batch) {
  sqs::ReceiveMessage request{.queue_url = queue_url_,
                              .message_system_attribute_names = {"All"},
                              .message_attribute_names = {"All"}};
  if (batch.waiting() == 0) {
    request.wait_time_seconds = kReceiveWait;
    const std::uint64_t task = world_.scheduler().current().value;
    waiting_.emplace(task, world_.now());
    struct Leave {
      std::map<std::uint64_t, Time>& waiting;
      std::uint64_t task;
      ~Leave() { waiting.erase(task); }
    } const leave{waiting_, task};
    rest_while_quiet();
    if (!receive(batch, request)) return false;
  }
  if (settings_.window.count() == 0) return true;
  const Time window_end = world_.now() + settings_.window;
  const WorkAtHand at_work(world_.scheduler(), window_end);
  while (batch.waiting() < settings_.batch_size && batch.waiting_bytes() < kPayloadBytesMax &&
         world_.now() < window_end && !is_stopped_) {
    const auto left = std::chrono::floor<std::chrono::seconds>(window_end - world_.now());
    request.wait_time_seconds = std::min(left, kReceiveWait);
    // The queue waits for whole seconds only; the rest of the window is waited out here.
    if (left.count() == 0) wait_with_work(world_.scheduler(), window_end);
    (void)receive(batch, request);
  }
  return true;
}

// While it is quiet, a poll would end like the one before it.
void Pollers::rest_while_quiet() {
  if (!quiet_.is_long()) return;
  if (is_refused_) {
    quiet_.rest(world_.now() + kRefusedRest);
  } else if (is_queue_empty()) {
    quiet_.rest(std::nullopt);
  }
}

// Whether nothing is in it that time alone could make visible.
bool Pollers::is_queue_empty() const {
  const sqs::PeekQueue look{.queue = settings_.queue.str()};
  sqs::PeekQueueResult found;
  world_.look(operation<sqs::PeekQueue>(), &look, &found);
  return found.depth.visible + found.depth.in_flight + found.depth.delayed == 0;
}

// One call; whether messages came that the function is to see.
bool Pollers::receive(Batch& batch, sqs::ReceiveMessage& request) {
  if (!refresh_role()) return false;
  const std::size_t wanted = settings_.batch_size - std::min(settings_.batch_size, batch.waiting());
  request.max_number_of_messages =
      static_cast<std::int32_t>(std::min<std::size_t>(wanted, kReceiveMax));
  Result<sqs::ReceiveMessageResult> received = role_.aws().send(request);
  if (!received) {
    on_receive_failed(received.error());
    return false;
  }
  is_refused_ = false;
  if (received->messages.size() < static_cast<std::size_t>(*request.max_number_of_messages)) {
    drained_ = world_.now();
  }
  if (!settings_.filters.empty()) drop_unwanted(received->messages);
  for (sqs::Message& message : received->messages) batch.add(std::move(message), world_.now());
  return !received->messages.empty();
}

void Pollers::drop_unwanted(std::vector<sqs::Message>& messages) {
  const auto is_unwanted = [this](const sqs::Message& message) {
    return !matches_any(settings_.filters, message, settings_.queue);
  };
  std::vector<const sqs::Message*> unwanted;
  for (const sqs::Message& message : messages) {
    if (is_unwanted(message)) unwanted.push_back(&message);
  }
  delete_messages(unwanted);
  std::erase_if(messages, is_unwanted);
}

void Pollers::on_receive_failed(const Error& error) {
  if (error.code == sqs::errors::kQueueDoesNotExist) {
    if (!is_stopped_) on_lost_("The queue " + settings_.queue.str() + " does not exist.");
    return;
  }
  // The role's permissions may come back.
  is_refused_ = true;
  role_.forget();
  world_.scheduler().sleep_until(world_.now() + kReceiveRetryInterval);
}

bool Pollers::refresh_role() {
  if (role_.refresh()) return true;
  is_refused_ = true;
  world_.scheduler().sleep_until(world_.now() + kReceiveRetryInterval);
  return false;
}

// Whether the function took the batch.
bool Pollers::process(Batch& batch) {
  Blob payload = batch.take_event(settings_.queue, settings_.batch_size);
  world_.record<events::BatchReceived>([&](auto& event) {
    event.mapping_arn = settings_.mapping_arn;
    event.message_ids = ids_of(batch.messages());
    event.function_arn = settings_.function_arn;
  });
  ++invoking_;
  struct Leave {
    std::size_t& invoking;
    ~Leave() { --invoking; }
  } const leave{invoking_};
  grow_if_busy();
  const std::optional<InvokeResult> result = invoke(batch, std::move(payload));
  const std::size_t done = result ? finish(batch, *result) : 0;
  // What did not fit in the event must not overtake what has failed of its group.
  const bool is_all_done = done == batch.messages().size();
  if (!is_all_done && is_fifo_queue(settings_.queue.resource)) batch.drop_waiting();
  batch.clear();
  return done > 0;
}

// Nothing when the batch could not be invoked before its visibility timeout ended.
std::optional<InvokeResult> Pollers::invoke(const Batch& batch, Blob event) {
  const Invoke request{.function_name = settings_.function_arn, .payload = std::move(event)};
  std::optional<Time> visible_again;
  Duration backoff = kThrottleBackoffMin;
  for (;;) {
    Result<InvokeResult> result = lambda_.send(request);
    if (result) return std::move(*result);
    if (!visible_again) visible_again = batch.received() + visibility_timeout();
    // Less is asked of the function until it keeps up.
    next_growth_ = std::max(next_growth_, world_.now() + backoff);
    wait_with_work(world_.scheduler(), std::min(world_.now() + backoff, *visible_again));
    if (is_stopped_ || world_.now() >= *visible_again) {
      world_.record<events::BatchDropped>([&](auto& dropped) {
        dropped.mapping_arn = settings_.mapping_arn;
        dropped.message_ids = ids_of(batch.messages());
        dropped.error_code = result.error().code;
      });
      return std::nullopt;
    }
    backoff = std::min<Duration>(backoff * 2, kThrottleBackoffMax);
  }
}

// Deletes what succeeded. How many did.
//
// Also in a FIFO queue what the function does not name has succeeded: the function itself stops at
// the first failure of a group and names the rest. Source: Lambda Developer Guide, "Handling errors
// for an SQS event source in Lambda".
std::size_t Pollers::finish(const Batch& batch, const InvokeResult& result) {
  if (result.function_error) {
    world_.record<events::BatchFailed>([&](auto& event) {
      event.mapping_arn = settings_.mapping_arn;
      event.message_ids = ids_of(batch.messages());
      event.function_error = *result.function_error;
    });
    next_growth_ = std::max(next_growth_, world_.now() + kThrottleBackoffMin);
    return 0;
  }
  std::vector<const sqs::Message*> done;
  if (settings_.reports_item_failures) {
    done = succeeded(batch.messages(), result.payload);
    if (done.size() < batch.messages().size()) {
      world_.record<events::BatchPartlyFailed>([&](auto& event) {
        event.mapping_arn = settings_.mapping_arn;
        event.message_ids = ids_of(batch.messages());
        event.failed_message_ids = ids_of_others(batch.messages(), done);
      });
    }
  } else {
    for (const sqs::Message& message : batch.messages()) done.push_back(&message);
  }
  delete_messages(done);
  return done.size();
}

void Pollers::delete_messages(const std::vector<const sqs::Message*>& messages) {
  for (std::size_t begin = 0; begin < messages.size(); begin += kReceiveMax) {
    const std::size_t end = std::min<std::size_t>(messages.size(), begin + kReceiveMax);
    sqs::DeleteMessageBatch request{.queue_url = queue_url_, .entries = {}};
    request.entries.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      request.entries.push_back(
          {.id = std::to_string(i - begin), .receipt_handle = messages[i]->receipt_handle});
    }
    // Messages that cannot be deleted come back, and the trace shows why.
    (void)role_.aws().send(request);
  }
}

std::chrono::seconds Pollers::visibility_timeout() {
  const auto answer = role_.aws().send(
      sqs::GetQueueAttributes{.queue_url = queue_url_, .attribute_names = {"VisibilityTimeout"}});
  if (!answer) return std::chrono::seconds(0);
  const auto found = answer->attributes.find("VisibilityTimeout");
  if (found == answer->attributes.end()) return std::chrono::seconds(0);
  return std::chrono::seconds(std::stoll(found->second));
}

// Whether a poller waits for messages in vain. A call that takes its time is no such wait.
bool Pollers::is_any_waiting() const {
  return std::any_of(waiting_.begin(), waiting_.end(), [this](const auto& waiting) {
    return waiting.second + kPollerScalingInterval <= world_.now();
  });
}

void Pollers::grow_if_busy() {
  if (invoking_ == 0 || count_ >= pollers_max() || is_stopped_ || growth_.value != 0) return;
  const Time when = std::max(world_.now() + kPollerScalingInterval, next_growth_);
  growth_ = world_.scheduler().at(
      when,
      [self = shared_from_this()] {
        self->growth_ = {};
        if (self->is_stopped_ || self->is_any_waiting()) return;
        const Time now = self->world_.now();
        const bool is_backlog_left = self->drained_ + kPollerScalingInterval <= now;
        if (is_backlog_left && now >= self->next_growth_) self->spawn_poller();
        self->grow_if_busy();
      },
      true);
}

bool Pollers::may_shrink() {
  if (count_ <= pollers_min() || world_.now() < next_shrinking_) return false;
  next_shrinking_ = world_.now() + kPollerScalingInterval;
  return true;
}

}  // namespace emu::lambda
