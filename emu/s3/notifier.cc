#include "s3/notifier.h"

#include <emu/arn.h>
#include <emu/lambda.h>
#include <emu/sns.h>
#include <emu/sqs.h>

#include <chrono>
#include <utility>

#include "core/delivery/retry.h"
#include "core/text/queue_url.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kPrincipal = "s3.amazonaws.com";
constexpr const char* kSubject = "Amazon S3 Notification";  // of what topics get

// Held while the line is worked off; a killed task leaves none behind.
class Delivering {
 public:
  Delivering(bool& flag, const Notifier::Delivery*& being_sent)
      : flag_(flag), being_sent_(being_sent) {}
  ~Delivering() {
    flag_ = false;
    being_sent_ = nullptr;
  }
  Delivering(const Delivering&) = delete;
  Delivering& operator=(const Delivering&) = delete;

 private:
  bool& flag_;
  const Notifier::Delivery*& being_sent_;
};

}  // namespace

CallerPtr Notifier::sender_of(const StoredBucket& bucket) const {
  return world_.service_caller(kPrincipal, bucket.arn(), bucket.account, bucket.region);
}

void Notifier::post(Delivery delivery) {
  if (line_.size() + retries_.size() >= kUndeliveredEventsMax) return;
  line_.push_back(std::move(delivery));
  if (is_delivering_) return;
  is_delivering_ = true;
  world_.scheduler().spawn({.name = "S3 notifications"}, [this] { deliver_all(); });
}

void Notifier::deliver_all() {
  const Delivering delivering(is_delivering_, being_sent_);
  while (!line_.empty()) {
    Delivery next = std::move(line_.front());
    line_.pop_front();
    deliver(std::move(next));
  }
}

void Notifier::deliver(Delivery delivery) {
  being_sent_ = &delivery;
  const Status sent = send(delivery);
  // Sending may have waited, and what the bucket says of it may be gone.
  const bool is_forgotten = std::exchange(being_sent_, nullptr) == nullptr;
  if (sent || is_forgotten || !may_pass(sent.error()) ||
      ++delivery.attempts >= kDeliveryAttemptsMax)
    return;
  try_again(std::move(delivery));
}

void Notifier::try_again(Delivery delivery) {
  const auto wait = kDeliveryRetryWait * (1 << (delivery.attempts - 1));
  const std::uint64_t id = next_retry_++;
  const TimerId timer = world_.scheduler().at(world_.now() + wait, [this, id] {
    auto retry = retries_.extract(id);
    post(std::move(retry.mapped().delivery));
  });
  retries_.emplace(id, Retry{.timer = timer, .delivery = std::move(delivery)});
}

Status Notifier::send(const Delivery& delivery) {
  Aws aws = world_.client(delivery.sender);
  switch (delivery.kind) {
    case Destined::Kind::kTopic:
      EMU_CHECK(aws.send(
          sns::Publish{.topic_arn = delivery.arn, .message = delivery.text, .subject = kSubject}));
      return {};
    case Destined::Kind::kQueue:
      EMU_CHECK(aws.send(sqs::SendMessage{.queue_url = queue_url(*Arn::parse(delivery.arn)),
                                          .message_body = delivery.text}));
      return {};
    case Destined::Kind::kFunction:
      break;
  }
  EMU_CHECK(aws.send(lambda::Invoke{.function_name = delivery.arn,
                                    .invocation_type = lambda::invocation_types::kEvent,
                                    .payload = delivery.text}));
  return {};
}

void Notifier::drop(std::optional<std::string_view> account) {
  const auto is_dropped = [&](const Delivery& delivery) {
    return !account || delivery.sender->account == *account;
  };
  std::erase_if(line_, is_dropped);
  if (being_sent_ != nullptr && is_dropped(*being_sent_)) being_sent_ = nullptr;
  std::erase_if(retries_, [&](const auto& entry) {
    if (!is_dropped(entry.second.delivery)) return false;
    world_.scheduler().cancel(entry.second.timer);
    return true;
  });
}

}  // namespace emu::s3
