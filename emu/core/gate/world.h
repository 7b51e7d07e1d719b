// World: what every service lives in: time, randomness, the gate, the trace and the other callers.
//
// A service gets nothing from anywhere else, which is why a run can be replayed.
#pragma once

#include <emu/aws.h>
#include <emu/fault.h>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/caller.h"
#include "core/gate/fault_rules.h"
#include "core/gate/interfaces.h"
#include "core/gate/memory_gauge.h"
#include "core/gate/operation_table.h"
#include "core/gate/resource_policies.h"
#include "core/gate/trace.h"
#include "core/hash/random.h"
#include "core/task/scheduler.h"

namespace emu {

class World {
 public:
  struct Options {
    std::uint64_t seed = 1;
    std::string account;
    std::string region;
    std::size_t trace_capacity = 4096;
  };

  // The scheduler must outlive the world.
  World(Options options, Scheduler& scheduler);

  const Options& options() const { return options_; }
  Time now() const { return scheduler_.now(); }
  Scheduler& scheduler() { return scheduler_; }

  // The one stream of randomness for ids and choices.
  Random& random() { return random_; }
  std::string uuid();

  OperationTable& operations() { return operations_; }
  Trace& trace() { return trace_; }
  // Records that something has just happened; see Trace::record.
  template <class T, class Fill>
  void record(const Fill& fill) {
    trace_.record<T>(now(), fill);
  }
  ResourcePolicies& resource_policies() { return resource_policies_; }
  Interfaces& interfaces() { return interfaces_; }

  // IAM. Set once, when the account is put together; until then everyone is allowed everything.
  void set_authorizer(Authorizer* authorizer) { authorizer_ = authorizer; }
  Authorizer* authorizer() { return authorizer_; }

  void set_fault_hook(FaultHook hook) { fault_hook_ = std::move(hook); }
  FaultRules& faults() { return faults_; }
  // The id of a rule that begins now.
  std::uint64_t add_fault(FaultRule rule);

  // What goes wrong with a call that is about to be made: the hook decides first, and the rules
  // about what it lets through.
  Fault decide_fault(const FaultPoint& point);

  // Of the process. Set once, before the first call; it must outlive the world.
  void set_memory_gauge(MemoryGauge* gauge) { memory_ = gauge; }
  MemoryGauge* memory() { return memory_; }

  // An unnamed caller of an account and region.
  CallerPtr unnamed_caller(std::string_view account, std::string_view region) const;
  // Somebody without credentials, who reaches an account's resources in a region.
  CallerPtr anonymous_caller(std::string_view account, std::string_view region) const;
  // An AWS service that acts for a resource: {"apigateway.amazonaws.com", arn of the route,
  // account, region}.
  CallerPtr service_caller(std::string_view service_principal, std::string_view source_arn,
                           std::string_view account, std::string_view region) const;
  // A handle whose calls pass the gate as that caller, and what is behind it.
  Aws client(CallerPtr caller);
  std::shared_ptr<AwsBackend> backend(CallerPtr caller);

  // The gate: identify → validate → authorise → fault hook → execute → trace. Who answers for the
  // call under an id of its own gives it; otherwise one is drawn when the operation asks for it.
  Status call(const CallerPtr& caller, const Operation& operation, const void* in, void* out,
              std::string_view request_id = {}, const RequestKeys* received = nullptr);

  // Whether a caller may do something in the course of its call, as the gate asks it of the call
  // itself: for each key of a batch, for the bucket when an object is missing. Answers the error in
  // the service's words.
  Status permit(const Call& call, std::string_view action, std::string_view resource,
                std::span<const ConditionValue> context = {});

  // A service's look. It passes no gate.
  void look(const Operation& look, const void* in, void* out);

 private:
  friend class Call;

  Status authorise(const Call& call, const OperationEntry& entry, const std::string& resource,
                   const void* in);
  // `complete` adds to the context what it lacks, when somebody is asked at all.
  template <class Complete>
  Status permit(const Call& call, const OperationEntry& entry, std::string_view action,
                std::string_view resource, const Complete& complete);
  bool is_out_of_memory(const OperationEntry& entry) const;
  Status pass(Call& call, const OperationEntry& entry, const std::string& resource, const void* in,
              void* out);
  // Carries the call out under faults.
  Status execute_with_faults(Call& call, const OperationEntry& entry, const std::string& resource,
                             const void* in, void* out);
  std::string take_spare_text();
  void keep_spare_text(std::string&& text);

  Options options_;
  Scheduler& scheduler_;
  Random random_;
  OperationTable operations_;
  Trace trace_;
  ResourcePolicies resource_policies_;
  Interfaces interfaces_;
  Authorizer* authorizer_ = nullptr;
  FaultHook fault_hook_;
  FaultRules faults_;
  MemoryGauge* memory_ = nullptr;
  std::vector<std::string> spare_texts_;  // empty ones, for the subjects and ARNs of calls
};

}  // namespace emu
