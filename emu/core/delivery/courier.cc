#include "core/delivery/courier.h"

#include <algorithm>
#include <utility>

#include "core/delivery/retry.h"

namespace emu {

namespace {

constexpr std::size_t kDeliverersMax = 64;
constexpr std::size_t kUndeliveredMax = 1'000'000;
constexpr std::size_t kUndeliveredBytesMax = std::size_t{1} * 1024 * 1024 * 1024;

// 185 retries that begin after a second and come at most eight minutes apart last for 24 hours.
constexpr Duration kFirstWait = std::chrono::seconds(1);
constexpr Duration kLongestWait = std::chrono::minutes(8);

// Ends a count of one, also when its task is killed.
class CountedDeliverer {
 public:
  explicit CountedDeliverer(std::size_t& count) : count_(count) {}
  ~CountedDeliverer() { --count_; }
  CountedDeliverer(const CountedDeliverer&) = delete;
  CountedDeliverer& operator=(const CountedDeliverer&) = delete;

 private:
  std::size_t& count_;
};

}  // namespace

void Courier::post(Delivery delivery) {
  if (posted_.size() >= kUndeliveredMax || bytes_ >= kUndeliveredBytesMax) return;
  auto posted =
      std::make_shared<Posted>(Posted{.delivery = std::move(delivery), .since = world_.now()});
  bytes_ += posted->delivery.bytes;
  posted_.insert(posted);
  if (posted->delivery.delay > Duration::zero()) {
    const Time when = posted->since + posted->delivery.delay;
    put_at(when, std::move(posted));
  } else {
    put(std::move(posted));
  }
}

void Courier::put(PostedPtr posted) {
  waiting_.push_back(std::move(posted));
  hire();
}

void Courier::hire() {
  const bool is_somebody_free = deliverers_ > busy_deliverers_;
  if (waiting_.empty() || is_somebody_free || deliverers_ >= kDeliverersMax) return;
  ++deliverers_;
  world_.scheduler().spawn({.name = name_}, [this] { deliver_all(); });
}

void Courier::deliver_all() {
  const CountedDeliverer counted(deliverers_);
  while (!waiting_.empty()) {
    const PostedPtr posted = std::move(waiting_.front());
    waiting_.pop_front();
    ++busy_deliverers_;
    const CountedDeliverer busy(busy_deliverers_);
    // Another goes on when this one has to wait.
    hire();
    if (!posted->is_dropped) deliver(posted);
  }
}

void Courier::deliver(const PostedPtr& posted) {
  const Status sent = posted->delivery.send();
  if (posted->is_dropped) return;
  if (sent) return end(posted);
  const RetryLimits& limits = posted->delivery.limits;
  std::string_view exhausted;
  if (may_pass(sent.error())) {
    const bool is_too_old = world_.now() - posted->since >= limits.age_max;
    if (!is_too_old && posted->retries < limits.retries_max) return try_again(posted);
    exhausted = is_too_old ? "MaximumEventAgeInSeconds" : "MaximumRetryAttempts";
  }
  if (posted->delivery.give_up) {
    posted->delivery.give_up(
        {.error = sent.error(), .retries = posted->retries, .exhausted = exhausted});
  }
  end(posted);
}

// Exponential, and later by up to a tenth.
Duration Courier::wait_before(std::int64_t retry) {
  constexpr std::int64_t kDoublingsMax = 16;
  const Duration wait =
      std::min(kFirstWait * (std::int64_t{1} << std::min(retry, kDoublingsMax)), kLongestWait);
  const auto tenth = static_cast<std::uint64_t>(wait.count() / 10);
  return wait + Duration(static_cast<std::int64_t>(world_.random().below(tenth)));
}

void Courier::try_again(PostedPtr posted) {
  // What becomes too old meanwhile is tried once more when it does.
  const Time last = posted->since + posted->delivery.limits.age_max;
  const Time when = std::min(world_.now() + wait_before(posted->retries), last);
  ++posted->retries;
  put_at(when, std::move(posted));
}

void Courier::put_at(Time when, PostedPtr posted) {
  const std::uint64_t id = next_later_++;
  const auto callback = [this, id] {
    auto later = later_.extract(id);
    put(std::move(later.mapped().posted));
  };
  const TimerId timer = world_.scheduler().at(when, callback, posted->delivery.is_background);
  later_.emplace(id, Later{.timer = timer, .posted = std::move(posted)});
}

void Courier::end(const PostedPtr& posted) {
  if (posted_.erase(posted) != 0) bytes_ -= posted->delivery.bytes;
}

void Courier::drop(std::optional<std::string_view> account) {
  const auto is_dropped = [&](const PostedPtr& posted) {
    return !account || posted->delivery.account == *account;
  };
  std::erase_if(later_, [&](const auto& entry) {
    if (!is_dropped(entry.second.posted)) return false;
    world_.scheduler().cancel(entry.second.timer);
    return true;
  });
  std::erase_if(waiting_, is_dropped);
  std::erase_if(posted_, [&](const PostedPtr& posted) {
    if (!is_dropped(posted)) return false;
    posted->is_dropped = true;
    bytes_ -= posted->delivery.bytes;
    return true;
  });
}

}  // namespace emu
