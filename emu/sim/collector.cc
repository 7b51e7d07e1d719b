#include "sim/collector.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace emu::sim {

namespace {

// Also when the caller was not told.
bool was_executed(const TraceEvent& event) {
  return event.outcome.empty() || event.outcome == "RequestTimeout";
}

}  // namespace

std::size_t Collector::CallHash::operator()(const CallKey& key) const {
  return std::hash<const void*>()(key.service) * 31 + std::hash<const void*>()(key.name);
}

void Collector::see(const TraceEvent& event) {
  if (event.is_call) count_call(event);
  if (event.service == "sqs") {
    see_sqs(event);
  } else if (event.service == "lambda") {
    functions_.see(event);
  }
}

void Collector::count_call(const TraceEvent& event) {
  CallCount& count = calls_[{event.service.data(), event.name.data()}];
  count.service = event.service;
  count.name = event.name;
  ++count.made;
  if (!event.outcome.empty()) ++count.failed;
}

void Collector::see_sqs(const TraceEvent& event) {
  if (!event.is_call) {
    if (event.name == "redrive") messages_.redriven(event.subject);
    if (event.name == "expire") messages_.expired(event.subject);
    return;
  }
  if (event.subject.empty() || !was_executed(event)) return;
  if (event.name == "SendMessage" || event.name == "SendMessageBatch") {
    note_queue(event.resource);
    messages_.sent(event.subject, event.at - event.took);
  } else if (event.name == "DeleteMessage" || event.name == "DeleteMessageBatch") {
    messages_.deleted(event.subject, event.at);
  }
}

void Collector::note_queue(const std::string& arn) {
  if (std::find(queues_.begin(), queues_.end(), arn) == queues_.end()) queues_.push_back(arn);
}

std::vector<CallFigures> Collector::calls() const {
  std::map<std::pair<std::string_view, std::string_view>, CallFigures> sorted;
  for (const auto& [key, count] : calls_) {
    CallFigures& figures = sorted[{count.service, count.name}];
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
