#include "core/gate/world.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/hash/ids.h"

namespace emu {

namespace {

// A handle's backend in process: each call passes the gate.
class GateClient final : public AwsBackend {
 public:
  GateClient(World& world, CallerPtr caller) : world_(world), caller_(std::move(caller)) {}

  Status call(const Operation& operation, const void* in, void* out) override {
    // The handle may be given another client while the call waits.
    const CallerPtr caller = caller_;
    return world_.call(caller, operation, in, out);
  }
  Time now() override { return world_.now(); }
  void sleep(Duration duration) override {
    const Time begin = world_.now();
    world_.scheduler().sleep_until(begin + std::min(duration, kLatestTime - begin));
  }

 private:
  World& world_;
  CallerPtr caller_;
};

Error unknown_operation(const Operation& operation) {
  return {.code = "UnknownOperationException",
          .message = fmt::format("The requested operation {}:{} is not supported.",
                                 operation.name.service, operation.name.name)};
}

Error request_timeout() {
  return {.code = "RequestTimeout",
          .message = "The connection timed out before an answer was received.",
          .status = 408};
}

// How much a call may store that is let through: the largest that is not counted elsewhere.
constexpr std::size_t kRoomForCall = std::size_t{1} << 20;

// By the first word of their names: AWS's operations say so what they do.
constexpr std::array kVerbsThatStoreNothing = {
    std::string_view("Abort"),       std::string_view("BatchGet"), std::string_view("Cancel"),
    std::string_view("Change"),      std::string_view("Delete"),   std::string_view("Describe"),
    std::string_view("Filter"),      std::string_view("Get"),      std::string_view("Head"),
    std::string_view("List"),        std::string_view("Purge"),    std::string_view("Query"),
    std::string_view("Receive"),     std::string_view("Remove"),   std::string_view("Scan"),
    std::string_view("TransactGet"), std::string_view("Untag")};

bool may_store(std::string_view operation) {
  return std::none_of(kVerbsThatStoreNothing.begin(), kVerbsThatStoreNothing.end(),
                      [&](std::string_view verb) { return operation.starts_with(verb); });
}

// What is kept of the storage that calls leave behind.
constexpr std::size_t kSpareTextsMax = 64;
constexpr std::size_t kSpareTextMin = 16;  // bytes: shorter ones lie in the string itself
constexpr std::size_t kSpareTextMax = 1024;

}  // namespace

World::World(Options options, Scheduler& scheduler)
    : options_(std::move(options)),
      scheduler_(scheduler),
      random_(options_.seed),
      trace_(options_.trace_capacity) {}

std::uint64_t World::add_fault(FaultRule rule) {
  Random random = random_.fork(fmt::format("fault {}", faults_.last_id() + 1));
  return faults_.add(std::move(rule), now(), random);
}

std::string World::uuid() { return uuid4(random_); }

CallerPtr World::unnamed_caller(std::string_view account, std::string_view region) const {
  return std::make_shared<const Caller>(Caller{.kind = Caller::Kind::kUnnamed,
                                               .account = std::string(account),
                                               .region = std::string(region),
                                               .arn = fmt::format("arn:aws:iam::{}:root", account),
                                               .principal_id = std::string(account)});
}

CallerPtr World::anonymous_caller(std::string_view account, std::string_view region) const {
  return std::make_shared<const Caller>(Caller{.kind = Caller::Kind::kAnonymous,
                                               .account = std::string(account),
                                               .region = std::string(region),
                                               .arn = {},
                                               .principal_id = "ANONYMOUS"});
}

CallerPtr World::service_caller(std::string_view service_principal, std::string_view source_arn,
                                std::string_view account, std::string_view region) const {
  return std::make_shared<const Caller>(Caller{.kind = Caller::Kind::kService,
                                               .account = std::string(account),
                                               .region = std::string(region),
                                               .arn = std::string(service_principal),
                                               .principal_id = std::string(service_principal),
                                               .source_arn = std::string(source_arn),
                                               .source_account = std::string(account)});
}

Aws World::client(CallerPtr caller) { return Aws(backend(std::move(caller))); }

std::shared_ptr<AwsBackend> World::backend(CallerPtr caller) {
  return std::make_shared<GateClient>(*this, std::move(caller));
}

Call::Call(World& in_world, const Operation& op, const CallerPtr& from, Time at,
           std::string_view request_id, const RequestKeys* keys)
    : world(in_world),
      operation(op),
      caller_ptr(from),
      caller(*from),
      started(at),
      received(keys),
      subject(world.take_spare_text()),
      request_id_(request_id) {}

Call::~Call() { world.keep_spare_text(std::move(subject)); }

std::string Call::spare_text() const { return world.take_spare_text(); }

const std::string& Call::request_id() {
  if (request_id_.empty()) request_id_ = world.uuid();
  return request_id_;
}

std::string World::take_spare_text() {
  if (spare_texts_.empty()) return {};
  std::string text = std::move(spare_texts_.back());
  spare_texts_.pop_back();
  return text;
}

void World::keep_spare_text(std::string&& text) {
  const bool is_worth_it = text.capacity() >= kSpareTextMin && text.capacity() <= kSpareTextMax;
  if (!is_worth_it || spare_texts_.size() >= kSpareTextsMax) return;
  text.clear();
  spare_texts_.push_back(std::move(text));
}

Status World::call(const CallerPtr& caller, const Operation& operation, const void* in, void* out,
                   std::string_view request_id, const RequestKeys* received) {
  const OperationEntry* entry = operations_.find(operation);
  if (entry == nullptr) return unknown_operation(operation);

  const WorldEntry inside(scheduler_);
  scheduler_.yield();
  Call call(*this, operation, caller, scheduler_.now(), request_id, received);
  std::string resource = entry->resource ? entry->resource(call, in) : std::string();
  Status status = pass(call, *entry, resource, in, out);

  trace_.record_whole<events::CallAnswered>(now(), [&](events::CallAnswered& event) {
    event.type = &operation;
    event.service = operation.name.service;
    event.operation = operation.name.name;
    event.took = now() - call.started;
    event.caller_arn = caller->arn;
    event.resource_arn.swap(resource);
    event.subject.swap(call.subject);
    event.outcome = status ? std::string_view() : std::string_view(status.error().code);
    event.note = call.note;
  });
  keep_spare_text(std::move(resource));
  return status;
}

void World::look(const Operation& look, const void* in, void* out) {
  const LookEntry* entry = operations_.find_look(look);
  EMU_ASSERT(entry != nullptr, "a service offers this look");
  const WorldEntry inside(scheduler_);
  entry->execute(in, out);
}

template <class Complete>
Status World::permit(const Call& call, const OperationEntry& entry, std::string_view action,
                     std::string_view resource, const Complete& complete) {
  const Caller& caller = call.caller;
  if (caller.kind == Caller::Kind::kUnnamed &&
      entry.service->leaves_to_account(caller, action, resource)) {
    return {};
  }
  const std::span<const ConditionValue> context = complete();
  const auto refusal = authorizer_->refusal({.caller = caller,
                                             .action = action,
                                             .resource = resource,
                                             .context = context,
                                             .operation = call.operation.name.name,
                                             .received = call.received});
  if (!refusal) return {};
  auto instead = entry.service->instead_of_reason(call, resource);
  return instead ? std::move(*instead) : entry.profile->access_denied(call, *refusal);
}

Status World::permit(const Call& call, std::string_view action, std::string_view resource,
                     std::span<const ConditionValue> context) {
  if (authorizer_ == nullptr) return {};
  return permit(call, *operations_.find(call.operation), action, resource, [&] { return context; });
}

Status World::authorise(const Call& call, const OperationEntry& entry, const std::string& resource,
                        const void* in) {
  if (authorizer_ == nullptr) return {};
  const bool is_unnamed = call.caller.kind == Caller::Kind::kUnnamed;
  if (is_unnamed && !entry.profile->judges_accounts) return {};
  std::vector<ConditionValue> context;
  std::optional<std::size_t> of_call;
  // The keys of the call, and behind them those of one permission.
  const auto complete = [&](std::vector<ConditionValue>* further) {
    if (!of_call) {
      if (entry.conditions) entry.conditions(call, in, context);
      of_call = context.size();
    }
    context.resize(*of_call);
    if (further != nullptr)
      std::move(further->begin(), further->end(), std::back_inserter(context));
    return std::span<const ConditionValue>(context);
  };
  if (!entry.action.empty()) {
    const std::string_view of = resource.empty() ? std::string_view("*") : resource;
    const std::string_view action =
        entry.action_of ? entry.action_of(in) : std::string_view(entry.action);
    EMU_CHECK(permit(call, entry, action, of, [&] { return complete(nullptr); }));
  }
  if (!entry.also) return {};
  std::vector<AccessNeed> needs;
  entry.also(call, in, needs);
  for (AccessNeed& need : needs) {
    EMU_CHECK(permit(call, entry, need.action, need.resource,
                     [&] { return complete(&need.conditions); }));
  }
  return {};
}

Fault World::decide_fault(const FaultPoint& point) {
  Fault fault;
  if (fault_hook_) fault = fault_hook_(point);
  if (faults_.empty() || fault.error || fault.answer_lost || !fault.effect.name.empty()) {
    return fault;
  }
  Fault by_rule = faults_.decide(point);
  by_rule.latency += fault.latency;
  return by_rule;
}

bool World::is_out_of_memory(const OperationEntry& entry) const {
  return memory_ != nullptr && may_store(entry.operation->name.name) &&
         !memory_->has_room(kRoomForCall);
}

Status World::pass(Call& call, const OperationEntry& entry, const std::string& resource,
                   const void* in, void* out) {
  std::vector<Violation> violations;
  validate(entry.operation->input(), in, violations);
  if (!violations.empty()) return entry.profile->invalid(call, violations);

  EMU_CHECK(authorise(call, entry, resource, in));

  if (is_out_of_memory(entry)) return too_fast(*entry.profile);
  if (!fault_hook_ && faults_.empty()) return entry.execute(call, in, out);
  return execute_with_faults(call, entry, resource, in, out);
}

Status World::execute_with_faults(Call& call, const OperationEntry& entry,
                                  const std::string& resource, const void* in, void* out) {
  Fault fault = decide_fault({.service = entry.operation->name.service,
                              .operation = entry.operation->name.name,
                              .resource = resource,
                              .caller = call.caller.arn,
                              .at = scheduler_.now()});
  if (fault.latency > Duration(0)) scheduler_.sleep_until(scheduler_.now() + fault.latency);
  if (fault.error) {
    if (entry.profile->injected == nullptr) return std::move(*fault.error);
    return entry.profile->injected(call, in, std::move(*fault.error));
  }
  call.effect = fault.effect;
  Status status = entry.execute(call, in, out);
  if (fault.answer_lost) return request_timeout();
  return status;
}

}  // namespace emu
