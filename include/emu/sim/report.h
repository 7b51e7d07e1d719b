// Report: what a scenario's run has measured, and which expectations held.
#pragma once

#include <emu/result.h>
#include <emu/sqs/looks.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sim {

// A distribution of times. Percentiles are right to within 0.8 %, the maximum is exact.
struct Percentiles {
  std::uint64_t count = 0;
  Duration p50 = {};
  Duration p90 = {};
  Duration p99 = {};
  Duration max = {};
};

struct RequestFigures {
  std::uint64_t sent = 0;
  std::uint64_t answered = 0;
  std::uint64_t succeeded = 0;  // answered with the status that was expected
  std::map<int, std::uint64_t> by_status = {};
  Percentiles answer = {};  // from a request to its answer
};

// Messages of all queues, from the end of the deployment on.
struct MessageFigures {
  std::uint64_t sent = 0;
  std::uint64_t processed = 0;  // deleted by who received them
  std::uint64_t redriven = 0;   // moved to a dead-letter queue
  std::uint64_t expired = 0;    // their retention period was over
  Percentiles latency = {};     // from the call that sends to the one that deletes
};

// How much was in a queue, sampled at equal intervals from the load's begin.
struct QueueFigures {
  std::string arn = {};
  std::string name = {};
  Duration interval = {};
  std::vector<sqs::QueueDepth> samples = {};  // of each interval the one with the most messages
  sqs::QueueDepth last = {};
  std::int64_t most = 0;  // messages of all kinds in one sample
};

struct FunctionFigures {
  std::string name = {};
  std::uint64_t invocations = 0;  // that ran
  std::uint64_t errors = 0;       // of these, that failed or were timed out
  std::uint64_t throttles = 0;    // refused for lack of concurrency
  std::uint64_t concurrency = 0;  // the most at one time
  Percentiles duration = {};
};

struct CallFigures {
  std::string service = {};
  std::string operation = {};
  std::uint64_t made = 0;
  std::uint64_t failed = 0;
};

struct FaultFigures {
  std::string rule = {};
  std::uint64_t matched = 0;
  std::uint64_t injected = 0;
};

struct Verdict {
  bool passed = false;
  std::string expected = {};
  std::string measured = {};
  std::string reason = {};  // of a failure
};

struct Report {
  std::string scenario = {};
  std::string shows = {};
  std::string advice = {};
  std::string region = {};
  std::uint64_t seed = 0;

  std::optional<Error> deployment_refused = {};
  RequestFigures requests = {};
  MessageFigures messages = {};
  std::vector<QueueFigures> queues = {};        // that were sent to, in the order of their ARNs
  std::vector<FunctionFigures> functions = {};  // in the order of their names
  std::vector<CallFigures> calls = {};          // in the order of service and operation
  std::vector<FaultFigures> faults = {};        // in the scenario's order
  std::vector<Verdict> verdicts = {};
  // Expectations that a run against an endpoint cannot see, one line for each.
  std::vector<std::string> skipped = {};

  bool interrupted = false;
  bool settled = false;        // ended because all was done, not at the time limit
  Duration virtual_time = {};  // from the load's begin
  Duration wall_time = {};     // of the load and what followed
  std::uint64_t trace_events = 0;
  std::string digest = {};  // of the trace: equal for equal programs, scenarios and seeds

  // Every expectation holds, and the run was not cut short.
  bool passed() const;
};

struct TextOptions {
  bool utf8 = true;
  bool color = false;
  int width = 80;
};

// The report for people.
std::string report_text(const Report& report, const TextOptions& options = {});
// The report as one JSON document that holds everything; times are in microseconds.
std::string report_json(const Report& report);

}  // namespace emu::sim
