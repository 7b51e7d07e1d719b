#include <fmt/format.h>

#include <set>
#include <string_view>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expression/texts.h"
#include "dynamodb/legacy/legacy.h"
#include "dynamodb/legacy/paths.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::legacy {

namespace {

using expression::Operand;
using expression::UpdateAction;

Error value_missing() {
  return invalid_parameter("Only DELETE action is allowed when no attribute value is specified");
}

Error cannot_add(Type type) {
  return invalid_parameter(
      fmt::format("ADD action is not supported for the type {}", expression::long_type_name(type)));
}

Error cannot_delete(Type type) {
  return invalid_parameter(fmt::format("DELETE action with value is not supported for the type {}",
                                       expression::long_type_name(type)));
}

Error duplicate_name(std::string_view name) {
  return invalid_parameter(fmt::format("Duplicate value in attribute name: {}", name));
}

// The elements of the value behind those of the attribute, or of an empty list.
UpdateAction append(const std::string& attribute, const AttributeValue& value, Item& values) {
  Operand existing{.type = Operand::Type::kIfNotExists};
  existing.operands.push_back(attribute_operand(attribute));
  existing.operands.push_back(bind_value(L{}, values));
  Operand appended{.type = Operand::Type::kListAppend};
  appended.operands.push_back(std::move(existing));
  appended.operands.push_back(bind_value(value, values));
  return {.type = UpdateAction::Type::kSet,
          .path = attribute_path(attribute),
          .operand = std::move(appended)};
}

Result<UpdateAction> action(const std::string& attribute, const AttributeValueUpdate& update,
                            Item& values) {
  const std::string_view name = update.action ? std::string_view(*update.action) : "PUT";
  if (!update.value) {
    if (name != "DELETE") return value_missing();
    return UpdateAction{.type = UpdateAction::Type::kRemove, .path = attribute_path(attribute)};
  }
  EMU_CHECK(check_value(*update.value));
  const Type type = update.value->type();
  if (name == "DELETE" && !is_set(type)) return cannot_delete(type);
  if (name == "ADD" && type == Type::kL) return append(attribute, *update.value, values);
  if (name == "ADD" && type != Type::kN && !is_set(type)) return cannot_add(type);
  return UpdateAction{.type = name == "ADD"      ? UpdateAction::Type::kAdd
                              : name == "DELETE" ? UpdateAction::Type::kDelete
                                                 : UpdateAction::Type::kSet,
                      .path = attribute_path(attribute),
                      .operand = bind_value(*update.value, values)};
}

}  // namespace

Result<expression::Parsed<expression::Update>> attribute_updates(
    const std::map<std::string, AttributeValueUpdate>& updates, Item& values) {
  expression::Parsed<expression::Update> parsed;
  for (const auto& [attribute, update] : updates) {
    EMU_CHECK(check_attribute_name(attribute));
    EMU_TRY(UpdateAction made, action(attribute, update, values));
    parsed.tree.actions.push_back(std::move(made));
    parsed.attributes.push_back(attribute_element(attribute));
  }
  return parsed;
}

Result<expression::Parsed<expression::Projection>> attributes_to_get(
    const std::vector<std::string>& names) {
  expression::Parsed<expression::Projection> parsed;
  std::set<std::string_view> seen;
  for (const std::string& name : names) {
    if (!seen.insert(name).second) return duplicate_name(name);
    parsed.tree.paths.push_back(attribute_path(name));
    parsed.attributes.push_back(attribute_element(name));
  }
  return parsed;
}

}  // namespace emu::dynamodb::legacy
