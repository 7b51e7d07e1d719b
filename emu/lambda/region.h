// One account's Lambda in one region: what is stored, and what lives beside it.
//
// All but `stored` is made from `stored`: at the creation of a function or a mapping, and for all
// of them when a state is restored.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/task/scheduler.h"
#include "lambda/concurrency.h"
#include "lambda/revision.h"
#include "lambda/state.h"

namespace emu::lambda {

class SourcePoller;
class Sandbox;
struct Region;

// A function as it runs. Whoever runs it shares it, so that it outlives its deletion.
struct LiveFunction {
  Region* home = nullptr;
  Function* stored = nullptr;  // null once it is deleted; invocations that were running go on

  std::shared_ptr<const Revision> revision = {};
  std::shared_ptr<const std::string> policy_document = {};  // null without statements
  ConcurrencyUse concurrency = {};
  std::deque<std::shared_ptr<Sandbox>> idle = {};  // the most recently used at the back
  std::map<std::string, TimerId> retries = {};     // of events that wait for them, by request id

  bool is_deleted() const { return stored == nullptr; }
  const std::string& arn() const { return revision->arn; }
};
using FunctionPtr = std::shared_ptr<LiveFunction>;

struct Region {
  Region(std::string account, std::string name)
      : stored{.account = std::move(account), .region = std::move(name)} {}
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;

  // Null when there is none.
  LiveFunction* find(std::string_view name) const;

  State stored;
  std::map<std::string, FunctionPtr, std::less<>> functions = {};
  std::map<std::string, std::shared_ptr<SourcePoller>, std::less<>> pollers =
      {};  // by mapping's UUID
  ConcurrencyPool concurrency = {};
};

// Null without statements.
std::shared_ptr<const std::string> policy_document_of(
    const std::vector<PolicyStatement>& statements);

// Takes on what the stored configuration says now. Sandboxes of the old revision are not used
// again.
void renew_revision(LiveFunction& function);

}  // namespace emu::lambda
