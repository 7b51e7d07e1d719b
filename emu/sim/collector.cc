#include "sim/collector.h"

#include <algorithm>
#include <map>
#include <utility>

namespace emu::sim {

void Collector::see(const Event& event, bool is_own_call) {
  if (const auto* redriven = event.as<events::MessageRedriven>()) {
    messages_.redriven(redriven->message_id);
  } else if (const auto* expired = event.as<events::MessageExpired>()) {
    messages_.expired(expired->message_id);
  } else if (!is_own_call) {
    count(event);
  }
  functions_.see(event);
}

void Collector::count(const Event& event) {
  if (const auto* call = event.as<events::CallAnswered>()) {
    CallCount& count = calls_[call->type];
    ++count.made;
    if (!call->outcome.empty()) ++count.failed;
    functions_.see_call(*call);
  } else if (const auto* sent = event.as<events::MessagesSent>()) {
    note_queue(sent->queue_arn);
    messages_.sent(sent->message_ids, sent->called_at);
  } else if (const auto* deleted = event.as<events::MessagesDeleted>()) {
    messages_.deleted(deleted->message_ids, event.at);
  }
}

void Collector::note_queue(const std::string& arn) {
  if (std::find(queues_.begin(), queues_.end(), arn) == queues_.end()) queues_.push_back(arn);
}

std::vector<CallFigures> Collector::calls() const {
  std::map<std::pair<std::string_view, std::string_view>, CallFigures> sorted;
  for (const auto& [operation, count] : calls_) {
    CallFigures& figures = sorted[{operation->name.service, operation->name.name}];
    figures.made += count.made;
    figures.failed += count.failed;
  }
  std::vector<CallFigures> result;
  for (auto& [name, figures] : sorted) {
    figures.service = name.first;
    figures.operation = name.second;
    result.push_back(std::move(figures));
  }
  return result;
}

}  // namespace emu::sim
