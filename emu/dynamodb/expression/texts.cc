#include "dynamodb/expression/texts.h"

#include <fmt/format.h>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::expression {

namespace {

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::kUpdate:
      return "UpdateExpression";
    case Kind::kCondition:
      return "ConditionExpression";
    case Kind::kFilter:
      return "FilterExpression";
    case Kind::kKeyCondition:
      return "KeyConditionExpression";
    case Kind::kProjection:
      return "ProjectionExpression";
  }
  return "";
}

Error invalid(Kind kind, std::string_view why) {
  return validation(fmt::format("Invalid {}: {}", kind_name(kind), why));
}

Error bad_bounds(Kind kind, std::string_view rule, const AttributeValue& lower,
                 const AttributeValue& upper) {
  return invalid(kind, fmt::format("The BETWEEN operator requires {}; lower bound operand: "
                                   "AttributeValue: {}, upper bound operand: AttributeValue: {}",
                                   rule, describe_value(lower), describe_value(upper)));
}

Error bad_paths(Kind kind, std::string_view relation, std::string_view one, std::string_view two) {
  return invalid(kind, fmt::format("Two document paths {} with each other; must remove or rewrite "
                                   "one of these paths; path one: {}, path two: {}",
                                   relation, one, two));
}

}  // namespace

std::string_view long_type_name(Type type) {
  switch (type) {
    case Type::kS:
      return "STRING";
    case Type::kN:
      return "NUMBER";
    case Type::kB:
      return "BINARY";
    case Type::kSs:
      return "STRING_SET";
    case Type::kNs:
      return "NUMBER_SET";
    case Type::kBs:
      return "BINARY_SET";
    case Type::kM:
      return "MAP";
    case Type::kL:
      return "LIST";
    case Type::kNull:
      return "NULL";
    case Type::kBool:
      return "BOOLEAN";
    case Type::kNone:
    case Type::kSeveral:
      break;
  }
  return "";
}

Error empty_expression(Kind kind) { return invalid(kind, "The expression can not be empty;"); }

Error expression_too_large(Kind kind, std::size_t bytes) {
  return invalid(kind, fmt::format("Expression size has exceeded the maximum allowed size; "
                                   "expression size: {}",
                                   bytes));
}

Error syntax_error(Kind kind, std::string_view token, std::string_view near) {
  return invalid(kind, fmt::format("Syntax error; token: \"{}\", near: \"{}\"", token, near));
}

Error reserved_keyword(Kind kind, std::string_view word) {
  return invalid(kind,
                 fmt::format("Attribute name is a reserved keyword; reserved keyword: {}", word));
}

Error redundant_parentheses(Kind kind) {
  return invalid(kind, "The expression has redundant parentheses;");
}

Error too_many_operators(Kind kind) {
  return invalid(kind, fmt::format("The expression contains too many operators; operator count: {}",
                                   kExpressionOperatorsMax + 1));
}

Error nested_too_deeply(Kind kind) {
  return invalid(
      kind, fmt::format("The expression is nested too deeply; maximum: {}", kExpressionNestingMax));
}

Error path_too_deep(Kind kind, std::size_t levels) {
  return invalid(
      kind,
      fmt::format("The document path has too many nesting elements; nesting levels: {}", levels));
}

Error index_too_large(Kind kind, std::string_view index) {
  return invalid(kind,
                 fmt::format("List index is not within the allowable range; index: [{}]", index));
}

Error section_repeated(std::string_view section) {
  return invalid(
      Kind::kUpdate,
      fmt::format("The \"{}\" section can only be used once in an update expression;", section));
}

Error unknown_function(Kind kind, std::string_view function) {
  return invalid(kind, fmt::format("Invalid function name; function: {}", function));
}

Error function_not_allowed(Kind kind, std::string_view function) {
  return invalid(kind, fmt::format("The function is not allowed in {} expression; function: {}",
                                   kind == Kind::kUpdate   ? "an update"
                                   : kind == Kind::kFilter ? "a filter"
                                                           : "a condition",
                                   function));
}

Error function_misused(Kind kind, std::string_view function) {
  return invalid(kind, fmt::format("The function is not allowed to be used this way in an "
                                   "expression; function: {}",
                                   function));
}

Error wrong_operand_count(Kind kind, std::string_view function, std::size_t count) {
  return invalid(kind, fmt::format("Incorrect number of operands for operator or function; "
                                   "operator or function: {}, number of operands: {}",
                                   function, count));
}

Error too_many_in_operands(Kind kind, std::size_t count) {
  return invalid(
      kind,
      fmt::format("The IN operator is provided with too many operands; number of operands: {}",
                  count));
}

Error path_required(Kind kind, std::string_view function) {
  return invalid(kind, fmt::format("Operator or function requires a document path; operator or "
                                   "function: {}",
                                   function));
}

Error name_not_defined(Kind kind, std::string_view placeholder) {
  return invalid(kind, fmt::format("An expression attribute name used in the document path is not "
                                   "defined; attribute name: {}",
                                   placeholder));
}

Error value_not_defined(Kind kind, std::string_view placeholder) {
  return invalid(kind, fmt::format("An expression attribute value used in expression is not "
                                   "defined; attribute value: {}",
                                   placeholder));
}

Error operands_not_distinct(Kind kind, std::string_view op, std::string_view operand) {
  return invalid(kind, fmt::format("The first operand must be distinct from the remaining operands "
                                   "for this operator or function; operator: {}, first operand: {}",
                                   op, operand));
}

Error wrong_operand_type(Kind kind, std::string_view op, Type type) {
  return invalid(kind, fmt::format("Incorrect operand type for operator or function; operator or "
                                   "function: {}, operand type: {}",
                                   op, type_name(type)));
}

Error wrong_section_operand(std::string_view section, Type type) {
  return invalid(Kind::kUpdate,
                 fmt::format("Incorrect operand type for operator or function; operator: {0}, "
                             "operand type: {1}, typeSet: ALLOWED_FOR_{0}_OPERAND",
                             section, long_type_name(type)));
}

Error unknown_attribute_type(Kind kind, std::string_view type) {
  return invalid(kind, fmt::format("Invalid attribute type name found; type: {}, valid types: "
                                   "{{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}",
                                   type));
}

Error between_types_differ(Kind kind, const AttributeValue& lower, const AttributeValue& upper) {
  return bad_bounds(kind, "same data type for lower and upper bounds", lower, upper);
}

Error between_bounds_swapped(Kind kind, const AttributeValue& lower, const AttributeValue& upper) {
  return bad_bounds(kind, "upper bound to be greater than or equal to lower bound", lower, upper);
}

Error paths_overlap(Kind kind, std::string_view one, std::string_view two) {
  return bad_paths(kind, "overlap", one, two);
}

Error paths_conflict(Kind kind, std::string_view one, std::string_view two) {
  return bad_paths(kind, "conflict", one, two);
}

}  // namespace emu::dynamodb::expression
