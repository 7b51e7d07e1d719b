// Parameters of the time before expressions, turned into what expressions parse into, so that
// everything behind the reading of a request is one.
//
//   Item values;
//   EMU_TRY(auto filter, legacy::filter(in.query_filter, in.conditional_operator, values));
//   expression::holds(filter.tree, seen_item, {no_names, values})
//
// Attributes are meant by their whole names: there are no paths and no placeholders. `values` keeps
// the values that a tree refers to; several trees may share it. Refusals are plain; an operation
// that counts what it finds wrong (counted(), errors.h) does so itself. Source: Amazon DynamoDB
// Developer Guide, "Legacy DynamoDB conditional parameters" and its subpages; Amazon DynamoDB API
// Reference, "ExpectedAttributeValue", "Condition" and "AttributeValueUpdate".
#pragma once

#include <emu/dynamodb/items.h>
#include <emu/result.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/expression/parsed.h"

namespace emu::dynamodb::legacy {

using Conditions = std::map<std::string, Condition>;
using ParsedCondition = expression::Parsed<expression::Condition>;

// Each holds for every item when there are no conditions.
Result<ParsedCondition> expected(const std::map<std::string, ExpectedAttributeValue>& conditions,
                                 const std::optional<std::string>& conditional_operator,
                                 Item& values);
// Of QueryFilter and ScanFilter.
Result<ParsedCondition> filter(const Conditions& conditions,
                               const std::optional<std::string>& conditional_operator,
                               Item& values);
// A tree as that of a KeyConditionExpression: a comparison, or several joined by AND. Whether they
// are of the attributes of a key is for the caller to see.
Result<ParsedCondition> key_conditions(const Conditions& conditions, Item& values);

// PUT is SET, DELETE without a value is REMOVE. ADD appends to lists, which ADD of an expression
// does not.
Result<expression::Parsed<expression::Update>> attribute_updates(
    const std::map<std::string, AttributeValueUpdate>& updates, Item& values);

Result<expression::Parsed<expression::Projection>> attributes_to_get(
    const std::vector<std::string>& names);

}  // namespace emu::dynamodb::legacy
