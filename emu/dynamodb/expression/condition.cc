#include "dynamodb/expression/condition.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "core/base/assert.h"
#include "core/text/utf8.h"
#include "dynamodb/expression/paths.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::expression {

namespace {

using ConditionType = Condition::Type;

// Characters of text, bytes of binary, elements of everything that has some; nothing for the rest.
// A character is a unit of UTF-16, as in the language that DynamoDB is written in. Source: Amazon
// DynamoDB Developer Guide, "Condition and filter expressions, operators, and functions", size.
std::optional<std::size_t> size_of(const AttributeValue& value) {
  switch (value.type()) {
    case Type::kS:
      return count_utf16_units(value.s());
    case Type::kB:
      return value.b().size();
    case Type::kSs:
      return value.ss().size();
    case Type::kNs:
      return value.ns().size();
    case Type::kBs:
      return value.bs().size();
    case Type::kM:
      return value.m().size();
    case Type::kL:
      return value.l().size();
    default:
      return std::nullopt;
  }
}

std::optional<std::string_view> bytes_of(const AttributeValue& value) {
  if (value.type() == Type::kS) return value.s();
  if (value.type() == Type::kB) return value.b().view();
  return std::nullopt;
}

bool begins_with(const AttributeValue& value, const AttributeValue& prefix) {
  return value.type() == prefix.type() && bytes_of(value) &&
         bytes_of(value)->starts_with(*bytes_of(prefix));
}

bool contains(const AttributeValue& container, const AttributeValue& part) {
  if (const L* list = container.get_if<L>()) {
    return std::find(list->values.begin(), list->values.end(), part) != list->values.end();
  }
  if (is_set(container.type())) return set_contains(container, part);
  return container.type() == part.type() && bytes_of(container) &&
         bytes_of(container)->find(*bytes_of(part)) != std::string_view::npos;
}

class Evaluator {
 public:
  Evaluator(SeenItem& item, const Placeholders& placeholders)
      : item_(item), placeholders_(placeholders) {}

  bool holds(const Condition& condition) const {
    switch (condition.type) {
      case ConditionType::kAnd:
        return std::all_of(condition.children.begin(), condition.children.end(),
                           [this](const Condition& child) { return holds(child); });
      case ConditionType::kOr:
        return std::any_of(condition.children.begin(), condition.children.end(),
                           [this](const Condition& child) { return holds(child); });
      case ConditionType::kNot:
        return !holds(condition.children.front());
      case ConditionType::kAttributeExists:
        return Evaluated(*this, condition.operands[0]).value != nullptr;
      case ConditionType::kAttributeNotExists:
        return Evaluated(*this, condition.operands[0]).value == nullptr;
      case ConditionType::kIn:
        return is_in(condition);
      case ConditionType::kBetween:
        return is_between(condition);
      default:
        return compare(condition);
    }
  }

 private:
  // The value of an operand, null when there is none. Holds what had to be computed.
  struct Evaluated {
    Evaluated(const Evaluator& in, const Operand& operand) {
      switch (operand.type) {
        case Operand::Type::kPath:
          value = find(in.item_, operand.path, in.placeholders_);
          return;
        case Operand::Type::kValue:
          value = &in.placeholders_.value(operand);
          return;
        case Operand::Type::kSize: {
          const Evaluated of(in, operand.operands.front());
          if (of.value == nullptr) return;
          if (const std::optional<std::size_t> size = size_of(*of.value)) {
            computed = N(*size);
            value = &computed;
          }
          return;
        }
        default:
          EMU_ASSERT(false, "the parser keeps the functions of updates out of conditions");
      }
    }
    Evaluated(const Evaluated&) = delete;
    Evaluated& operator=(const Evaluated&) = delete;

    AttributeValue computed = {};
    const AttributeValue* value = nullptr;
  };

  bool is_in(const Condition& condition) const {
    const Evaluated first(*this, condition.operands.front());
    if (first.value == nullptr) return false;
    return std::any_of(condition.operands.begin() + 1, condition.operands.end(),
                       [&](const Operand& operand) {
                         const Evaluated candidate(*this, operand);
                         return candidate.value != nullptr && *candidate.value == *first.value;
                       });
  }

  bool is_between(const Condition& condition) const {
    const Evaluated value(*this, condition.operands[0]);
    const Evaluated lower(*this, condition.operands[1]);
    const Evaluated upper(*this, condition.operands[2]);
    if (value.value == nullptr || lower.value == nullptr || upper.value == nullptr) return false;
    const std::optional<bool> below = less(*value.value, *lower.value);
    const std::optional<bool> above = less(*upper.value, *value.value);
    return below && above && !*below && !*above;
  }

  bool compare(const Condition& condition) const {
    const Evaluated left(*this, condition.operands[0]);
    const Evaluated right(*this, condition.operands[1]);
    const bool both = left.value != nullptr && right.value != nullptr;
    if (condition.type == ConditionType::kNotEqual) return !both || !(*left.value == *right.value);
    if (!both) return false;
    const AttributeValue& a = *left.value;
    const AttributeValue& b = *right.value;
    switch (condition.type) {
      case ConditionType::kEqual:
        return a == b;
      case ConditionType::kLess:
        return less(a, b).value_or(false);
      case ConditionType::kGreater:
        return less(b, a).value_or(false);
      case ConditionType::kLessOrEqual:
        return !less(b, a).value_or(true);
      case ConditionType::kGreaterOrEqual:
        return !less(a, b).value_or(true);
      case ConditionType::kAttributeType:
        return b.type() == Type::kS && type_name(a.type()) == b.s();
      case ConditionType::kBeginsWith:
        return begins_with(a, b);
      case ConditionType::kContains:
        return contains(a, b);
      default:
        EMU_ASSERT(false, "all other conditions are not comparisons");
        return false;
    }
  }

  SeenItem& item_;
  const Placeholders& placeholders_;
};

}  // namespace

bool holds(const Condition& condition, SeenItem& item, const Placeholders& placeholders) {
  return Evaluator(item, placeholders).holds(condition);
}

}  // namespace emu::dynamodb::expression
