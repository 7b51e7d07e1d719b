#include "sim/function_tracker.h"

#include <algorithm>

namespace emu::sim {

namespace {

// "aram-consumer" of arn:aws:lambda:<region>:<account>:function:aram-consumer.
std::string name_of(const std::string& arn) { return arn.substr(arn.rfind(':') + 1); }

}  // namespace

FunctionTracker::Function& FunctionTracker::of(std::string_view arn) {
  const auto found = functions_.find(arn);
  if (found != functions_.end()) return found->second;
  return functions_[std::string(arn)];
}

void FunctionTracker::see(const TraceEvent& event) {
  if (event.is_call) {
    if (event.name == "Invoke" && event.outcome == "TooManyRequestsException") {
      ++of(event.resource).throttles;
    }
  } else if (event.name == "invocation-begins") {
    Function& function = of(event.resource);
    ++function.invocations;
    function.most_running = std::max(function.most_running, ++function.running);
    running_[event.subject] = event.at;
  } else if (event.name == "invocation-ends") {
    end(event, false);
  } else if (event.name == "invocation-fails") {
    end(event, true);
  }
}

void FunctionTracker::end(const TraceEvent& event, bool failed) {
  const auto begun = running_.find(event.subject);
  Function& function = of(event.resource);
  if (begun == running_.end()) {
    // It failed in its init phase, or it was under way when tracking began.
    if (failed) {
      ++function.invocations;
      ++function.errors;
    }
    return;
  }
  --function.running;
  if (failed) ++function.errors;
  function.duration.add(event.at - begun->second);
  running_.erase(begun);
}

std::vector<FunctionFigures> FunctionTracker::figures() const {
  std::vector<FunctionFigures> figures;
  for (const auto& [arn, function] : functions_) {
    figures.push_back({.name = name_of(arn),
                       .invocations = function.invocations,
                       .errors = function.errors,
                       .throttles = function.throttles,
                       .concurrency = function.most_running,
                       .duration = function.duration.percentiles()});
  }
  return figures;
}

}  // namespace emu::sim
