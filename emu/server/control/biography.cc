#include "server/control/biography.h"

#include <emu/sqs/looks.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text/ascii.h"
#include "server/control/redrive_look.h"

namespace emu::server {

namespace {

// A message that lies further behind in its queue is not found.
constexpr std::size_t kLookedAtMax = 100'000;
constexpr std::string_view kQueueArn = "arn:aws:sqs:";

bool holds(std::string_view ids, std::string_view id) {
  while (!ids.empty()) {
    if (take_until(ids, ',') == id) return true;
  }
  return false;
}

// A message that is moved out of a DLQ gets a new id: its event's note says "<ARN> as <id>".
bool is_about(const TraceEvent& event, std::string_view id) {
  if (holds(event.subject, id)) return true;
  return event.name == "move" && event.note.ends_with(fmt::format(" as {}", id));
}

bool is_call(const TraceEvent& event, std::string_view name) {
  return event.is_call && event.outcome.empty() &&
         (event.name == name || (event.name.starts_with(name) && event.name.ends_with("Batch")));
}

std::string times(std::int64_t count) {
  if (count == 1) return "once";
  return count == 2 ? "twice" : fmt::format("{} times", count);
}

class Narrator {
 public:
  Narrator(Cloud& cloud, std::string_view id, std::vector<TraceEvent> events)
      : cloud_(cloud), id_(id) {
    told_.events = std::move(events);
  }

  Biography tell() {
    tell_past();
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

  void tell_past() {
    for (const TraceEvent& event : told_.events) {
      const std::string at = iso8601(event.at);
      if (is_call(event, "SendMessage")) {
        say(fmt::format("It was sent to {} at {}.", event.resource, at));
      } else if (is_call(event, "ReceiveMessage")) {
        ++told_.receive_count;
        last_received_ = event.at;
      } else if (event.name == "redrive") {
        tell_redrive(event);
      } else if (event.name == "move" && holds(event.subject, id_)) {
        say(fmt::format("A move task took it out of {} at {}, to {}.", event.resource, at,
                        event.note));
      } else if (event.name == "move") {
        say(fmt::format("A move task brought it from {} at {}, where it was the message {}.",
                        event.resource, at, event.subject));
      }
    }
  }

  void tell_redrive(const TraceEvent& event) {
    const auto policy = look_at_redrive_policy(cloud_.world(), event.resource);
    const std::string limit =
        policy ? fmt::format(", maxReceiveCount {}", policy->max_receive_count) : "";
    say(fmt::format("It was received {}{}, and moved to {} at {}.", times(told_.receive_count),
                    limit, event.note, iso8601(event.at)));
  }

  // Looked for in the queues that it has been in, the latest first.
  std::optional<sqs::QueuedMessage> find_message() {
    std::vector<std::string> looked_in;
    for (auto event = told_.events.rbegin(); event != told_.events.rend(); ++event) {
      const std::string target = event->note.substr(0, event->note.find(' '));
      for (const std::string& arn : {target, event->resource}) {
        if (!arn.starts_with(kQueueArn)) continue;
        if (std::find(looked_in.begin(), looked_in.end(), arn) != looked_in.end()) continue;
        looked_in.push_back(arn);
        if (auto message = find_in(arn)) return message;
      }
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

  // It lies in no queue: the last thing that took it out of one.
  void tell_end() {
    for (auto event = told_.events.rbegin(); event != told_.events.rend(); ++event) {
      const std::string at = iso8601(event->at);
      if (is_call(*event, "DeleteMessage")) {
        told_.state = "deleted";
        return say(fmt::format("It was received {}, and deleted by {} at {}.",
                               times(told_.receive_count), event->caller, at));
      }
      if (event->name == "expire") {
        told_.state = "expired";
        return say(fmt::format("Its queue's retention period ended at {}.", at));
      }
      if (event->name == "move" && holds(event->subject, id_)) {
        told_.state = "moved";
        return;
      }
    }
    if (!too_long_.empty()) {
      told_.state = "unknown";
      return say(fmt::format("It is not among the first {} messages of {}; it may lie behind them.",
                             kLookedAtMax, too_long_));
    }
    say("It lies in none of the queues that it has been in: they were purged or deleted.");
  }

  Cloud& cloud_;
  std::string id_;
  Biography told_ = {};
  std::optional<Time> last_received_ = {};
  // A queue of more messages than are looked at, if it was in one.
  std::string too_long_ = {};
};

}  // namespace

Biography read_biography(Cloud& cloud, std::string_view message_id) {
  std::vector<TraceEvent> events;
  cloud.each_trace_event([&](const TraceEvent& event) {
    if (is_about(event, message_id)) events.push_back(event);
  });
  return Narrator(cloud, message_id, std::move(events)).tell();
}

}  // namespace emu::server
