// TraceHub: hands the trace's events to those who follow it, each at a pace of their own.
//
//   TraceHub::Follower follower(hub);
//   while (auto news = follower.wait(500ms)) { … }
//
// While somebody follows, the hub is subscribed to the Cloud's events; otherwise it costs nothing.
// A follower who is too slow misses events and is told how many.
#pragma once

#include <emu/cloud.h>
#include <emu/trace.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace emu::server {

inline constexpr std::size_t kFollowersMax = 64;
inline constexpr std::size_t kFollowerEventsMax = 4096;

class TraceHub {
 public:
  // The Cloud must outlive it.
  explicit TraceHub(Cloud& cloud) : cloud_(cloud) {}
  TraceHub(const TraceHub&) = delete;
  TraceHub& operator=(const TraceHub&) = delete;

  using Entry = std::shared_ptr<const TraceEvent>;

  struct News {
    std::vector<Entry> events = {};  // none: the time has passed
    std::uint64_t missed = 0;        // before the first of them
  };

  class Follower {
   public:
    // Sees every event from now on.
    explicit Follower(TraceHub& hub);
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    // Nothing once the hub is closed.
    std::optional<News> wait(std::chrono::milliseconds at_most);

   private:
    friend class TraceHub;

    TraceHub& hub_;
    std::deque<Entry> events_;
    std::uint64_t missed_ = 0;
    std::list<Follower*>::iterator self_;
  };

  // Whether one more may follow.
  bool has_room() const;
  // Sends all followers away. There will be no others.
  void close();

 private:
  void tell(const Event& event);

  Cloud& cloud_;
  mutable std::mutex mutex_;
  std::mutex sink_mutex_;  // around subscribing and its end
  Subscription subscription_;
  std::condition_variable told_;
  std::list<Follower*> followers_;
  bool closed_ = false;
};

}  // namespace emu::server
