#include "dynamodb/expressions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expression/check.h"
#include "dynamodb/expression/condition.h"
#include "dynamodb/legacy/legacy.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

bool is_placeholder(std::string_view key, char first) {
  return key.size() > 1 && key.front() == first &&
         std::all_of(key.begin() + 1, key.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_';
         });
}

bool is_given(const std::optional<std::string>* parameter) {
  return parameter != nullptr && parameter->has_value();
}

Error names_without_expression() {
  return validation("ExpressionAttributeNames can only be specified when using expressions");
}

Error values_without_expression(std::string_view expressions) {
  return validation(fmt::format(
      "ExpressionAttributeValues can only be specified when using expressions: {}", expressions));
}

Error names_empty() { return validation("ExpressionAttributeNames must not be empty"); }

Error values_empty() { return validation("ExpressionAttributeValues must not be empty"); }

// "ConditionExpression is null", of the expressions that the operation could have.
std::string_view expressions_are_null(const ExpressionParameters& in) {
  if (in.key_condition != nullptr) return "FilterExpression and KeyConditionExpression are null";
  if (in.filter != nullptr) return "FilterExpression is null";
  if (in.update != nullptr) return "UpdateExpression and ConditionExpression are null";
  return "ConditionExpression is null";
}

Status check_presence(const ExpressionParameters& in) {
  const bool any_with_values = is_given(in.update) || is_given(in.condition) ||
                               is_given(in.key_condition) || is_given(in.filter);
  const bool any = any_with_values || is_given(in.projection);
  if ((!in.names.empty() || in.has_empty_names) && !any) return names_without_expression();
  if ((!in.values.empty() || in.has_empty_values) && !any_with_values) {
    return values_without_expression(expressions_are_null(in));
  }
  if (in.has_empty_names) return names_empty();
  if (in.has_empty_values) return values_empty();
  return {};
}

Error names_key_invalid(std::string_view key) {
  return validation(
      fmt::format("ExpressionAttributeNames contains invalid key: Syntax error; key: \"{}\"", key));
}

Error names_value_empty(std::string_view key) {
  return validation(fmt::format(
      "ExpressionAttributeNames contains invalid value: Empty attribute name for key {}", key));
}

Error values_key_invalid(std::string_view key) {
  return validation(fmt::format(
      "ExpressionAttributeValues contains invalid key: Syntax error; key: \"{}\"", key));
}

Error key_too_long(std::string_view parameter, std::string_view key) {
  return validation(
      fmt::format("{} contains invalid key: Key is too long; key length: {}, maximum: {}",
                  parameter, key.size(), kPlaceholderBytesMax));
}

// What is counted, such as an empty set, is said as it is.
Error values_value_invalid(std::string_view key, const Error& why) {
  if (is_counted(why)) return why;
  return validation(fmt::format("ExpressionAttributeValues contains invalid value: {} for key {}",
                                why.message, key));
}

Status check_placeholders(const ExpressionParameters& in) {
  for (const auto& [key, name] : in.names) {
    if (key.size() > kPlaceholderBytesMax) return key_too_long("ExpressionAttributeNames", key);
    if (!is_placeholder(key, '#')) return names_key_invalid(key);
    if (name.empty()) return names_value_empty(key);
    EMU_CHECK(check_attribute_name(name, in.within));
  }
  for (const auto& [key, value] : in.values) {
    if (key.size() > kPlaceholderBytesMax) return key_too_long("ExpressionAttributeValues", key);
    if (!is_placeholder(key, ':')) return values_key_invalid(key);
    const Status status = check_value(value, in.within);
    if (!status) return values_value_invalid(key, status.error());
  }
  return {};
}

template <class T>
bool uses(const expression::Parsed<T>* parsed,
          std::vector<std::string> expression::Parsed<T>::*list, const std::string& placeholder) {
  return parsed != nullptr &&
         std::binary_search((parsed->*list).begin(), (parsed->*list).end(), placeholder);
}

// What an expression uses is defined, so that equal counts leave nothing over.
template <class T>
bool uses_all(const expression::Parsed<T>* parsed, const ExpressionParameters& in) {
  return parsed != nullptr && parsed->names.size() == in.names.size() &&
         parsed->values.size() == in.values.size();
}

Error names_unused(const std::vector<std::string_view>& keys) {
  return validation(
      fmt::format("Value provided in ExpressionAttributeNames unused in expressions: keys: {{{}}}",
                  fmt::join(keys, ", ")));
}

Error values_unused(const std::vector<std::string_view>& keys) {
  return validation(
      fmt::format("Value provided in ExpressionAttributeValues unused in expressions: keys: {{{}}}",
                  fmt::join(keys, ", ")));
}

Status check_all_used(const Expressions& out) {
  const ExpressionParameters& in = out.parameters;
  if (uses_all(out.update, in) || uses_all(out.condition, in) || uses_all(out.key_condition, in)) {
    return {};
  }
  using Update = expression::Parsed<expression::Update>;
  using Condition = expression::Parsed<expression::Condition>;
  using Projection = expression::Parsed<expression::Projection>;
  std::vector<std::string_view> unused;
  for (const auto& [key, name] : in.names) {
    if (!uses(out.update, &Update::names, key) && !uses(out.condition, &Condition::names, key) &&
        !uses(out.key_condition, &Condition::names, key) &&
        !uses(out.filter, &Condition::names, key) &&
        !uses(out.projection, &Projection::names, key)) {
      unused.emplace_back(key);
    }
  }
  if (!unused.empty()) return names_unused(unused);
  for (const auto& [key, value] : in.values) {
    if (!uses(out.update, &Update::values, key) && !uses(out.condition, &Condition::values, key) &&
        !uses(out.key_condition, &Condition::values, key) &&
        !uses(out.filter, &Condition::values, key)) {
      unused.emplace_back(key);
    }
  }
  if (!unused.empty()) return values_unused(unused);
  return {};
}

void add_attribute(const StoredItem& from, const std::string& name, Item& to) {
  auto at = to.lower_bound(name);
  if (at != to.end() && at->first == name) return;
  if (const std::optional<StoredValue> value = from.find(name)) {
    to.emplace_hint(at, name, value->unpack());
  }
}

// Finding an attribute passes over those before it: of more than these, all are found in one pass.
constexpr std::size_t kFoundOneByOne = 8;

void add_many(const StoredItem& from, const std::vector<expression::PathElement>& attributes,
              const expression::Placeholders& placeholders, Item& to) {
  std::vector<std::string_view> names;
  names.reserve(attributes.size());
  for (const expression::PathElement& attribute : attributes) {
    names.push_back(placeholders.name(attribute));
  }
  std::sort(names.begin(), names.end());
  to.merge(from.unpack(names));
}

template <class T>
void add_attributes(const StoredItem& from, const expression::Parsed<T>* spoken_of_in,
                    const expression::Placeholders& placeholders, Item& to) {
  if (spoken_of_in == nullptr) return;
  if (spoken_of_in->attributes.size() > kFoundOneByOne) {
    return add_many(from, spoken_of_in->attributes, placeholders, to);
  }
  for (const expression::PathElement& attribute : spoken_of_in->attributes) {
    add_attribute(from, placeholders.name(attribute), to);
  }
}

}  // namespace

bool Expressions::condition_holds(SeenItem& item) const {
  return condition == nullptr || expression::holds(condition->tree, item, placeholders);
}

bool Expressions::filter_holds(const StoredItem& item) const {
  if (filter == nullptr) return true;
  SeenItem seen(&item);
  return expression::holds(filter->tree, seen, placeholders);
}

Item Expressions::projected(const Item& item) const {
  return projection == nullptr ? item
                               : expression::project(item, projected_paths, projection_order);
}

Item Expressions::projected(const StoredItem& item) const {
  if (projection == nullptr) return item.unpack();
  Item attributes;
  add_attributes(item, projection, placeholders, attributes);
  return projected(attributes);
}

Status Expressions::check_parameters() {
  has_checked_parameters = true;
  EMU_CHECK(check_presence(parameters));
  return check_placeholders(parameters);
}

Status ExpressionReader::read(Expressions& out) {
  if (out.has_trees) return {};
  if (!out.has_checked_parameters) EMU_CHECK(out.check_parameters());
  Status status = read_all(out);
  // What writes find wrong with their expressions is counted, what reads find is not.
  const ExpressionParameters& in = out.parameters;
  if (!status && (in.update != nullptr || in.condition != nullptr) && !is_counted(status.error())) {
    return counted(std::move(status.error()), in.within);
  }
  return status;
}

Status ExpressionReader::read_all(Expressions& out) {
  const ExpressionParameters& in = out.parameters;
  if (in.is_legacy()) EMU_CHECK(read_legacy(out));
  if (is_given(in.update)) EMU_CHECK(read_update(**in.update, out));
  using expression::Kind;
  if (is_given(in.condition)) {
    EMU_TRY(out.condition, read_condition(Kind::kCondition, conditions_, **in.condition, out));
  }
  if (is_given(in.key_condition)) {
    EMU_TRY(out.key_condition,
            read_condition(Kind::kKeyCondition, key_conditions_, **in.key_condition, out));
  }
  if (is_given(in.filter)) {
    EMU_TRY(out.filter, read_condition(Kind::kFilter, filters_, **in.filter, out));
  }
  if (is_given(in.projection)) EMU_CHECK(read_projection(**in.projection, out));
  return check_all_used(out);
}

Status ExpressionReader::read_legacy(Expressions& out) {
  const ExpressionParameters& in = out.parameters;
  LegacyExpressions& legacy = *out.legacy;
  if (in.attribute_updates != nullptr) {
    EMU_TRY(legacy.update, legacy::attribute_updates(*in.attribute_updates, legacy.values));
    out.update = &*legacy.update;
    EMU_TRY(out.update_with_names, expression::resolve(out.update->tree, out.placeholders));
    out.resolved_update = &out.update_with_names;
  }
  if (in.filter != nullptr) {
    EMU_CHECK(read_legacy_conditions(out));
  } else if (in.expected != nullptr || in.conditional_operator != nullptr) {
    static const ExpressionParameters::ExpectedValues kNone;
    EMU_TRY(legacy.condition,
            legacy::expected(in.expected != nullptr ? *in.expected : kNone,
                             in.conditional_operator != nullptr ? *in.conditional_operator
                                                                : std::nullopt,
                             legacy.values));
    out.condition = &*legacy.condition;
  }
  if (in.attributes_to_get != nullptr) {
    EMU_TRY(legacy.projection, legacy::attributes_to_get(*in.attributes_to_get));
    return use_projection(*legacy.projection, out);
  }
  return {};
}

// Of a read, whose operator joins the conditions of the filter.
Status ExpressionReader::read_legacy_conditions(Expressions& out) {
  const ExpressionParameters& in = out.parameters;
  LegacyExpressions& legacy = *out.legacy;
  const bool has_operator = in.conditional_operator != nullptr && *in.conditional_operator;
  if (in.filter_conditions != nullptr || has_operator) {
    static const ExpressionParameters::Conditions kNone;
    EMU_TRY(legacy.filter,
            legacy::filter(in.filter_conditions != nullptr ? *in.filter_conditions : kNone,
                           has_operator ? *in.conditional_operator : std::nullopt, legacy.values));
    out.filter = &*legacy.filter;
  }
  if (in.key_conditions != nullptr) {
    EMU_TRY(legacy.key_condition, legacy::key_conditions(*in.key_conditions, legacy.values));
    out.key_condition = &*legacy.key_condition;
  }
  return {};
}

auto ExpressionReader::parse_update(std::string_view source) -> Result<KeptUpdate> {
  EMU_TRY(auto parsed, expression::parse_update(source));
  return KeptUpdate{.parsed = std::move(parsed)};
}

Status ExpressionReader::read_update(std::string_view source, Expressions& out) {
  EMU_TRY(KeptUpdate* kept, updates_.get(source));
  out.update = &kept->parsed;
  EMU_CHECK(check_defined(expression::Kind::kUpdate, kept->parsed, out.placeholders));
  const expression::Update& tree = kept->parsed.tree;
  EMU_CHECK(expression::check_operands(tree, out.placeholders));
  if (kept->resolved) {
    out.resolved_update = &*kept->resolved;
    return {};
  }
  EMU_TRY(auto resolved, expression::resolve(tree, out.placeholders));
  if (kept->parsed.names.empty()) {
    out.resolved_update = &kept->resolved.emplace(std::move(resolved));
  } else {
    out.update_with_names = std::move(resolved);
    out.resolved_update = &out.update_with_names;
  }
  return {};
}

Result<const expression::Parsed<expression::Condition>*> ExpressionReader::read_condition(
    expression::Kind kind, Conditions& cache, std::string_view source, const Expressions& out) {
  EMU_TRY(const expression::Parsed<expression::Condition>* parsed, cache.get(source));
  EMU_CHECK(check_defined(kind, *parsed, out.placeholders));
  EMU_CHECK(expression::check_operands(kind, parsed->tree, out.placeholders));
  return parsed;
}

Status ExpressionReader::read_projection(std::string_view source, Expressions& out) {
  EMU_TRY(const expression::Parsed<expression::Projection>* projection, projections_.get(source));
  EMU_CHECK(check_defined(expression::Kind::kProjection, *projection, out.placeholders));
  return use_projection(*projection, out);
}

Status ExpressionReader::use_projection(const expression::Parsed<expression::Projection>& of,
                                        Expressions& out) {
  out.projection = &of;
  out.projected_paths.reserve(of.tree.paths.size());
  for (const expression::Path& path : of.tree.paths) {
    out.projected_paths.push_back(expression::resolve(path, out.placeholders));
  }
  EMU_TRY(out.projection_order,
          expression::ordered(expression::Kind::kProjection, out.projected_paths));
  return {};
}

}  // namespace emu::dynamodb
