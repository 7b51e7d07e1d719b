#include "sim/collector.h"

#include <emu/sqs.h>

#include <algorithm>
#include <map>
#include <utility>

namespace emu::sim {

namespace {

// Also when the caller was not told.
bool was_executed(const events::CallAnswered& call) {
  return call.outcome.empty() || call.outcome == "RequestTimeout";
}

}  // namespace

void Collector::see(const Event& event) {
  if (const auto* call = event.as<events::CallAnswered>()) {
    see_call(*call, event.at);
  } else if (const auto* redriven = event.as<events::MessageRedriven>()) {
    messages_.redriven(redriven->message_id);
  } else if (const auto* expired = event.as<events::MessageExpired>()) {
    messages_.expired(expired->message_id);
  } else {
    functions_.see(event);
  }
}

void Collector::see_call(const events::CallAnswered& call, Time at) {
  CallCount& count = calls_[call.type];
  ++count.made;
  if (!call.outcome.empty()) ++count.failed;
  functions_.see_call(call);
  if (call.subject.empty() || !was_executed(call)) return;
  if (call.is<sqs::SendMessage>() || call.is<sqs::SendMessageBatch>()) {
    note_queue(call.resource_arn);
    messages_.sent(call.subject, at - call.took);
  } else if (call.is<sqs::DeleteMessage>() || call.is<sqs::DeleteMessageBatch>()) {
    messages_.deleted(call.subject, at);
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
