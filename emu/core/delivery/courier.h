// Courier: carries out deliveries on tasks of its own, and tries again what failed for a reason
// that may pass.
//
//   courier.post({.account = account,
//                 .bytes = body.size(),
//                 .send = [=] { return send_to(target, body); },
//                 .give_up = [=](const DeliveryFailure& failure) { bury(body, failure); }});
//
// EventBridge, EventBridge Scheduler and CloudWatch Logs bring their events so. What is refused is
// not tried again: it is given up at once, as is what has failed too often or for too long.
// Source: Amazon EventBridge User Guide, "How EventBridge retries delivering events".
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/gate/world.h"

namespace emu {

struct RetryLimits {
  std::int64_t retries_max = 185;
  Duration age_max = std::chrono::hours(24);
};

struct DeliveryFailure {
  const Error& error;
  std::int64_t retries;
  // "MaximumRetryAttempts" or "MaximumEventAgeInSeconds"; empty when it was not to be tried again.
  std::string_view exhausted;
};

struct Delivery {
  std::string account;    // whose it is
  std::size_t bytes = 0;  // what is kept for it
  Duration delay = {};    // before it is sent for the first time
  RetryLimits limits = {};
  // What a schedule without an end posts: nobody waits until its retries are over.
  bool is_background = false;
  std::function<Status()> send;                                      // may wait
  std::function<void(const DeliveryFailure& failure)> give_up = {};  // may wait
};

class Courier {
 public:
  // `name` is that of its tasks. The world must outlive it.
  Courier(World& world, const char* name) : world_(world), name_(name) {}

  // Does not wait. Nothing happens when more waits already than there is room for.
  void post(Delivery delivery);

  // Forgets what has not been delivered, of one account or of all. What is under way may arrive,
  // but is neither tried again nor given up.
  void drop(std::optional<std::string_view> account);

 private:
  struct Posted {
    Delivery delivery;
    Time since;
    std::int64_t retries = 0;
    bool is_dropped = false;
  };
  using PostedPtr = std::shared_ptr<Posted>;
  struct Later {
    TimerId timer;
    PostedPtr posted;
  };

  void put(PostedPtr posted);
  void put_at(Time when, PostedPtr posted);
  // Sees to it that somebody takes what waits.
  void hire();
  void deliver_all();
  void deliver(const PostedPtr& posted);
  void try_again(PostedPtr posted);
  void end(const PostedPtr& posted);
  Duration wait_before(std::int64_t retry);

  World& world_;
  const char* name_;
  std::set<PostedPtr> posted_ = {};  // all that has not ended
  std::size_t bytes_ = 0;            // of them
  std::deque<PostedPtr> waiting_ = {};
  std::map<std::uint64_t, Later> later_ = {};  // what is delayed or will be tried again
  std::uint64_t next_later_ = 0;
  std::size_t deliverers_ = 0;
  std::size_t busy_deliverers_ = 0;
};

}  // namespace emu
