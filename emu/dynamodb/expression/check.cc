#include "dynamodb/expression/check.h"

#include <array>
#include <string_view>

#include "dynamodb/expression/paths.h"
#include "dynamodb/expression/texts.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::expression {

namespace {

using ConditionType = Condition::Type;

// The value that an operand stands for by itself, or null when that depends on the item.
const AttributeValue* given(const Operand& operand, const Placeholders& placeholders) {
  return operand.type == Operand::Type::kValue ? &placeholders.value(operand) : nullptr;
}

bool is_ordered(Type type) { return type == Type::kS || type == Type::kN || type == Type::kB; }

std::string_view operator_name(ConditionType type) {
  switch (type) {
    case ConditionType::kEqual:
      return "=";
    case ConditionType::kNotEqual:
      return "<>";
    case ConditionType::kLess:
      return "<";
    case ConditionType::kLessOrEqual:
      return "<=";
    case ConditionType::kGreater:
      return ">";
    case ConditionType::kGreaterOrEqual:
      return ">=";
    case ConditionType::kBetween:
      return "BETWEEN";
    case ConditionType::kIn:
      return "IN";
    case ConditionType::kAttributeType:
      return "attribute_type";
    case ConditionType::kBeginsWith:
      return "begins_with";
    case ConditionType::kContains:
      return "contains";
    default:
      return "";
  }
}

class ConditionCheck {
 public:
  ConditionCheck(Kind kind, const Placeholders& placeholders)
      : kind_(kind), placeholders_(placeholders) {}

  Status check(const Condition& condition) const {
    for (const Condition& child : condition.children) {
      EMU_CHECK(check(child));
    }
    for (const Operand& operand : condition.operands) {
      EMU_CHECK(size_operand(operand));
    }
    EMU_CHECK(distinct(condition));
    switch (condition.type) {
      case ConditionType::kLess:
      case ConditionType::kLessOrEqual:
      case ConditionType::kGreater:
      case ConditionType::kGreaterOrEqual:
        return all_ordered(condition);
      case ConditionType::kBetween:
        return between(condition);
      case ConditionType::kBeginsWith:
        return begins_with(condition);
      case ConditionType::kAttributeType:
        return attribute_type(condition);
      default:
        return {};
    }
  }

 private:
  Status size_operand(const Operand& operand) const {
    if (operand.type != Operand::Type::kSize) return {};
    const Operand& of = operand.operands.front();
    if (of.type == Operand::Type::kSize) {
      return wrong_operand_type(kind_, "size", Type::kN);
    }
    const AttributeValue* value = given(of, placeholders_);
    if (value != nullptr && (value->type() == Type::kN || value->type() == Type::kBool ||
                             value->type() == Type::kNull)) {
      return wrong_operand_type(kind_, "size", value->type());
    }
    return {};
  }

  Status distinct(const Condition& condition) const {
    if (condition.operands.size() < 2) return {};
    const Operand& first = condition.operands.front();
    if (first.type != Operand::Type::kPath) return {};
    for (std::size_t i = 1; i < condition.operands.size(); ++i) {
      const Operand& other = condition.operands[i];
      if (other.type != Operand::Type::kPath || other.path.size() != first.path.size()) continue;
      const std::string path = describe_path(resolve(first.path, placeholders_));
      if (path == describe_path(resolve(other.path, placeholders_))) {
        return operands_not_distinct(kind_, operator_name(condition.type), path);
      }
    }
    return {};
  }

  Status all_ordered(const Condition& condition) const {
    for (const Operand& operand : condition.operands) {
      const AttributeValue* value = given(operand, placeholders_);
      if (value != nullptr && !is_ordered(value->type())) {
        return wrong_operand_type(kind_, operator_name(condition.type), value->type());
      }
    }
    return {};
  }

  Status between(const Condition& condition) const {
    EMU_CHECK(all_ordered(condition));
    const AttributeValue* lower = given(condition.operands[1], placeholders_);
    const AttributeValue* upper = given(condition.operands[2], placeholders_);
    if (lower == nullptr || upper == nullptr) return {};
    if (lower->type() != upper->type()) {
      return between_types_differ(kind_, *lower, *upper);
    }
    if (less(*upper, *lower).value_or(false)) {
      return between_bounds_swapped(kind_, *lower, *upper);
    }
    return {};
  }

  Status begins_with(const Condition& condition) const {
    for (const Operand& operand : condition.operands) {
      const AttributeValue* value = given(operand, placeholders_);
      if (value != nullptr && value->type() != Type::kS && value->type() != Type::kB) {
        return wrong_operand_type(kind_, "begins_with", value->type());
      }
    }
    return {};
  }

  Status attribute_type(const Condition& condition) const {
    static constexpr std::array<Type, 10> kTypes{Type::kS,    Type::kN,   Type::kB, Type::kSs,
                                                 Type::kNs,   Type::kBs,  Type::kM, Type::kL,
                                                 Type::kNull, Type::kBool};
    const AttributeValue* value = given(condition.operands[1], placeholders_);
    if (value == nullptr) return {};
    if (value->type() != Type::kS) {
      return wrong_operand_type(kind_, "attribute_type", value->type());
    }
    for (const Type type : kTypes) {
      if (type_name(type) == value->s()) return {};
    }
    return unknown_attribute_type(kind_, value->s());
  }

  Kind kind_;
  const Placeholders& placeholders_;
};

Status check_update_operand(const Operand& operand, const Placeholders& placeholders) {
  for (const Operand& inner : operand.operands) {
    EMU_CHECK(check_update_operand(inner, placeholders));
    const AttributeValue* value = given(inner, placeholders);
    if (value == nullptr) continue;
    if (operand.type == Operand::Type::kListAppend && value->type() != Type::kL) {
      return wrong_operand_type(Kind::kUpdate, "list_append", value->type());
    }
    const bool is_sum =
        operand.type == Operand::Type::kPlus || operand.type == Operand::Type::kMinus;
    if (is_sum && value->type() != Type::kN) {
      return wrong_operand_type(Kind::kUpdate, operand.type == Operand::Type::kPlus ? "+" : "-",
                                value->type());
    }
  }
  return {};
}

}  // namespace

Status check_operands(Kind kind, const Condition& condition, const Placeholders& placeholders) {
  return ConditionCheck(kind, placeholders).check(condition);
}

Status check_operands(const Update& update, const Placeholders& placeholders) {
  for (const UpdateAction& action : update.actions) {
    switch (action.type) {
      case UpdateAction::Type::kSet:
        EMU_CHECK(check_update_operand(action.operand, placeholders));
        break;
      case UpdateAction::Type::kRemove:
        break;
      case UpdateAction::Type::kAdd: {
        const Type type = placeholders.value(action.operand).type();
        if (type != Type::kN && !is_set(type)) return wrong_section_operand("ADD", type);
        break;
      }
      case UpdateAction::Type::kDelete: {
        const Type type = placeholders.value(action.operand).type();
        if (!is_set(type)) return wrong_section_operand("DELETE", type);
        break;
      }
    }
  }
  return {};
}

}  // namespace emu::dynamodb::expression
