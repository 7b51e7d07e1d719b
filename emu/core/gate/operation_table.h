// The table of operations: what is answered, by which function, with which permission.
//
// Each service fills it in its operations.cc:
//
//   void register_operations(Sqs& sqs, OperationTable& table) {
//     table.add_service(
//         {.name = "sqs", .access_denied = &access_denied, .invalid = &invalid_input});
//     table.add<SendMessage>(
//         sqs, &Sqs::send_message, {"sqs:SendMessage", &queue_arn<SendMessage>});
//   }
#pragma once

#include <emu/describe.h>
#include <emu/result.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/assert.h"
#include "core/gate/authorizer.h"
#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu {

// One permission that a call needs.
struct AccessNeed {
  std::string_view action;
  std::string resource;
};

// What an operation asks of IAM.
template <class Op>
struct Access {
  std::string_view action = {};  // empty: needs no permission, such as sts:GetCallerIdentity
  // The ARN of what the call is about, for IAM and for the trace. Null: "*".
  std::string (*resource)(const Call& call, const Op& in) = nullptr;
  // Condition keys of this request beyond the global ones.
  std::function<void(const Call& call, const Op& in, std::vector<ConditionValue>& out)> conditions =
      nullptr;
  // Further permissions, such as s3:GetObject on the source of a copy.
  void (*also)(const Call& call, const Op& in, std::vector<AccessNeed>& out) = nullptr;
};

// How a service words what the gate refuses on its behalf.
struct ServiceTraits {
  std::string_view name;  // "sqs"
  Error (*access_denied)(const Call& call, const std::string& text) = nullptr;
  // What is said instead when there is no such resource, by services that tell everybody. May be
  // empty, as may its answer.
  std::function<std::optional<Error>(const Call& call, std::string_view resource)> missing = {};
  // Members that break the shape's constraints, at least one.
  Error (*invalid)(const Call& call, const std::vector<Violation>& violations) = nullptr;
};

struct OperationEntry {
  const Operation* operation = nullptr;
  const ServiceTraits* service = nullptr;
  std::string_view action;
  // Empty ones, for a caller that knows the operation only at run time, such as the wire.
  std::function<std::shared_ptr<void>()> make_input;
  std::function<std::shared_ptr<void>()> make_output;
  // Type-erased forms of the members of Access and of the function.
  std::function<Status(Call& call, const void* in, void* out)> execute;
  std::function<std::string(const Call& call, const void* in)> resource;
  std::function<void(const Call&, const void*, std::vector<ConditionValue>&)> conditions;
  std::function<void(const Call&, const void*, std::vector<AccessNeed>&)> also;
};

class OperationTable {
 public:
  const ServiceTraits& add_service(ServiceTraits traits);

  // `service` must outlive the table. The service's traits must have been added.
  template <class Op, class Service>
  void add(Service& service, Result<typename Op::Result> (Service::*function)(Call&, const Op&),
           Access<Op> access = {}) {
    OperationEntry entry;
    entry.operation = &operation<Op>();
    entry.action = access.action;
    entry.make_input = [] { return std::shared_ptr<void>(std::make_shared<Op>()); };
    entry.make_output = [] {
      return std::shared_ptr<void>(std::make_shared<typename Op::Result>());
    };
    entry.execute = [&service, function](Call& call, const void* in, void* out) -> Status {
      Result<typename Op::Result> answer = (service.*function)(call, *static_cast<const Op*>(in));
      if (!answer) return std::move(answer.error());
      *static_cast<typename Op::Result*>(out) = std::move(*answer);
      return {};
    };
    if (access.resource != nullptr) {
      entry.resource = [f = access.resource](const Call& call, const void* in) {
        return f(call, *static_cast<const Op*>(in));
      };
    }
    if (access.conditions != nullptr) {
      entry.conditions = [f = access.conditions](const Call& call, const void* in,
                                                 std::vector<ConditionValue>& out) {
        f(call, *static_cast<const Op*>(in), out);
      };
    }
    if (access.also != nullptr) {
      entry.also = [f = access.also](const Call& call, const void* in,
                                     std::vector<AccessNeed>& out) {
        f(call, *static_cast<const Op*>(in), out);
      };
    }
    add_entry(std::move(entry));
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

  // In the order of service and name.
  std::vector<const OperationEntry*> all() const;

 private:
  void add_entry(OperationEntry entry);

  std::map<std::string_view, ServiceTraits> services_;
  std::vector<OperationEntry> by_index_;
};

}  // namespace emu
