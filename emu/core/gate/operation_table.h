// The table of operations: what is answered, by which function, with which permission.
//
// Each service fills it in its operations.cc:
//
//   void Sqs::add_to(OperationTable& table) {
//     table.add<SendMessage>(*this, &Sqs::send_message, {&queue_arn});
//     table.add_look<PeekQueue>(*this, &Sqs::peek_queue);
//   }
#pragma once

#include <emu/result.h>
#include <emu/shape.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/call.h"
#include "core/gate/erasure.h"
#include "core/gate/service.h"
#include "core/gate/validate.h"

namespace emu {

// One permission that a call needs.
struct AccessNeed {
  std::string_view action;
  std::string resource;
  // Condition keys of this permission alone, beyond those of the call.
  std::vector<ConditionValue> conditions = {};
};

// The action of an operation that anybody may call, such as sts:GetCallerIdentity.
inline constexpr std::string_view kNoPermission = "none";

// What an operation asks of IAM.
template <class Op>
struct Access {
  // The ARN of what the call is about, for IAM and for the trace. Null: "*".
  std::string (*resource)(const Call& call, const Op& in) = nullptr;
  // Condition keys of this request beyond the global ones: (const Call&, const Op&,
  // std::vector<ConditionValue>&).
  AdditionsOf<Op, ConditionValue> conditions = {};
  // Further permissions, such as s3:GetObject on the source of a copy: (const Call&, const Op&,
  // std::vector<AccessNeed>&).
  AdditionsOf<Op, AccessNeed> also = {};
  // Empty: that of the operation's own name, "sqs:SendMessage".
  std::string_view action = {};
  // Where it depends on the request, as s3:GetObjectVersion does on a version id.
  std::string_view (*action_of)(const Op& in) = nullptr;
};

// The types of a request and its answer are known to the functions alone.
struct OperationEntry {
  const Operation* operation = nullptr;
  Service* service = nullptr;
  const ServiceProfile* profile = nullptr;
  std::string action;  // empty when it needs no permission
  // Empty ones, for a caller that knows the operation only at run time, such as the wire.
  AnyValue (*make_input)() = nullptr;
  AnyValue (*make_output)() = nullptr;
  std::function<Status(Call& call, const void* in, void* out)> execute;
  std::function<std::string_view(const void* in)> action_of = {};
  ResourceFunction resource = {};
  Additions<ConditionValue> conditions;
  Additions<AccessNeed> also;
};

// A look shows the inside of a service to tests and tools, and changes nothing that a caller could
// notice: no permission, no fault, no trace.
struct LookEntry {
  const Operation* operation = nullptr;
  std::function<void(const void* in, void* out)> execute;
};

class OperationTable {
 public:
  // `service` must outlive the table. An operation that is there already is replaced.
  template <class Op, class S>
  void add(S& service, Result<typename Op::Result> (S::*function)(Call&, const Op&),
           Access<Op> access = {}) {
    add_entry({.operation = &operation<Op>(),
               .service = &service,
               .action = std::string(access.action),
               .make_input = &AnyValue::make<Op>,
               .make_output = &AnyValue::make<typename Op::Result>,
               .execute = [&service, function](Call& call, const void* in, void* out) -> Status {
                 EMU_TRY(*static_cast<typename Op::Result*>(out),
                         (service.*function)(call, *static_cast<const Op*>(in)));
                 return {};
               },
               .action_of = action_function<Op>(access.action_of),
               .resource = access.resource == nullptr ? ResourceFunction()
                                                      : ResourceFunction(access.resource),
               .conditions = access.conditions.release(),
               .also = access.also.release()});
  }

  template <class Look, class S>
  void add_look(S& service, typename Look::Result (S::*function)(const Look&)) {
    add_look_entry({.operation = &operation<Look>(),
                    .execute = [&service, function](const void* in, void* out) {
                      *static_cast<typename Look::Result*>(out) =
                          (service.*function)(*static_cast<const Look*>(in));
                    }});
  }

  // Lets something else carry out an operation that is in the table, for a run whose state is kept
  // elsewhere. Whoever keeps it decides what is permitted, too.
  void redirect(const Operation& op,
                std::function<Status(Call& call, const void* in, void* out)> execute);

  // Null when nothing answers it.
  const OperationEntry* find(const Operation& op) const {
    return op.index < by_index_.size() && by_index_[op.index].operation != nullptr
               ? &by_index_[op.index]
               : nullptr;
  }

  const LookEntry* find_look(const Operation& look) const;

  // In the order of service and name.
  std::vector<const OperationEntry*> all() const;

 private:
  template <class Op>
  static std::function<std::string_view(const void* in)> action_function(
      std::string_view (*action_of)(const Op& in)) {
    if (action_of == nullptr) return nullptr;
    return [action_of](const void* in) { return action_of(*static_cast<const Op*>(in)); };
  }

  void add_entry(OperationEntry&& entry);
  void add_look_entry(LookEntry entry);

  std::vector<OperationEntry> by_index_;
  std::vector<LookEntry> looks_;
};

}  // namespace emu
