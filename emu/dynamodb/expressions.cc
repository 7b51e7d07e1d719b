#include "dynamodb/expressions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expression/check.h"
#include "dynamodb/expression/condition.h"
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

Status check_presence(const ExpressionParameters& in) {
  const bool any_with_values = is_given(in.update) || is_given(in.condition);
  if (!in.names.empty() && !any_with_values && !is_given(in.projection)) {
    return names_without_expression();
  }
  if (!in.values.empty() && !any_with_values) {
    return values_without_expression(in.update == nullptr
                                         ? "ConditionExpression is null"
                                         : "UpdateExpression and ConditionExpression are null");
  }
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

Error values_value_invalid(std::string_view key, const Error& why) {
  return validation(fmt::format("ExpressionAttributeValues contains invalid value: {} for key {}",
                                why.message, key));
}

Status check_placeholders(const ExpressionParameters& in) {
  for (const auto& [key, name] : in.names) {
    if (!is_placeholder(key, '#')) return names_key_invalid(key);
    if (name.empty()) return names_value_empty(key);
  }
  for (const auto& [key, value] : in.values) {
    if (!is_placeholder(key, ':')) return values_key_invalid(key);
    const Status status = check_value(value);
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
  if (uses_all(out.update, in) || uses_all(out.condition, in)) return {};
  using Update = expression::Parsed<expression::Update>;
  using Condition = expression::Parsed<expression::Condition>;
  using Projection = expression::Parsed<expression::Projection>;
  std::vector<std::string_view> unused;
  for (const auto& [key, name] : in.names) {
    if (!uses(out.update, &Update::names, key) && !uses(out.condition, &Condition::names, key) &&
        !uses(out.projection, &Projection::names, key)) {
      unused.emplace_back(key);
    }
  }
  if (!unused.empty()) return names_unused(unused);
  for (const auto& [key, value] : in.values) {
    if (!uses(out.update, &Update::values, key) && !uses(out.condition, &Condition::values, key)) {
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

template <class T>
void add_attributes(const StoredItem& from, const expression::Parsed<T>* spoken_of_in,
                    const expression::Placeholders& placeholders, Item& to) {
  if (spoken_of_in == nullptr) return;
  for (const expression::PathElement& attribute : spoken_of_in->attributes) {
    add_attribute(from, placeholders.name(attribute), to);
  }
}

}  // namespace

Item Expressions::spoken_of(const StoredItem* item) const {
  Item attributes;
  if (item == nullptr) return attributes;
  add_attributes(*item, update, placeholders, attributes);
  add_attributes(*item, condition, placeholders, attributes);
  return attributes;
}

bool Expressions::condition_holds(const Item& item) const {
  return condition == nullptr || expression::holds(condition->tree, item, placeholders);
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

Status ExpressionReader::read(Expressions& out) {
  const ExpressionParameters& in = out.parameters;
  EMU_CHECK(check_presence(in));
  EMU_CHECK(check_placeholders(in));
  if (is_given(in.update)) EMU_CHECK(read_update(**in.update, out));
  if (is_given(in.condition)) EMU_CHECK(read_condition(**in.condition, out));
  if (is_given(in.projection)) EMU_CHECK(read_projection(**in.projection, out));
  return check_all_used(out);
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

Status ExpressionReader::read_condition(std::string_view source, Expressions& out) {
  EMU_TRY(out.condition, conditions_.get(source));
  EMU_CHECK(check_defined(expression::Kind::kCondition, *out.condition, out.placeholders));
  return expression::check_operands(out.condition->tree, out.placeholders);
}

Status ExpressionReader::read_projection(std::string_view source, Expressions& out) {
  EMU_TRY(out.projection, projections_.get(source));
  EMU_CHECK(check_defined(expression::Kind::kProjection, *out.projection, out.placeholders));
  out.projected_paths.reserve(out.projection->tree.paths.size());
  for (const expression::Path& path : out.projection->tree.paths) {
    out.projected_paths.push_back(expression::resolve(path, out.placeholders));
  }
  EMU_TRY(out.projection_order,
          expression::ordered(expression::Kind::kProjection, out.projected_paths));
  return {};
}

}  // namespace emu::dynamodb
