#include "sim/function_tracker.h"

#include <emu/lambda/errors.h>
#include <emu/lambda/invoke.h>

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

void FunctionTracker::see(const Event& event) {
  if (const auto* began = event.as<events::InvocationBegan>()) {
    Function& function = of(began->function_arn);
    ++function.invocations;
    function.most_running = std::max(function.most_running, ++function.running);
    running_[began->request_id] = event.at;
  } else if (const auto* ended = event.as<events::InvocationEnded>()) {
    end(*ended, event.at);
  }
}

void FunctionTracker::see_call(const events::CallAnswered& call) {
  if (call.is<lambda::Invoke>() && call.outcome == lambda::errors::kTooManyRequestsException) {
    ++of(call.resource_arn).throttles;
  }
}

void FunctionTracker::end(const events::InvocationEnded& ended, Time at) {
  const bool failed = ended.result != events::invocation_results::kSucceeded;
  const auto begun = running_.find(ended.request_id);
  Function& function = of(ended.function_arn);
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
  function.duration.add(at - begun->second);
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
