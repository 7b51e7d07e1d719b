#include "server/control/biography.h"

#include <emu/events.h>
#include <emu/sqs/looks.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "server/control/redrive_look.h"

namespace emu::server {

namespace {

// A message that lies further behind in its queue is not found.
constexpr std::size_t kLookedAtMax = 100'000;

// What the life of a message is made of.
using Chapter =
    std::variant<events::MessagesSent, events::MessagesReceived, events::VisibilityChanged,
                 events::MessageVisibleAgain, events::MessagesDeleted, events::MessageExpired,
                 events::MessageRedriven, events::MessageMoved>;

bool is_about(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

template <class T>
bool is_about(const T& event, std::string_view id) {
  if constexpr (std::is_same_v<T, events::MessageMoved>) {
    return event.message_id == id || event.new_message_id == id;
  } else if constexpr (requires { event.message_ids; }) {
    return is_about(event.message_ids, id);
  } else {
    return event.message_id == id;
  }
}

template <class... T>
std::optional<Chapter> chapter_of(const Event& event, std::string_view id,
                                  const std::variant<T...>*) {
  std::optional<Chapter> chapter;
  const auto try_one = [&](const auto* what) {
    if (what != nullptr && is_about(*what, id)) chapter = *what;
    return what != nullptr;
  };
  (void)(try_one(event.as<T>()) || ...);
  return chapter;
}

std::string times(std::int64_t count) {
  if (count == 1) return "once";
  return count == 2 ? "twice" : fmt::format("{} times", count);
}

class Narrator {
 public:
  Narrator(Cloud& cloud, std::string_view id) : cloud_(cloud), id_(id) {}

  // Looks at queues, so not while the events are walked over.
  void tell(const Chapter& chapter, Time at) {
    at_ = at;
    std::visit([this](const auto& event) { tell_event(event); }, chapter);
  }

  Biography finish(std::vector<TraceEvent> events) {
    told_.events = std::move(events);
    if (const auto message = find_message()) {
      tell_present(*message);
    } else {
      tell_end();
    }
    return std::move(told_);
  }

 private:
  void say(const std::string& sentence) {
    if (!told_.why.empty()) told_.why += ' ';
    told_.why += sentence;
  }

  void tell_event(const events::MessagesSent& sent) {
    been_in_.push_back(sent.queue_arn);
    say(fmt::format("It was sent to {} at {}.", sent.queue_arn, iso8601(at_)));
  }

  void tell_event(const events::MessagesReceived& received) {
    been_in_.push_back(received.queue_arn);
    ++told_.receive_count;
    last_received_ = at_;
  }

  void tell_event(const events::VisibilityChanged& changed) {
    been_in_.push_back(changed.queue_arn);
  }

  void tell_event(const events::MessageVisibleAgain& visible) {
    been_in_.push_back(visible.queue_arn);
  }

  void tell_event(const events::MessagesDeleted& deleted) {
    been_in_.push_back(deleted.queue_arn);
    end_ = {.state = "deleted",
            .why = fmt::format("It was received {}, and deleted by {} at {}.",
                               times(told_.receive_count), deleted.caller_arn, iso8601(at_))};
  }

  void tell_event(const events::MessageExpired& expired) {
    been_in_.push_back(expired.queue_arn);
    end_ = {.state = "expired",
            .why = fmt::format("Its queue's retention period ended at {}.", iso8601(at_))};
  }

  void tell_event(const events::MessageRedriven& redriven) {
    been_in_.push_back(redriven.queue_arn);
    been_in_.push_back(redriven.dead_letter_queue_arn);
    const auto policy = look_at_redrive_policy(cloud_.world(), redriven.queue_arn);
    const std::string limit =
        policy ? fmt::format(", maxReceiveCount {}", policy->max_receive_count) : "";
    say(fmt::format("It was received {}{}, and moved to {} at {}.", times(told_.receive_count),
                    limit, redriven.dead_letter_queue_arn, iso8601(at_)));
  }

  void tell_event(const events::MessageMoved& moved) {
    if (moved.message_id == id_) {
      been_in_.push_back(moved.queue_arn);
      end_ = {.state = "moved"};
      say(fmt::format("A move task took it out of {} at {}, to {} as {}.", moved.queue_arn,
                      iso8601(at_), moved.destination_arn, moved.new_message_id));
    } else {
      been_in_.push_back(moved.destination_arn);
      say(fmt::format("A move task brought it from {} at {}, where it was the message {}.",
                      moved.queue_arn, iso8601(at_), moved.message_id));
    }
  }

  // Looked for in the queues that it has been in, the latest first.
  std::optional<sqs::QueuedMessage> find_message() {
    std::vector<std::string> looked_in;
    for (auto arn = been_in_.rbegin(); arn != been_in_.rend(); ++arn) {
      if (std::find(looked_in.begin(), looked_in.end(), *arn) != looked_in.end()) continue;
      looked_in.push_back(*arn);
      if (auto message = find_in(*arn)) return message;
    }
    return std::nullopt;
  }

  std::optional<sqs::QueuedMessage> find_in(const std::string& arn) {
    auto messages = cloud_.look(sqs::PeekQueue{.queue = arn, .limit = kLookedAtMax}).messages;
    const auto found =
        std::find_if(messages.begin(), messages.end(),
                     [&](const sqs::QueuedMessage& message) { return message.message_id == id_; });
    if (found == messages.end()) {
      if (messages.size() == kLookedAtMax) too_long_ = arn;
      return std::nullopt;
    }
    told_.queue = arn;
    return std::move(*found);
  }

  void tell_present(const sqs::QueuedMessage& message) {
    told_.receive_count = std::max<std::int64_t>(told_.receive_count, message.receive_count);
    told_.state = message.state;
    if (message.state == sqs::message_states::kInFlight) return tell_in_flight(message);
    if (message.state == sqs::message_states::kDelayed) {
      return say(fmt::format("It is delayed in {} until {}.", told_.queue, when(message)));
    }
    say(fmt::format("It waits in {} to be received.", told_.queue));
  }

  void tell_in_flight(const sqs::QueuedMessage& message) {
    say(fmt::format(
        "It was received {}, last at {}, and is hidden in {} until {}.", times(told_.receive_count),
        last_received_ ? iso8601(*last_received_) : "a time that the trace has forgotten",
        told_.queue, when(message)));
    const auto policy = look_at_redrive_policy(cloud_.world(), told_.queue);
    if (policy && message.receive_count >= policy->max_receive_count) {
      return say(
          fmt::format("Unless it is deleted before, it then moves to {}, since its queue's "
                      "maxReceiveCount is {}.",
                      policy->target_arn, policy->max_receive_count));
    }
    say("Unless it is deleted before, it can then be received again.");
  }

  static std::string when(const sqs::QueuedMessage& message) {
    return message.visible_at ? iso8601(*message.visible_at) : "now";
  }

  // It lies in no queue: the last event that took it out of one says why.
  void tell_end() {
    if (end_) {
      told_.state = end_->state;
      if (!end_->why.empty()) say(end_->why);
    } else if (!too_long_.empty()) {
      told_.state = "unknown";
      say(fmt::format("It is not among the first {} messages of {}; it may lie behind them.",
                      kLookedAtMax, too_long_));
    } else {
      say("It lies in none of the queues that it has been in: they were purged or deleted.");
    }
  }

  struct End {
    std::string state = {};
    std::string why = {};
  };

  Cloud& cloud_;
  std::string id_;
  Time at_ = {};  // of the event that is being told
  Biography told_ = {};
  std::vector<std::string> been_in_ = {};  // ARNs of queues, some several times
  std::optional<Time> last_received_ = {};
  std::optional<End> end_ = {};
  // A queue of more messages than are looked at, if it was in one.
  std::string too_long_ = {};
};

}  // namespace

Biography read_biography(Cloud& cloud, std::string_view message_id) {
  std::vector<TraceEvent> events;
  std::vector<Chapter> chapters;
  cloud.each_event([&](const Event& event) {
    auto chapter = chapter_of(event, message_id, static_cast<const Chapter*>(nullptr));
    if (!chapter) return;
    chapters.push_back(std::move(*chapter));
    events.push_back(to_trace_event(event));
  });
  Narrator narrator(cloud, message_id);
  for (std::size_t i = 0; i < chapters.size(); ++i) narrator.tell(chapters[i], events[i].at);
  return narrator.finish(std::move(events));
}

}  // namespace emu::server
