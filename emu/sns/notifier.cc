#include "sns/notifier.h"

#include <emu/lambda.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include "core/delivery/retry.h"
#include "sns/envelope.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/mail.h"
#include "sns/web.h"

namespace emu::sns {

namespace {

Error too_many_attributes() {
  return invalid_parameter("A queue takes at most 10 attributes of a raw message");
}

// Source: Amazon SNS Developer Guide, "Amazon SNS raw message delivery".
Result<sqs::MessageAttributes> queue_attributes_of(const MessageAttributes& attributes) {
  if (attributes.size() > kRawAttributesMax) return too_many_attributes();
  sqs::MessageAttributes out;
  for (const auto& [name, attribute] : attributes) {
    sqs::MessageAttributeValue& value = out[name];
    value.data_type = attribute.data_type;
    value.string_value = attribute.string_value;
    if (!attribute.string_value) value.binary_value = attribute.binary_value;
  }
  return out;
}

// Ends a count of one, also when its task is killed.
class Counted {
 public:
  explicit Counted(std::size_t& count) : count_(count) {}
  ~Counted() { --count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  std::size_t& count_;
};

bool is_person(std::string_view protocol) {
  return protocol.starts_with("email") || protocol == "sms" || protocol == "application";
}

}  // namespace

std::size_t PublishedMessage::bytes() const {
  std::size_t bytes = text.size();
  for (const auto& [protocol, other] : texts) bytes += other.size();
  for (const auto& [name, attribute] : attributes) {
    bytes += name.size() + attribute.data_type.size() + attribute.binary_value.size();
    if (attribute.string_value) bytes += attribute.string_value->size();
  }
  return bytes;
}

Notifier::Message Notifier::share(PublishedMessage message) {
  struct Held {
    PublishedMessage message;
    Share share;
  };
  const std::size_t bytes = message.bytes();
  auto held = std::make_shared<Held>(Held{std::move(message), Share(bytes_, bytes)});
  const PublishedMessage* shared = &held->message;
  return {std::move(held), shared};
}

void Notifier::post(Message message, std::shared_ptr<const Target> target) {
  if (undelivered_ >= kUndeliveredMax || bytes_ > kUndeliveredBytesMax) return;
  put({.message = std::move(message), .target = std::move(target), .share = Share(undelivered_)});
}

void Notifier::put(Delivery delivery) {
  const Target& target = *delivery.target;
  const std::size_t most = target.is_fifo ? 1 : kDeliveriesAtOnceMax;
  LinePtr& line = lines_[target.serial];
  if (!line) line = std::make_shared<Line>(Line{.serial = target.serial, .sender = target.sender});
  line->waiting.push_back(std::move(delivery));
  if (line->turns >= most) return;
  ++line->turns;
  make_ready(line);
}

void Notifier::make_ready(LinePtr line) {
  ready_.push_back(std::move(line));
  hire();
}

void Notifier::hire() {
  const bool is_somebody_free = deliverers_ > busy_deliverers_;
  if (ready_.empty() || is_somebody_free || deliverers_ >= kDeliverersMax) return;
  ++deliverers_;
  const TaskOptions options = {.name = "SNS deliveries"};
  const auto body = [this] { deliver_all(); };
  if (brief_tasks_ != nullptr && !may_wait(*ready_.front())) {
    brief_tasks_->spawn_brief(options, body);
  } else {
    world_.scheduler().spawn(options, body);
  }
}

bool Notifier::may_wait(const Line& line) const {
  if (line.waiting.empty()) return false;
  const std::string& protocol = line.waiting.front().target->protocol;
  if (protocol == "lambda" || protocol.starts_with("http")) return true;
  return !world_.faults().empty();  // which may delay calls
}

void Notifier::deliver_all() {
  {
    const Counted counted(deliverers_);
    // The publisher's thread does not wait for endpoints.
    const bool is_lent = brief_tasks_ != nullptr && brief_tasks_->is_on_lent_thread();
    while (!ready_.empty() && !(is_lent && may_wait(*ready_.front()))) {
      const LinePtr line = std::move(ready_.front());
      ready_.pop_front();
      if (!line->is_dropped) take_turn(line);
    }
  }
  hire();
}

void Notifier::take_turn(const LinePtr& line) {
  if (!line->waiting.empty()) {
    Delivery next = std::move(line->waiting.front());
    line->waiting.pop_front();
    ++busy_deliverers_;
    const Counted busy(busy_deliverers_);
    hire();
    if (!deliver(*line, std::move(next))) return;
  }
  if (!line->waiting.empty()) {
    ready_.push_back(line);
  } else if (--line->turns == 0) {
    lines_.erase(line->serial);
  }
}

bool Notifier::deliver(const Line& line, Delivery delivery) {
  const Status sent = send(delivery);
  if (line.is_dropped) return false;
  if (sent) {
    count(*delivery.target, topic_metrics::kDelivered);
    return true;
  }
  // Of web endpoints every attempt counts that fails, of others the message that is given up.
  const bool is_web = delivery.target->protocol.starts_with("http");
  if (is_web) count(*delivery.target, topic_metrics::kFailed);
  const bool is_fifo = delivery.target->is_fifo;
  const std::optional<Duration> wait = delivery.target->plan.wait(delivery.retries);
  // Source: Amazon SNS Developer Guide, "Amazon SNS message delivery retries": client errors, such
  // as a refusal by a policy or a queue that is gone, are not tried again.
  if (!may_pass(sent.error()) || !wait) {
    if (!is_web) count(*delivery.target, topic_metrics::kFailed);
    bury(delivery);
    return !line.is_dropped;
  }
  ++delivery.retries;
  try_again(std::move(delivery), *wait);
  return !is_fifo;
}

void Notifier::try_again(Delivery delivery, Duration wait) {
  const std::uint64_t id = next_retry_++;
  const TimerId timer = world_.scheduler().at(world_.now() + wait, [this, id] { end_retry(id); });
  retries_.emplace(id, Retry{.timer = timer, .delivery = std::move(delivery)});
}

void Notifier::end_retry(std::uint64_t id) {
  auto retry = retries_.extract(id);
  Delivery delivery = std::move(retry.mapped().delivery);
  if (!delivery.target->is_fifo) return put(std::move(delivery));
  const LinePtr& line = lines_.at(delivery.target->serial);
  line->waiting.push_front(std::move(delivery));
  make_ready(line);
}

void Notifier::count(const Target& target, topic_metrics::Kind kind) {
  if (target.metrics != nullptr) minutes_.add(target.metrics, kind);
}

void Notifier::bury(const Delivery& delivery) {
  if (delivery.target->dead_letter_url.empty()) return;
  const bool is_redriven = redrive(delivery);
  count(*delivery.target,
        is_redriven ? topic_metrics::kRedrivenToDlq : topic_metrics::kFailedToRedriveToDlq);
}

bool Notifier::redrive(const Delivery& delivery) {
  const Target& target = *delivery.target;
  Envelope envelope(*delivery.message, signer_);
  QueueTarget queue{.url = target.dead_letter_url,
                    .is_fifo = target.has_fifo_dead_letters,
                    .is_raw = target.is_raw};
  if (send_to_queue(delivery, envelope, queue)) return true;
  if (!queue.is_raw) return false;
  // No queue takes some messages raw; they are not to be lost.
  queue.is_raw = false;
  return send_to_queue(delivery, envelope, queue).ok();
}

Status Notifier::send(const Delivery& delivery) {
  const Target& target = *delivery.target;
  Envelope envelope(*delivery.message, signer_);
  if (target.protocol == "sqs") {
    return send_to_queue(
        delivery, envelope,
        {.url = target.queue_url, .is_fifo = target.goes_to_fifo_queue, .is_raw = target.is_raw});
  }
  if (target.protocol == "lambda") return send_to_function(target, envelope);
  if (target.protocol.starts_with("http")) {
    return post_to_web(world_, {.target = target,
                                .message = *delivery.message,
                                .body = target.is_raw ? delivery.message->text_for(target.protocol)
                                                      : envelope.document(target)});
  }
  if (is_person(target.protocol)) send_to_person(delivery, envelope);
  return {};
}

Status Notifier::send_to_function(const Target& target, Envelope& envelope) {
  Aws aws = world_.client(target.sender);
  EMU_CHECK(aws.send(lambda::Invoke{.function_name = target.endpoint,
                                    .invocation_type = lambda::invocation_types::kEvent,
                                    .payload = envelope.lambda_event(target)}));
  return {};
}

Status Notifier::send_to_queue(const Delivery& delivery, Envelope& envelope,
                               const QueueTarget& queue) {
  const PublishedMessage& message = *delivery.message;
  const Target& target = *delivery.target;
  sqs::SendMessage request{.queue_url = queue.url, .message_body = {}};
  if (queue.is_raw) {
    request.message_body = message.text_for(target.protocol);
    EMU_TRY(request.message_attributes, queue_attributes_of(message.attributes));
  } else {
    request.message_body = envelope.document(target);
  }
  if (!message.group_id.empty()) request.message_group_id = message.group_id;
  if (queue.is_fifo) request.message_deduplication_id = message.deduplication_id;
  Aws aws = world_.client(target.sender);
  EMU_CHECK(aws.send(request));
  return {};
}

void Notifier::send_to_person(const Delivery& delivery, Envelope& envelope) {
  const Target& target = *delivery.target;
  const PublishedMessage& message = *delivery.message;
  SentMessage sent = mail_of(message, target);
  if (target.protocol == "email-json") sent.body = envelope.document(target);
  sent.region = target.sender->region;
  sent.sent_at = world_.now();
  outbox_.add(target.sender->account, std::move(sent));
}

void Notifier::drop(std::optional<std::string_view> account) {
  const auto is_dropped = [&](const CallerPtr& sender) {
    return !account || sender->account == *account;
  };
  std::erase_if(retries_, [&](const auto& entry) {
    if (!is_dropped(entry.second.delivery.target->sender)) return false;
    world_.scheduler().cancel(entry.second.timer);
    return true;
  });
  std::erase_if(lines_, [&](const auto& entry) {
    Line& line = *entry.second;
    line.is_dropped = is_dropped(line.sender);
    if (line.is_dropped) line.waiting.clear();
    return line.is_dropped;
  });
}

}  // namespace emu::sns
