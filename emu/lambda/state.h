// What Lambda keeps of one account in one region.
#pragma once

#include <emu/blob.h>
#include <emu/lambda.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/task/scheduler.h"
#include "lambda/concurrency.h"

namespace emu::lambda {

class Sandbox;
struct Mapping;
struct State;

// What sandboxes run under. It never changes: an update of the function makes a new one, and
// sandboxes of the old one are not used again.
struct Revision {
  std::string account;
  std::string region;
  std::string name;
  std::string arn;
  std::string role_arn;
  std::string handler;
  std::string log_group;
  std::chrono::seconds timeout;
  int memory_mb = 0;
  std::map<std::string, std::string, std::less<>> environment;
};

// A statement of a function's policy.
struct PolicyStatement {
  std::string id;
  std::string json;
};

// An asynchronous event whose fate is open.
struct AsyncEvent {
  std::string request_id;
  Blob payload;
  Time accepted;
  int failures = 0;   // attempts that ran and failed
  int throttles = 0;  // attempts that could not run
  TimerId retry = {};
};

struct Function {
  State* home = nullptr;
  bool is_deleted = false;  // invocations that were running go on

  FunctionConfiguration configuration;
  FunctionCode code;
  std::map<std::string, std::string> tags;
  std::shared_ptr<const Revision> revision;

  ConcurrencyUse concurrency;
  std::deque<std::shared_ptr<Sandbox>> idle;  // the most recently used at the back

  std::vector<PolicyStatement> policy;
  std::shared_ptr<const std::string> policy_document;  // null without statements
  std::string policy_revision_id;

  std::optional<FunctionEventInvokeConfig> event_invoke_config;
  std::map<std::string, std::shared_ptr<AsyncEvent>> events;  // by request id

  const std::string& arn() const { return configuration.function_arn; }
};

struct State {
  State(std::string in_account, std::string in_region);
  ~State();

  Function* find(std::string_view name);

  std::string account;
  std::string region;
  std::map<std::string, std::shared_ptr<Function>, std::less<>> functions;
  std::vector<std::shared_ptr<Mapping>> mappings;  // in the order of their creation
  ConcurrencyPool concurrency;
};

// The revision that the configuration describes now.
std::shared_ptr<const Revision> make_revision(const State& state,
                                              const FunctionConfiguration& configuration);

}  // namespace emu::lambda
