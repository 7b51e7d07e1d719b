#include <emu/sim/report.h>

#include <nlohmann/json.hpp>
#include <string>

namespace emu::sim {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Percentiles& p) {
  return {{"count", p.count},
          {"p50", p.p50.count()},
          {"p90", p.p90.count()},
          {"p99", p.p99.count()},
          {"max", p.max.count()}};
}

Json json_of(const sqs::QueueDepth& depth) {
  return {{"visible", depth.visible}, {"in_flight", depth.in_flight}, {"delayed", depth.delayed}};
}

Json json_of(const RequestFigures& requests) {
  Json by_status = Json::object();
  for (const auto& [status, count] : requests.by_status) by_status[std::to_string(status)] = count;
  return {{"sent", requests.sent},
          {"answered", requests.answered},
          {"succeeded", requests.succeeded},
          {"by_status", by_status},
          {"answer_us", json_of(requests.answer)}};
}

Json json_of(const MessageFigures& messages) {
  return {{"sent", messages.sent},
          {"processed", messages.processed},
          {"redriven", messages.redriven},
          {"expired", messages.expired},
          {"latency_us", json_of(messages.latency)}};
}

Json json_of(const QueueFigures& queue) {
  Json samples = Json::array();
  for (const sqs::QueueDepth& sample : queue.samples) {
    samples.push_back(Json::array({sample.visible, sample.in_flight, sample.delayed}));
  }
  return {{"arn", queue.arn},
          {"name", queue.name},
          {"most", queue.most},
          {"last", json_of(queue.last)},
          {"interval_us", queue.interval.count()},
          {"samples", samples}};
}

Json json_of(const FunctionFigures& function) {
  return {{"name", function.name},
          {"invocations", function.invocations},
          {"errors", function.errors},
          {"throttles", function.throttles},
          {"concurrency", function.concurrency},
          {"duration_us", json_of(function.duration)}};
}

Json json_of(const CallFigures& calls) {
  return {{"service", calls.service},
          {"operation", calls.operation},
          {"made", calls.made},
          {"failed", calls.failed}};
}

Json json_of(const FaultFigures& fault) {
  return {{"rule", fault.rule}, {"matched", fault.matched}, {"injected", fault.injected}};
}

Json json_of(const Verdict& verdict) {
  return {{"passed", verdict.passed},
          {"expected", verdict.expected},
          {"measured", verdict.measured},
          {"reason", verdict.reason}};
}

template <class T>
Json list_of(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(json_of(value));
  return list;
}

}  // namespace

std::string report_json(const Report& report) {
  Json refused;
  if (report.deployment_refused) {
    refused = {{"code", report.deployment_refused->code},
               {"message", report.deployment_refused->message},
               {"status", report.deployment_refused->status}};
  }
  const Json document = {{"scenario", report.scenario},
                         {"shows", report.shows},
                         {"advice", report.advice},
                         {"region", report.region},
                         {"seed", report.seed},
                         {"passed", report.passed()},
                         {"interrupted", report.interrupted},
                         {"settled", report.settled},
                         {"deployment_refused", refused},
                         {"expectations", list_of(report.verdicts)},
                         {"skipped", report.skipped},
                         {"requests", json_of(report.requests)},
                         {"messages", json_of(report.messages)},
                         {"queues", list_of(report.queues)},
                         {"functions", list_of(report.functions)},
                         {"calls", list_of(report.calls)},
                         {"faults", list_of(report.faults)},
                         {"virtual_time_us", report.virtual_time.count()},
                         {"wall_time_us", report.wall_time.count()},
                         {"trace_events", report.trace_events},
                         {"digest", report.digest}};
  // Names in a report come from AWS resources, which may hold what is not UTF-8.
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace emu::sim
