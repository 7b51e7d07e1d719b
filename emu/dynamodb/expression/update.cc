#include "dynamodb/expression/update.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/assert.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::expression {

namespace {

using ActionType = UpdateAction::Type;
using Change = StoredItem::Change;

// A result of more than 38 digits, such as that of 1E50 - 1, counts as one that is too large, too.
Error number_error(DecimalError error) {
  return error == DecimalError::kUnderflow ? number_underflow() : number_overflow();
}

Result<AttributeValue> number_value(const DecimalResult& number) {
  if (!number.ok()) return number_error(number.error);
  return AttributeValue(N(number.value.to_string()));
}

// Of two numbers as texts.
Result<std::string> sum_of(std::string_view a, std::string_view b) {
  const auto small_a = Decimal::small_whole_number(a);
  const auto small_b = Decimal::small_whole_number(b);
  if (small_a && small_b) return std::to_string(*small_a + *small_b);
  const DecimalResult sum = Decimal::add(stored_number(a), stored_number(b));
  if (!sum.ok()) return number_error(sum.error);
  return sum.value.to_string();
}

constexpr std::string_view kOperandTypeIncorrect =
    "An operand in the update expression has an incorrect data type";

Error operand_type_incorrect() { return validation(std::string(kOperandTypeIncorrect)); }

Error attribute_not_in_item() {
  return validation(
      "The provided expression refers to an attribute that does not exist in the item");
}

// Evaluates the right side of SET.
class OperandEvaluator {
 public:
  OperandEvaluator(SeenItem& item, const Placeholders& placeholders)
      : item_(item), placeholders_(placeholders) {}

  Result<AttributeValue> evaluate(const Operand& operand) const {
    switch (operand.type) {
      case Operand::Type::kPath: {
        const AttributeValue* found = find(item_, operand.path, placeholders_);
        if (found == nullptr) return attribute_not_in_item();
        return *found;
      }
      case Operand::Type::kValue:
        return stored_value(placeholders_.value(operand));
      case Operand::Type::kIfNotExists: {
        const AttributeValue* found = find(item_, operand.operands[0].path, placeholders_);
        if (found != nullptr) return *found;
        return evaluate(operand.operands[1]);
      }
      case Operand::Type::kListAppend:
        return list_append(operand);
      case Operand::Type::kPlus:
      case Operand::Type::kMinus:
        return sum(operand);
      case Operand::Type::kSize:
        break;
    }
    EMU_ASSERT(false, "the parser keeps size() out of updates");
    return attribute_not_in_item();
  }

 private:
  Result<AttributeValue> list_append(const Operand& operand) const {
    EMU_TRY(AttributeValue first, evaluate(operand.operands[0]));
    EMU_TRY(AttributeValue second, evaluate(operand.operands[1]));
    L* head = first.get_if<L>();
    L* tail = second.get_if<L>();
    if (head == nullptr || tail == nullptr) return operand_type_incorrect();
    for (AttributeValue& element : tail->values) head->values.push_back(std::move(element));
    return first;
  }

  Result<AttributeValue> sum(const Operand& operand) const {
    EMU_TRY(AttributeValue left, evaluate(operand.operands[0]));
    EMU_TRY(AttributeValue right, evaluate(operand.operands[1]));
    if (left.type() != Type::kN || right.type() != Type::kN) return operand_type_incorrect();
    const Decimal a = stored_number(left.n());
    const Decimal b = stored_number(right.n());
    return number_value(operand.type == Operand::Type::kPlus ? Decimal::add(a, b)
                                                             : Decimal::subtract(a, b));
  }

  SeenItem& item_;
  const Placeholders& placeholders_;
};

// What an action does at the end of its path.
struct Effect {
  enum class Type { kNothing, kSet, kRemove };
  Type type = Type::kNothing;
  AttributeValue value = {};  // of kSet
};

Result<Effect> set_number(const DecimalResult& number) {
  if (!number.ok()) return number_error(number.error);
  return Effect{.type = Effect::Type::kSet, .value = N(number.value.to_string())};
}

Result<Effect> add(const AttributeValue* current, const AttributeValue& operand) {
  if (current == nullptr) {
    return Effect{.type = Effect::Type::kSet, .value = stored_value(operand)};
  }
  if (current->type() != operand.type()) return operand_type_incorrect();
  if (operand.type() != Type::kN) {
    return Effect{.type = Effect::Type::kSet, .value = set_union(*current, stored_value(operand))};
  }
  return set_number(Decimal::add(stored_number(current->n()), stored_number(operand.n())));
}

Result<Effect> subtract(const AttributeValue* current, const AttributeValue& operand) {
  if (current == nullptr) return Effect{};
  if (current->type() != operand.type()) return operand_type_incorrect();
  AttributeValue rest = set_difference(*current, stored_value(operand));
  if (is_empty_set(rest)) return Effect{.type = Effect::Type::kRemove};
  return Effect{.type = Effect::Type::kSet, .value = std::move(rest)};
}

// The levels of a value, of which its own is the first.
std::size_t levels(const AttributeValue& value) {
  std::size_t inner = 0;
  if (const M* map = value.get_if<M>()) {
    for (const auto& [name, entry] : map->entries()) inner = std::max(inner, levels(entry));
  } else if (const L* list = value.get_if<L>()) {
    for (const AttributeValue& element : list->values) inner = std::max(inner, levels(element));
  }
  return inner + 1;
}

// The map or list that the last of the steps leads into, or null when there is none.
AttributeValue* parent_of(AttributeValue& root, std::span<const Step> steps) {
  AttributeValue* value = &root;
  for (const Step& step : steps.first(steps.size() - 1)) {
    value = child(*value, step);
    if (value == nullptr) return nullptr;
  }
  const bool fits =
      steps.back().name != nullptr ? value->type() == Type::kM : value->type() == Type::kL;
  return fits ? value : nullptr;
}

Error path_invalid_for_update() {
  return validation("The document path provided in the update expression is invalid for update");
}

// Puts the effect where the steps lead inside an attribute. An element beyond the end of a list is
// appended.
Status apply_inside(AttributeValue& root, std::span<const Step> steps, Effect effect) {
  AttributeValue* parent = parent_of(root, steps);
  if (parent == nullptr) return path_invalid_for_update();
  const Step& last = steps.back();
  if (M* map = parent->get_if<M>()) {
    if (effect.type == Effect::Type::kRemove) {
      map->entries().erase(*last.name);
    } else {
      map->entries().insert_or_assign(*last.name, std::move(effect.value));
    }
    return {};
  }
  std::vector<AttributeValue>& elements = parent->get_if<L>()->values;
  const bool exists = last.index < elements.size();
  if (effect.type == Effect::Type::kRemove) {
    if (exists) elements.erase(elements.begin() + last.index);
  } else if (exists) {
    elements[last.index] = std::move(effect.value);
  } else {
    elements.push_back(std::move(effect.value));
  }
  return {};
}

class UpdateEvaluator {
 public:
  UpdateEvaluator(const ResolvedUpdate& update, SeenItem& item, const Placeholders& placeholders,
                  Target target)
      : update_(update), item_(item), placeholders_(placeholders), target_(target) {}

  Result<std::vector<Change>> evaluate() {
    EMU_CHECK(is_flat() ? change_attributes() : change_in_order());
    for (const Change& change : changes_) {
      if (change.value && levels(*change.value) > kNestingMax) {
        return emu::dynamodb::nested_too_deeply();
      }
    }
    return std::move(changes_);
  }

 private:
  // Whether each path is an attribute, so that the order of the actions does not matter.
  bool is_flat() const {
    return std::all_of(update_.paths.begin(), update_.paths.end(),
                       [](const Steps& steps) { return steps.size() == 1; });
  }

  Status change_attributes() {
    changes_.reserve(update_.paths.size());
    for (std::size_t i = 0; i < update_.paths.size(); ++i) {
      const std::string& name = *update_.paths[i].front().name;
      const UpdateAction& action = update_.update->actions[i];
      if (adds_number(action)) {
        EMU_CHECK(add_number(name, placeholders_.value(action.operand).n()));
        continue;
      }
      const AttributeValue* current = looks_at_current(action) ? item_.find(name) : nullptr;
      EMU_TRY(Effect effect, effect_of(action, current));
      if (effect.type == Effect::Type::kNothing) continue;
      EMU_CHECK(count(effect));
      change_attribute(name, effect);
    }
    return {};
  }

  Status change_in_order() {
    std::vector<Effect> effects;
    effects.reserve(update_.paths.size());
    for (const UpdateAction& action : update_.update->actions) {
      EMU_TRY(Effect effect, effect_of(action, find(item_, action.path, placeholders_)));
      EMU_CHECK(count(effect));
      effects.push_back(std::move(effect));
    }
    changes_.reserve(effects.size());
    // Indexes mean the list before the update: new elements are appended in the order of their
    // indexes, and elements are removed last, from the end.
    for (const std::size_t i : update_.order) {
      if (effects[i].type != Effect::Type::kSet) continue;
      EMU_CHECK(apply(i, std::move(effects[i])));
    }
    for (std::size_t n = update_.order.size(); n > 0; --n) {
      const std::size_t i = update_.order[n - 1];
      if (effects[i].type != Effect::Type::kRemove) continue;
      EMU_CHECK(apply(i, {.type = Effect::Type::kRemove}));
    }
    return {};
  }

  bool adds_number(const UpdateAction& action) const {
    return action.type == ActionType::kAdd &&
           placeholders_.value(action.operand).type() == Type::kN;
  }

  // SET and REMOVE do the same whatever there is at the end of their path.
  static bool looks_at_current(const UpdateAction& action) {
    return action.type == ActionType::kAdd || action.type == ActionType::kDelete;
  }

  // Counters are most of what is updated: the number that is there stays packed.
  Status add_number(const std::string& name, std::string_view operand) {
    const std::optional<StoredValue> current = item_.stored(name);
    if (current && current->type() != Type::kN) return operand_type_incorrect();
    EMU_TRY(std::string sum, sum_of(current ? current->scalar() : "0", operand));
    changes_.emplace_back(Change{.name = name}).value.emplace(N(std::move(sum)));
    return {};
  }

  // `current` is what is at the end of the action's path, if anything.
  Result<Effect> effect_of(const UpdateAction& action, const AttributeValue* current) const {
    switch (action.type) {
      case ActionType::kSet: {
        const OperandEvaluator evaluator(item_, placeholders_);
        EMU_TRY(AttributeValue value, evaluator.evaluate(action.operand));
        return Effect{.type = Effect::Type::kSet, .value = std::move(value)};
      }
      case ActionType::kRemove:
        return Effect{.type = Effect::Type::kRemove};
      case ActionType::kAdd:
        return add(current, placeholders_.value(action.operand));
      case ActionType::kDelete:
        return subtract(current, placeholders_.value(action.operand));
    }
    return Effect{};
  }

  // Paths do not overlap, so that all that is set is in the new item. An expression of a few bytes
  // can set hundreds of copies of a large value: it is refused before they are made.
  Status count(const Effect& effect) {
    if (effect.type != Effect::Type::kSet) return {};
    bytes_set_ += value_size(effect.value);
    return bytes_set_ > kItemBytesMax ? updated_item_too_large() : Status();
  }

  Status apply(std::size_t i, Effect effect) {
    const Steps& steps = update_.paths[i];
    const std::string& name = *steps.front().name;
    if (steps.size() == 1) {
      change_attribute(name, effect);
      return {};
    }
    Change* change = copy_of(name);
    if (change == nullptr) {
      const bool removes_nothing =
          target_ == Target::kNewItem && effect.type == Effect::Type::kRemove;
      return removes_nothing ? Status() : path_invalid_for_update();
    }
    return apply_inside(*change->value, std::span(steps).subspan(1), std::move(effect));
  }

  // Paths do not overlap: nothing else touches this attribute.
  void change_attribute(const std::string& name, Effect& effect) {
    Change& change = changes_.emplace_back(Change{.name = name});
    if (effect.type == Effect::Type::kSet) change.value = std::move(effect.value);
  }

  // The change that holds the attribute's copy, made on first use; null when the item has no such
  // attribute.
  Change* copy_of(const std::string& name) {
    auto copied = copies_.find(name);
    if (copied != copies_.end()) return &changes_[copied->second];
    const AttributeValue* current = item_.find(name);
    if (current == nullptr) return nullptr;
    copies_.emplace(name, changes_.size());
    return &changes_.emplace_back(Change{.name = name, .value = *current});
  }

  const ResolvedUpdate& update_;
  SeenItem& item_;
  const Placeholders& placeholders_;
  Target target_;
  std::vector<Change> changes_ = {};
  std::size_t bytes_set_ = 0;
  // Attributes into which paths lead, by their index in changes_.
  std::map<std::string_view, std::size_t> copies_ = {};
};

}  // namespace

Result<ResolvedUpdate> resolve(const Update& update, const Placeholders& placeholders) {
  ResolvedUpdate resolved{.update = &update};
  resolved.paths.reserve(update.actions.size());
  for (const UpdateAction& action : update.actions) {
    resolved.paths.push_back(resolve(action.path, placeholders));
  }
  EMU_TRY(resolved.order, ordered(Kind::kUpdate, resolved.paths));
  return resolved;
}

Result<std::vector<StoredItem::Change>> evaluate(const ResolvedUpdate& update, SeenItem& item,
                                                 const Placeholders& placeholders, Target target) {
  return UpdateEvaluator(update, item, placeholders, target).evaluate();
}

bool is_wrong_operand_type(const Error& error) { return error.message == kOperandTypeIncorrect; }

}  // namespace emu::dynamodb::expression
