// The texts with which DynamoDB refuses expressions. Each gives the whole ValidationException, its
// beginning included.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "dynamodb/expression/ast.h"

namespace emu::dynamodb::expression {

Error empty_expression(Kind kind);
Error expression_too_large(Kind kind, std::size_t bytes);
Error syntax_error(Kind kind, std::string_view token, std::string_view near);
Error reserved_keyword(Kind kind, std::string_view word);
Error redundant_parentheses(Kind kind);
Error too_many_operators(Kind kind);
Error nested_too_deeply(Kind kind);
Error path_too_deep(Kind kind, std::size_t levels);
Error index_too_large(Kind kind, std::string_view index);
Error section_repeated(std::string_view section);
Error unknown_function(Kind kind, std::string_view function);
Error function_not_allowed(Kind kind, std::string_view function);
Error function_misused(Kind kind, std::string_view function);
Error wrong_operand_count(Kind kind, std::string_view function, std::size_t count);
Error too_many_in_operands(Kind kind, std::size_t count);
Error path_required(Kind kind, std::string_view function);
Error name_not_defined(Kind kind, std::string_view placeholder);
Error value_not_defined(Kind kind, std::string_view placeholder);
Error operands_not_distinct(Kind kind, std::string_view op, std::string_view operand);
Error wrong_operand_type(Kind kind, std::string_view op, AttributeValue::Type type);
// The words by which ADD and DELETE name types: "STRING_SET".
std::string_view long_type_name(AttributeValue::Type type);
// Of ADD and DELETE.
Error wrong_section_operand(std::string_view section, AttributeValue::Type type);
Error unknown_attribute_type(Kind kind, std::string_view type);
Error between_types_differ(Kind kind, const AttributeValue& lower, const AttributeValue& upper);
Error between_bounds_swapped(Kind kind, const AttributeValue& lower, const AttributeValue& upper);
Error paths_overlap(Kind kind, std::string_view one, std::string_view two);
Error paths_conflict(Kind kind, std::string_view one, std::string_view two);

}  // namespace emu::dynamodb::expression
