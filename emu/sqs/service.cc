#include "sqs/service.h"

#include <utility>

#include "sqs/errors.h"

namespace emu::sqs {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Sqs>(world); }

Sqs::Sqs(World& world) : world_(world), next_serial_(first_serial()) {
  world.interfaces().add<MetricSource>(*this);
  world.resource_policies().add_source("sqs",
                                       [this](std::string_view arn) { return policy_of(arn); });
}

std::uint32_t Sqs::first_serial() const {
  return static_cast<std::uint32_t>(world_.random().fork("sqs: queue serials").next());
}

void Sqs::reset(std::optional<std::string_view> account) {
  last_found_ = {};
  regions_.each_of(account, [this](RegionState& state) {
    for (const auto& [name, queue] : state.queues) lives_.end(queue);
    for (const auto& [source, tasks] : state.moves) stop_timer(source);
  });
  regions_.forget(account);
  if (account) return;
  senders_.clear();
  last_sender_ = nullptr;
  next_serial_ = first_serial();
}

Result<Queue*> Sqs::find(const Call& call, std::string_view url) {
  LastFound& last = last_found_;
  if (last.queue == nullptr || last.url != url || last.callers_account != call.account() ||
      last.callers_region != call.region()) {
    const std::optional<QueueAddress> address = address_of_url(url, place_of(call));
    if (!address) return invalid_address(url);
    Queue* queue = find_in(*address);
    if (queue == nullptr) return queue_does_not_exist();
    last.url.assign(url);
    last.callers_account = call.account();
    last.callers_region = call.region();
    last.queue = queue;
  }
  settle(*last.queue);
  return last.queue;
}

Queue* Sqs::find_by_arn(std::string_view arn) {
  const std::optional<QueueAddress> address = address_of_arn(arn);
  return address ? find_in(*address) : nullptr;
}

Queue* Sqs::find_in(const QueueAddress& address) {
  RegionState* state = regions_.find(address.account, address.region);
  return state == nullptr ? nullptr : state->find(address.name);
}

// Calls of the same minute cost one comparison for metrics.
void Sqs::settle(Queue& queue) {
  const Time now = world_.now();
  if (now >= queue.metrics.minute_end) count_activity(queue);
  advance(queue, now);
}

void Sqs::advance(Queue& queue, Time now) {
  const std::chrono::seconds retention = queue.attributes.retention;
  const auto visible_again = [&](const StoredMessage& message) {
    world_.trace().record<events::MessageVisibleAgain>(message.due, [&](auto& event) {
      event.queue_arn = queue.arn;
      event.message_id = message.id();
      event.receive_count = message.receive_count;
    });
  };
  const auto expired = [&](const StoredMessage& message) {
    world_.trace().record<events::MessageExpired>(message.sent + retention, [&](auto& event) {
      event.queue_arn = queue.arn;
      event.message_id = message.id();
    });
  };
  std::int64_t shown = queue.messages.advance(now, retention, visible_again, expired);
  if (queue.attributes.is_fifo) {
    queue.sends.advance(now);
    queue.attempts.advance(now);
    // One receive takes of a group what is visible, and the others wait for it.
    shown = queue.messages.take_unblocked();
  }
  QueueLife* life = lives_.find(queue);
  if (life == nullptr || life->waiting.empty()) return;
  life->waiting.wake(shown);
  life->waiting.expect(queue.messages.next_due());
}

QueueLife& Sqs::life_of(Queue& queue) {
  return lives_.at(queue, world_.scheduler(), [this, &queue] { settle(queue); });
}

std::shared_ptr<const std::string> Sqs::policy_of(std::string_view queue_arn) {
  Queue* queue = find_by_arn(queue_arn);
  if (queue == nullptr || queue->attributes.policy.empty()) return nullptr;
  std::shared_ptr<const std::string>& policy = life_of(*queue).policy;
  if (policy == nullptr || *policy != queue->attributes.policy) {
    policy = std::make_shared<const std::string>(queue->attributes.policy);
  }
  return policy;
}

const std::string* Sqs::intern_sender(std::string_view principal_id) {
  if (last_sender_ == nullptr || *last_sender_ != principal_id) {
    last_sender_ = &*senders_.emplace(principal_id).first;
  }
  return last_sender_;
}

}  // namespace emu::sqs
