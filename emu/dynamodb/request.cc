#include "dynamodb/request.h"

#include <emu/describe.h>
#include <emu/dynamodb/errors.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/table.h"

namespace emu::dynamodb {

namespace {

// The keys of a call with many items are in the trace as far as they fit in here.
constexpr std::size_t kSubjectBytes = 1024;

// Started units; at least one.
double started(std::size_t bytes, std::size_t unit) {
  return static_cast<double>(std::max<std::size_t>(1, (bytes + unit - 1) / unit));
}

Error expression_with_legacy(const std::vector<std::string_view>& legacy,
                             const std::vector<std::string_view>& expressions) {
  return validation(
      fmt::format("Can not use both expression and non-expression parameters in the same request: "
                  "Non-expression parameters: {{{}}} Expression parameters: {{{}}}",
                  fmt::join(legacy, ", "), fmt::join(expressions, ", ")));
}

Error return_values_not_allowed() { return validation("ReturnValues can only be ALL_OLD or NONE"); }

// The item that a failed condition was held against.
struct ConditionFailure {
  Item item;
  static void describe(StructureShape<ConditionFailure>& s) {
    s.member("Item", &ConditionFailure::item);
  }
};

class ConditionFailureDetail final : public ErrorDetail {
 public:
  explicit ConditionFailureDetail(Item item) : failure_{std::move(item)} {}
  const Shape& shape() const override { return shape_of<ConditionFailure>(); }
  const void* value() const override { return &failure_; }
  const Item& item() const { return failure_.item; }

 private:
  ConditionFailure failure_;
};

}  // namespace

Error ParameterKinds::refusal() const { return expression_with_legacy(legacy_, expressions_); }

Status check_returns_old_or_none(const std::optional<std::string>& return_values) {
  if (return_values && *return_values != return_values::kNone &&
      *return_values != return_values::kAllOld) {
    return return_values_not_allowed();
  }
  return {};
}

Error condition_failed(const StoredItem* item, bool with_item) {
  Error error{.code = errors::kConditionalCheckFailedException,
              .message = "The conditional request failed"};
  if (with_item && item != nullptr) {
    error.detail = std::make_shared<ConditionFailureDetail>(item->unpack());
  }
  return error;
}

Item item_of_failed_condition(const Error& error) {
  const auto* detail = dynamic_cast<const ConditionFailureDetail*>(error.detail.get());
  return detail == nullptr ? Item() : detail->item();
}

void add_subject(Call& call, const Table& table, const ItemKey& key, const Item& item) {
  if (call.subject.size() >= kSubjectBytes) return;
  if (!call.subject.empty()) call.subject += ' ';
  append_key(table, key, item, call.subject);
}

double write_units(std::size_t bytes) { return started(bytes, kWriteUnitBytes); }

double read_units(std::size_t bytes, bool consistent) {
  return started(bytes, kReadUnitBytes) * (consistent ? 1.0 : 0.5);
}

std::optional<ConsumedCapacity> consumed(const std::optional<std::string>& mode,
                                         const std::string& table, double units) {
  if (!mode || *mode == "NONE") return std::nullopt;
  ConsumedCapacity capacity{.table_name = table, .capacity_units = units};
  if (*mode == "INDEXES") capacity.table = Capacity{.capacity_units = units};
  return capacity;
}

void add_capacity(const ConsumedCapacity& more, ConsumedCapacity& sum) {
  const auto add = [](const Capacity& from, Capacity& to) {
    to.capacity_units = to.capacity_units.value_or(0) + from.capacity_units.value_or(0);
  };
  sum.table_name = more.table_name;
  sum.capacity_units = sum.capacity_units.value_or(0) + more.capacity_units.value_or(0);
  if (!more.table) return;
  if (!sum.table) sum.table.emplace();
  add(*more.table, *sum.table);
  for (const auto& [name, units] : more.local_secondary_indexes) {
    add(units, sum.local_secondary_indexes[name]);
  }
  for (const auto& [name, units] : more.global_secondary_indexes) {
    add(units, sum.global_secondary_indexes[name]);
  }
}

}  // namespace emu::dynamodb
